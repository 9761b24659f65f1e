# Makes one C++ string literal of the report's page: report.html with its style
# and script in place.
# cmake -DDIR=… -DOUT=… -P Embed.cmake
file(READ ${DIR}/report.html page)
file(READ ${DIR}/report.css style)
file(READ ${DIR}/report.js script)
string(REPLACE "/*STYLE*/\n" "${style}" page "${page}")
string(REPLACE "/*SCRIPT*/\n" "${script}" page "${page}")
# In pieces, for compilers with a limit on the length of a literal.
string(REPLACE "\n\n" "\n)dsp\"\nR\"dsp(\n" page "${page}")
file(WRITE ${OUT}.tmp "R\"dsp(${page})dsp\"\n")
file(COPY_FILE ${OUT}.tmp ${OUT} ONLY_IF_DIFFERENT)
file(REMOVE ${OUT}.tmp)

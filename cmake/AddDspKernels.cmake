# add_dsp_kernels(NAME TD <file.td> HEADER <vendor.h>
#                 [INCLUDE_DIRECTORIES dirs...] [IDS <file>])
#
# Makes of a library's kernel records
#   * target NAME: the plugin lib<NAME>.so for dsp-opt (--load-dialect-plugin)
#     and dsp-compile (--library),
#   * in ${CMAKE_CURRENT_BINARY_DIR}/NAME: <NAME>_kernels.h with IDs and
#     prototypes, NAME.md, NAME.json (front op -> kernels).
#
# The records' prototypes, and the fields of their structs, are compiled against
# HEADER, which is looked for in INCLUDE_DIRECTORIES and the current folder; a
# record that differs from it stops the build at the record's line. So does a
# kernel whose ID is not the one in IDS (default: NAME.ids beside the records, if
# it is there); `dsp-tblgen -gen-dsp-ids` writes that file.
#
# NAME is the name that the records' Dsp_Library has.

set(DSP_KERNEL_PLUGIN_TEMPLATE ${CMAKE_CURRENT_LIST_DIR}/KernelPlugin.cpp.in)

function(add_dsp_kernels name)
  cmake_parse_arguments(ARG "" "TD;HEADER;IDS" "INCLUDE_DIRECTORIES" ${ARGN})
  foreach(required TD HEADER)
    if(NOT ARG_${required})
      message(FATAL_ERROR "add_dsp_kernels(${name}): ${required} is missing")
    endif()
  endforeach()
  get_filename_component(td ${ARG_TD} ABSOLUTE)
  set(ids ${CMAKE_CURRENT_SOURCE_DIR}/${name}.ids)
  if(ARG_IDS)
    get_filename_component(ids ${ARG_IDS} ABSOLUTE)
  endif()
  set(check_ids)
  if(EXISTS ${ids})
    set(check_ids --dsp-frozen-ids=${ids})
  elseif(ARG_IDS)
    message(FATAL_ERROR "add_dsp_kernels(${name}): there is no '${ids}'")
  endif()

  set(out ${CMAKE_CURRENT_BINARY_DIR}/${name})
  file(MAKE_DIRECTORY ${out})
  set(includes -I ${CMAKE_CURRENT_SOURCE_DIR} -I ${DSP_MLIR_INCLUDE_DIR})
  foreach(dir IN LISTS MLIR_INCLUDE_DIRS)
    list(APPEND includes -I ${dir})
  endforeach()
  set(outputs)
  macro(generate tool file)
    add_custom_command(OUTPUT ${out}/${file}
      COMMAND ${tool} ${ARGN} ${includes} ${td} -o ${out}/${file}
              -d ${out}/${file}.d
      DEPENDS ${tool} ${td}
      DEPFILE ${out}/${file}.d
      COMMENT "Generating ${name}/${file}")
    list(APPEND outputs ${out}/${file})
  endmacro()
  set(only_ours "-op-include-regex=^dsp\\.${name}\\.")
  generate(${MLIR_TABLEGEN_EXE} ${name}_ops.h.inc -gen-op-decls ${only_ours})
  generate(${MLIR_TABLEGEN_EXE} ${name}_ops.cpp.inc -gen-op-defs ${only_ours})
  generate(${MLIR_TABLEGEN_EXE} ${name}_patterns.inc -gen-rewriters)
  generate(DspMlir::dsp-tblgen ${name}_kernels.inc -gen-dsp-kernels ${check_ids})
  generate(DspMlir::dsp-tblgen ${name}_kernels.h -gen-dsp-header)
  generate(DspMlir::dsp-tblgen ${name}_check.c -gen-dsp-prototype-check)
  generate(DspMlir::dsp-tblgen ${name}.md -gen-dsp-docs)
  generate(DspMlir::dsp-tblgen ${name}.json -gen-dsp-registry)

  list(REMOVE_ITEM outputs ${out}/${name}_check.c)

  # The records' promises against the vendor's header, by the C compiler.
  add_library(${name}-check-prototypes OBJECT ${out}/${name}_check.c)
  target_include_directories(${name}-check-prototypes PRIVATE
    ${CMAKE_CURRENT_SOURCE_DIR} ${ARG_INCLUDE_DIRECTORIES})
  target_compile_definitions(${name}-check-prototypes PRIVATE
    "DSP_VENDOR_HEADER=\"${ARG_HEADER}\"")
  # Differences of type and sign are warnings to C compilers.
  target_compile_options(${name}-check-prototypes PRIVATE
    -Werror=incompatible-pointer-types -Werror=pointer-sign)
  set_target_properties(${name}-check-prototypes PROPERTIES C_STANDARD 11)

  configure_file(${DSP_KERNEL_PLUGIN_TEMPLATE} ${out}/${name}_plugin.cpp @ONLY)
  add_library(${name} MODULE ${out}/${name}_plugin.cpp ${outputs})
  add_dependencies(${name} ${name}-check-prototypes)
  target_include_directories(${name} PRIVATE ${out} ${DSP_MLIR_INCLUDE_DIR})
  target_include_directories(${name} SYSTEM PRIVATE ${MLIR_INCLUDE_DIRS})
  target_compile_features(${name} PRIVATE cxx_std_20)
  target_compile_options(${name} PRIVATE -fno-exceptions)
  target_link_libraries(${name} PRIVATE DspMlir::DspMlir)
endfunction()

# add_dsp_kernels(NAME TD <file.td> HEADER <vendor.h>
#                 [INCLUDE_DIRECTORIES dirs...] [IDS <file>]
#                 [LIBRARY <target>] [TESTS <folder>] [SOURCES <file.cpp>...]
#                 [VERIFY_PROTOTYPES ON|OFF])
#
# Makes of a library's kernel records
#   * target NAME: the plugin lib<NAME>.so for dsp-opt (--load-dialect-plugin)
#     and dsp-compile (--library),
#   * in ${CMAKE_CURRENT_BINARY_DIR}/NAME: <NAME>_kernels.h with IDs and
#     prototypes, NAME.md, NAME.json (front op -> kernels),
#   * target check-NAME, and a test of ctest: lit on tests that are generated
#     (the plugin loads, the header pleases C and C++) and on
#     those in TESTS. In these `%library` stands for the options that dsp-run and
#     dsp-compile need for the plugin and for LIBRARY, the target that has the
#     kernels' code.
#
# The records' prototypes, the fields of their structs and the enumerators that
# they name are compiled against HEADER, which is looked for in INCLUDE_DIRECTORIES and the current folder; a
# record that differs from it stops the build at the record's line. With
# VERIFY_PROTOTYPES OFF, for headers that the host's compiler can't read, they
# are not: run `dsp-tblgen --verify-prototypes` with the target's. So does a
# kernel whose ID is not the one in IDS (default: NAME.ids beside the records, if
# it is there); `dsp-tblgen -gen-dsp-ids` writes that file.
#
# SOURCES are C++ files of the plugin beside the generated ones: what the records'
# matchers and expressions call (cppHeader of the library).
#
# NAME is the name that the records' Dsp_Library has; another one is refused.
#
# ${CMAKE_BINARY_DIR}/tablegen_compile_commands.yml tells editors (through
# tblgen-lsp-server) where included .td files are.

set(DSP_KERNEL_PLUGIN_TEMPLATE ${CMAKE_CURRENT_LIST_DIR}/KernelPlugin.cpp.in)
set(DSP_KERNEL_TESTS_TEMPLATE ${CMAKE_CURRENT_LIST_DIR}/KernelTests)

function(add_dsp_kernels name)
  cmake_parse_arguments(ARG "" "TD;HEADER;IDS;LIBRARY;TESTS;VERIFY_PROTOTYPES"
                        "INCLUDE_DIRECTORIES;SOURCES" ${ARGN})
  if(ARG_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "add_dsp_kernels(${name}): it is unclear what "
                        "'${ARG_UNPARSED_ARGUMENTS}' is for")
  endif()
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
  generate(DspMlir::dsp-tblgen ${name}_kernels.inc -gen-dsp-kernels --dsp-library=${name}
           ${check_ids})
  generate(DspMlir::dsp-tblgen ${name}_kernels.h -gen-dsp-header)
  generate(DspMlir::dsp-tblgen ${name}.md -gen-dsp-docs)
  generate(DspMlir::dsp-tblgen ${name}.json -gen-dsp-registry)

  configure_file(${DSP_KERNEL_PLUGIN_TEMPLATE} ${out}/${name}_plugin.cpp @ONLY)
  add_library(${name} MODULE ${out}/${name}_plugin.cpp ${outputs} ${ARG_SOURCES})
  if(NOT DEFINED ARG_VERIFY_PROTOTYPES OR ARG_VERIFY_PROTOTYPES)
    # The records' promises against the vendor's header, by the C compiler.
    generate(DspMlir::dsp-tblgen ${name}_check.c -gen-dsp-prototype-check)
    add_library(${name}-check-prototypes OBJECT ${out}/${name}_check.c)
    target_include_directories(${name}-check-prototypes PRIVATE
      ${CMAKE_CURRENT_SOURCE_DIR} ${ARG_INCLUDE_DIRECTORIES})
    target_compile_definitions(${name}-check-prototypes PRIVATE
      "DSP_VENDOR_HEADER=\"${ARG_HEADER}\"")
    # Differences of type and sign are warnings to C compilers.
    target_compile_options(${name}-check-prototypes PRIVATE
      -Werror=incompatible-pointer-types -Werror=pointer-sign
      -Werror=int-conversion -Werror=missing-field-initializers)
    set_target_properties(${name}-check-prototypes PROPERTIES C_STANDARD 11)
    add_dependencies(${name} ${name}-check-prototypes)
  endif()
  target_include_directories(${name} PRIVATE ${out} ${DSP_MLIR_INCLUDE_DIR}
    ${CMAKE_CURRENT_SOURCE_DIR} ${ARG_INCLUDE_DIRECTORIES})
  target_include_directories(${name} SYSTEM PRIVATE ${MLIR_INCLUDE_DIRS})
  target_compile_features(${name} PRIVATE cxx_std_20)
  target_compile_options(${name} PRIVATE -fno-exceptions)
  target_link_libraries(${name} PRIVATE DspMlir::DspMlir)

  dsp_note_tablegen_file(${td} ${CMAKE_CURRENT_SOURCE_DIR}
                         ${DSP_MLIR_INCLUDE_DIR} ${MLIR_INCLUDE_DIRS})
  if(TARGET DspMlir::dsp-run)
    dsp_add_kernel_tests(${name})
  endif()
endfunction()

# Tells tblgen-lsp-server in which folders the file's includes are. CMake code of
# LLVM's that writes the same file has cleared it when it was included.
function(dsp_note_tablegen_file td)
  set(commands ${CMAKE_BINARY_DIR}/tablegen_compile_commands.yml)
  get_property(started GLOBAL PROPERTY DSP_NOTED_TABLEGEN_FILES)
  if(NOT started AND NOT COMMAND tablegen)
    file(REMOVE ${commands})
  endif()
  set_property(GLOBAL PROPERTY DSP_NOTED_TABLEGEN_FILES ON)
  file(APPEND ${commands} "--- !FileInfo:\n  filepath: \"${td}\"\n"
                          "  includes: \"${ARGN}\"\n")
endfunction()

# Part of add_dsp_kernels, whose variables it reads.
function(dsp_add_kernel_tests name)
  find_program(DSP_LIT NAMES lit llvm-lit HINTS ${LLVM_TOOLS_BINARY_DIR}
               DOC "the lit that runs kernel libraries' tests")
  if(NOT DSP_LIT)
    message(STATUS "add_dsp_kernels(${name}): no lit, so no check-${name}")
    return()
  endif()
  set(library "--library $<TARGET_FILE:${name}>")
  foreach(dir IN LISTS CMAKE_CURRENT_SOURCE_DIR ARG_INCLUDE_DIRECTORIES)
    get_filename_component(dir ${dir} ABSOLUTE)
    string(APPEND library " -I${dir}")
  endforeach()
  set(depends ${name})
  if(ARG_LIBRARY)
    string(APPEND library " -L$<TARGET_FILE_DIR:${ARG_LIBRARY}>")
    list(APPEND depends ${ARG_LIBRARY})
  endif()
  string(TOUPPER ${name} NAME)
  set(folders)
  # One lit suite for each folder that has tests.
  macro(add_suite suite_name source)
    set(suite ${suite_name})
    set(suite_source ${source})
    set(folder ${out}/run-${suite_name})
    configure_file(${DSP_KERNEL_TESTS_TEMPLATE}/lit.site.cfg.py.in
                   ${folder}.cfg.py @ONLY)
    file(GENERATE OUTPUT ${folder}/lit.site.cfg.py INPUT ${folder}.cfg.py)
    list(APPEND folders ${folder})
  endmacro()
  foreach(test header plugin)
    configure_file(${DSP_KERNEL_TESTS_TEMPLATE}/${test}.test.in
                   ${out}/generated-tests/${test}.test @ONLY)
  endforeach()
  add_suite(generated ${out}/generated-tests)
  if(ARG_TESTS)
    get_filename_component(tests ${ARG_TESTS} ABSOLUTE)
    get_filename_component(folder_name ${tests} NAME)
    add_suite(${folder_name} ${tests})
  endif()
  add_custom_target(check-${name} COMMAND ${DSP_LIT} -sv ${folders}
                    DEPENDS ${depends} USES_TERMINAL)
  add_test(NAME ${name} COMMAND ${DSP_LIT} -sv ${folders})
endfunction()

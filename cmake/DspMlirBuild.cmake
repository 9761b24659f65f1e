# How this project builds its own parts. What vendors call is AddDspKernels.cmake.

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Paths relative to the checkout let two build folders share the cache.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}
      CCACHE_NOHASHDIR=1 ${CCACHE_PROGRAM})
  set(CMAKE_C_COMPILER_LAUNCHER ${CMAKE_CXX_COMPILER_LAUNCHER})
endif()

set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/lib)
set(CMAKE_ARCHIVE_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/lib)
# Installed tools find the library beside them, and LLVM's where it is.
set(CMAKE_INSTALL_RPATH "\$ORIGIN/../${CMAKE_INSTALL_LIBDIR}" "\$ORIGIN")
set(CMAKE_INSTALL_RPATH_USE_LINK_PATH ON)

set(DSP_TABLEGEN_EXE $<TARGET_FILE:dsp-tblgen>)
set(DSP_TABLEGEN_TARGET dsp-tblgen)

# Inline functions, most of them template instances, are each part's own: as
# exported symbols they would be bound one by one whenever a tool starts.
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)

# What the test suites run.
add_custom_target(test-depends)

include_directories(SYSTEM ${LLVM_INCLUDE_DIRS} ${MLIR_INCLUDE_DIRS})
include_directories(${PROJECT_SOURCE_DIR}/include ${PROJECT_BINARY_DIR}/include)

# What every C++ target of the project is compiled with. LLVM's Debian packages
# are built with RTTI and without exceptions.
function(dsp_set_cxx_options target)
  target_compile_options(${target} PRIVATE
    $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions -Wall -Wextra
      # Other compilers, other warnings: they shall not stop who builds it.
      $<$<CXX_COMPILER_ID:Clang>:-Werror>
      # mlir-tblgen's code has unused parameters; libstdc++ 12's stable_sort
      # uses a function that C++20 deprecates.
      -Wno-unused-parameter -Wno-deprecated-declarations
      # False alarms of GCC's about values behind std::optional.
      $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>>)
endfunction()

# A part of libDspMlir: add_dsp_part(name SOURCES a.cpp ... DEPENDS targets...)
# Parts are object libraries that one shared library is made of, so that a
# vendor's plugin and the tool that loads it see the same registries.
function(add_dsp_part name)
  cmake_parse_arguments(PART "" "" "SOURCES;DEPENDS" ${ARGN})
  add_library(${name} OBJECT ${PART_SOURCES})
  dsp_set_cxx_options(${name})
  add_dependencies(${name} dsp-headers ${PART_DEPENDS})
  set_property(GLOBAL APPEND PROPERTY DSP_MLIR_PARTS ${name})
endfunction()

# dsp_tablegen(out.inc file.td -gen-x ...): runs mlir-tblgen into the mirrored
# include folder of the build; the target dsp-headers waits for it.
macro(dsp_mlir_tablegen td out)
  set(LLVM_TARGET_DEFINITIONS ${td})
  mlir_tablegen(${out} ${ARGN})
endmacro()

# The same with dsp-tblgen.
macro(dsp_tablegen td out)
  set(LLVM_TARGET_DEFINITIONS ${td})
  tablegen(DSP ${out} -I${PROJECT_SOURCE_DIR}/include -I${MLIR_INCLUDE_DIRS}
           ${ARGN})
  set(TABLEGEN_OUTPUT ${TABLEGEN_OUTPUT} ${CMAKE_CURRENT_BINARY_DIR}/${out})
endmacro()

# Ends a list of the two above: everything made so far becomes one target.
function(dsp_tablegen_target target)
  add_public_tablegen_target(${target})
  add_dependencies(dsp-headers ${target})
endfunction()

# What a built-in kernel library's sources include, made from <stem>.td; called in
# the records' folder, where <name>.ids freezes the kernels' IDs.
function(dsp_library_tablegen name stem)
  set(only_ours -op-include-regex=^dsp\\.${name}\\.)
  dsp_mlir_tablegen(${stem}.td ${stem}Ops.h.inc -gen-op-decls ${only_ours})
  dsp_mlir_tablegen(${stem}.td ${stem}Ops.cpp.inc -gen-op-defs ${only_ours})
  set(ids ${CMAKE_CURRENT_SOURCE_DIR}/${name}.ids)
  dsp_tablegen(${stem}.td ${stem}Kernels.inc -gen-dsp-kernels
               --dsp-frozen-ids=${ids} DEPENDS ${ids})
  dsp_tablegen_target(${stem}IncGen)
endfunction()

# Tables and what mlir-tblgen makes of ops is much code that runs little: most of
# the time that a build would take goes into optimising it for nothing.
function(dsp_do_not_optimize)
  set_source_files_properties(${ARGN} PROPERTIES COMPILE_OPTIONS
    $<$<CONFIG:Release>:-O0>)
endfunction()

# A command-line tool that links libDspMlir.
function(add_dsp_tool name)
  add_executable(${name} ${ARGN})
  dsp_set_cxx_options(${name})
  add_dependencies(${name} dsp-headers)
  target_link_libraries(${name} PRIVATE DspMlir)
  add_dependencies(test-depends ${name})
  install(TARGETS ${name} EXPORT DspMlirTargets
          RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endfunction()

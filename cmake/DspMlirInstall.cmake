# What `cmake --install` adds to the targets' own install rules: headers and .td
# files, the CMake package and the licence. Included last, when all targets are
# known.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/DspMlir)

# A library's tables are of use to its own .cpp file only, and their #line
# directives name the checkout.
foreach(root ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR})
  install(DIRECTORY ${root}/include/dsp DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
          FILES_MATCHING PATTERN "*.h" PATTERN "*.td" PATTERN "*.inc"
          PATTERN "*Kernels.inc" EXCLUDE PATTERN CMakeFiles EXCLUDE)
endforeach()

install(EXPORT DspMlirTargets NAMESPACE DspMlir:: DESTINATION ${package_dir})
set(MLIR_PACKAGE_VERSION_REQUIRED 22.1)
configure_package_config_file(
  ${CMAKE_CURRENT_LIST_DIR}/DspMlirConfig.cmake.in
  ${PROJECT_BINARY_DIR}/DspMlirConfig.cmake
  INSTALL_DESTINATION ${package_dir}
  PATH_VARS CMAKE_INSTALL_INCLUDEDIR)
write_basic_package_version_file(
  ${PROJECT_BINARY_DIR}/DspMlirConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/DspMlirConfig.cmake
              ${PROJECT_BINARY_DIR}/DspMlirConfigVersion.cmake
              ${CMAKE_CURRENT_LIST_DIR}/AddDspKernels.cmake
              ${CMAKE_CURRENT_LIST_DIR}/KernelPlugin.cpp.in
        DESTINATION ${package_dir})
install(DIRECTORY ${CMAKE_CURRENT_LIST_DIR}/KernelTests DESTINATION ${package_dir})

install(PROGRAMS ${PROJECT_SOURCE_DIR}/utils/new-kernel
        DESTINATION ${CMAKE_INSTALL_BINDIR} RENAME dsp-new)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/utils/new_kernel
        DESTINATION ${CMAKE_INSTALL_DATADIR}/dsp-mlir FILES_MATCHING PATTERN "*.py")

install(FILES ${PROJECT_SOURCE_DIR}/LICENSE
        DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/dsp-mlir)

# The suite's configuration. Tests mirror include/dsp; test_exec_root is the
# build folder, so a run leaves the checkout as it was.
import os
import shutil
import subprocess

import lit.formats

config.name = "dsp-mlir"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".mlir", ".td", ".relay", ".test", ".c", ".json"]
config.excludes = ["Inputs", "CMakeLists.txt", "lib"]
config.test_source_root = os.path.dirname(__file__)
config.test_exec_root = os.path.join(config.dsp_build_dir, "test")

build_bin = os.path.join(config.dsp_build_dir, "bin")
path = [build_bin, config.llvm_tools_dir, config.environment["PATH"]]
config.environment["PATH"] = os.pathsep.join(path)
config.environment["FILECHECK_OPTS"] = "-enable-var-scope"

# Real models and corpora that are not part of the project: tests that read them
# say `REQUIRES: shared` and find them at %shared.
shared = os.environ.get(
    "DSP_MLIR_SHARED", os.path.join(config.dsp_source_dir, "..", "shared"))
shared = os.path.realpath(shared)
config.substitutions.append(("%shared", shared))
if os.path.isdir(shared):
    config.available_features.add("shared")
else:
    lit_config.note(f"no '{shared}': tests on shared models are skipped; "
                    "set DSP_MLIR_SHARED to the folder that holds them")

config.substitutions.append(("%src", config.dsp_source_dir))
config.substitutions.append(("%python", "/usr/bin/python3"))
config.substitutions.append(("%cc", config.host_cc))
config.substitutions.append(
    ("%inputs", os.path.join(config.dsp_source_dir, "test", "Inputs")))

# The libraries of test/lib: the plugin, and how the host's compiler finds it.
build_lib = os.path.join(config.dsp_build_dir, "lib")
for library in ("roles", "phases", "fussy", "names"):
    config.substitutions.append((f"%{library}_c", "-I" + os.path.join(
        config.dsp_source_dir, "test", "lib", library.capitalize())))
    config.substitutions.append(
        (f"%{library}", os.path.join(build_lib, f"lib{library}.so")))
config.substitutions.append(("%lib", build_lib))
# The stand-in for CMSIS-NN, as it is built for each kind of processor.
for target in ("c", "dsp", "mve"):
    config.substitutions.append((f"%cmsis_{target}", " ".join((
        "-I" + os.path.join(config.dsp_source_dir, "test", "lib", "CmsisNN"),
        "-L" + os.path.join(build_lib, "CmsisNN", target)))))

# The HTML report is opened where there is a browser for it.
if any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))):
    config.available_features.add("chromium")

# Emitted C has to please both of these, with all of their warnings.
config.substitutions.append(
    ("%strict_c", "-std=c99 -Wall -Wextra -Wpedantic -Wconversion -Werror"))
for compiler in ("gcc", "clang-22"):
    if shutil.which(compiler):
        config.available_features.add(compiler)
# Libraries of the system that records describe.
for header in ("cblas.h", "xnnpack.h"):
    probe = subprocess.run(
        [config.host_cc, "-fsyntax-only", "-include", header, "-x", "c",
         os.devnull], stderr=subprocess.DEVNULL)
    name = header.removesuffix(".h")
    if probe.returncode == 0:
        config.available_features.add(name)
    else:
        lit_config.note(f"no {header}: tests with {name} are skipped")

# The data of examples/digits, to quantise it again.
probe = subprocess.run(
    ["/usr/bin/python3", "-c", "import sklearn"], stderr=subprocess.DEVNULL)
if probe.returncode == 0:
    config.available_features.add("sklearn")
else:
    lit_config.note("no scikit-learn: tests with sklearn are skipped")

config.substitutions.append(
    ("%tblgen_includes",
     f"-I {config.dsp_source_dir}/include -I {config.llvm_include_dir}"))

# The suite that compiles, builds and runs whole models. Substitutions and
# features are those of test/.
import os

lit_config.load_config(
    config, os.path.join(config.dsp_source_dir, "test", "lit.cfg.py"))

config.name = "dsp-mlir-integration"
config.suffixes = [".test"]
config.test_source_root = os.path.dirname(__file__)
config.test_exec_root = os.path.join(config.dsp_build_dir, "integration_test")

config.substitutions.append(("%cmake", config.cmake))
config.substitutions.append(("%cxx", config.host_cxx))
config.substitutions.append(("%build", config.dsp_build_dir))

"""Compares a model's outputs on real inputs with stored ones, bit for bit.

Usage: real_inputs.py FOLDER KEY [dsp-run's options...]

FOLDER holds mod.json, mod.params, inputs.npz, and real.npz with `x`, a batch of
inputs, and under KEY the outputs.
"""
import pathlib
import subprocess
import sys
import tempfile

import numpy as np


def main(folder, key, *options):
    folder = pathlib.Path(folder)
    given = np.load(folder / "inputs.npz")
    (name,) = given.files
    real = np.load(folder / "real.npz")
    (data,) = set(real.files) - {"tvm_out", "tflite_ref_out"}
    different = 0
    for x, want in zip(real[data], real[key], strict=True):
        with tempfile.TemporaryDirectory() as scratch:
            scratch = pathlib.Path(scratch)
            np.savez(scratch / "in.npz", **{name: x.reshape(given[name].shape)})
            np.savez(scratch / "want.npz", out0=want.reshape(1, -1))
            run = subprocess.run(
                ["dsp-run", folder / "mod.json", "--params", folder / "mod.params",
                 "--inputs", scratch / "in.npz", "--expect", scratch / "want.npz",
                 "--exact", *options],
                text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if run.returncode:
            different += 1
            print(run.stdout)
    count = len(real[key])
    print(f"{count - different} of {count} outputs equal to '{key}'")
    return different != 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

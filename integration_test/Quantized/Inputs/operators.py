"""Runs every model of a folder of folders and compares it bit for bit.

Usage: operators.py FOLDER FORM EXPECTED [dsp-run's options...]

FORM is json or relay; a folder without the file EXPECTED is not run.
"""
import concurrent.futures
import os
import pathlib
import subprocess
import sys


def run(folder, form, expected, options):
    return subprocess.run(
        ["dsp-run", folder / f"mod.{form}", "--params", folder / "mod.params",
         "--inputs", folder / "inputs.npz", "--expect", folder / expected,
         "--exact", *options],
        text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def main(root, form, expected, *options):
    folders = sorted(path.parent for path in pathlib.Path(root).glob(f"*/{expected}"))
    failures = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        runs = pool.map(lambda folder: run(folder, form, expected, options), folders)
        for folder, result in zip(folders, runs):
            if result.returncode:
                failures += 1
                print(f"{folder.name}: {result.stdout}")
    print(f"{len(folders) - failures} of {len(folders)} operators give '{expected}'")
    return failures != 0 or not folders


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

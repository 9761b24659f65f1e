"""Runs every faulty record of .td files, and counts them.

Usage: check_errors.py [TBLGEN-ARGUMENT ...] FILE.td ...
A case is what stands between `#ifdef CASE` and `#endif`. dsp-tblgen must refuse
it, with what the file's `// CASE:` lines say (underscores become dashes).
"""
import re
import subprocess
import sys


def run_case(args, path, case):
    tblgen = subprocess.run(
        ["dsp-tblgen", "-gen-dsp-kernels", *args, "-D" + case, path],
        capture_output=True, text=True)
    prefix = case.replace("_", "-")
    if tblgen.returncode != 1:
        return f"{case}: dsp-tblgen gave {tblgen.returncode}, not 1"
    if tblgen.stdout:
        return f"{case}: something was printed in spite of the error"
    check = subprocess.run(
        ["FileCheck", path, "--check-prefix=" + prefix],
        input=tblgen.stderr, capture_output=True, text=True)
    return f"{case}:\n{check.stderr}" if check.returncode else ""


def main(args):
    files = [arg for arg in args if arg.endswith(".td")]
    options = [arg for arg in args if not arg.endswith(".td")]
    count, failures = 0, []
    for path in files:
        with open(path, encoding="utf-8") as file:
            cases = re.findall(r"^#ifdef (\w+)$", file.read(), re.MULTILINE)
        count += len(cases)
        failures += filter(None, (run_case(options, path, c) for c in cases))
    print("\n".join(failures))
    print(f"{count - len(failures)} of {count} faulty records refused at "
          "their places")
    return 1 if failures else 0


sys.exit(main(sys.argv[1:]))

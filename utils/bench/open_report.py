#!/usr/bin/python3
"""Opens an HTML report in headless Chromium and prints the page as it then is.

Usage: open_report.py REPORT.html [--script JAVASCRIPT] > DOM.html

The script runs once the page is there, as a reader would act. Standard error has
the seconds that the whole run took, the browser's own start included. Exit code
1 if the page has not drawn itself or reports an error.
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

BROWSERS = ["chromium", "chromium-browser", "google-chrome"]
# Nothing but the page: no sandbox (root has none), no network, no profile.
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
         "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync",
         "--enable-logging=stderr", "--dump-dom"]


def find_browser():
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def open_report(path):
    """The page's DOM and the seconds that it took; raises if it fails."""
    with tempfile.TemporaryDirectory() as profile:
        start = time.perf_counter()
        run = subprocess.run(
            [find_browser(), *FLAGS, f"--user-data-dir={profile}",
             "--window-size=1280,900", pathlib.Path(path).resolve().as_uri()],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120,
            check=True, encoding="utf-8")
        seconds = time.perf_counter() - start
    messages = re.findall(r".*CONSOLE.*", run.stderr)
    if messages:
        raise RuntimeError("\n".join(messages))
    if "data-ready=" not in run.stdout:
        raise RuntimeError("the page has not drawn itself")
    return run.stdout, seconds


def with_script(path, script, folder):
    """A copy of the page that ends with the script."""
    page = pathlib.Path(path).read_text(encoding="utf-8")
    copy = pathlib.Path(folder) / "report.html"
    copy.write_text(page.replace(
        "</body>", f"<script>\n{script}\n</script>\n</body>"), encoding="utf-8")
    return copy


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report", metavar="REPORT.html")
    parser.add_argument("--script", metavar="JAVASCRIPT", default="")
    arguments = parser.parse_args()
    if not find_browser():
        sys.exit("no browser: " + ", ".join(BROWSERS))
    try:
        with tempfile.TemporaryDirectory() as folder:
            dom, seconds = open_report(
                with_script(arguments.report, arguments.script, folder))
    except (RuntimeError, subprocess.SubprocessError) as error:
        sys.exit(str(error))
    sys.stdout.write(dom)
    print(f"{seconds:.2f} s", file=sys.stderr)


if __name__ == "__main__":
    main()

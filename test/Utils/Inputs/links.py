"""Prints links of Markdown pages that lead to no file."""

import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
pages = [root / "README.md", *root.glob("docs/**/*.md"), *root.glob("examples/**/*.md")]
for page in pages:
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text()):
        if not re.match(r"[a-z]+:|#", target):
            if not (page.parent / target.split("#")[0]).exists():
                print(f"{page.relative_to(root)}: no file '{target}'")
print(f"{len(pages)} pages")

"""Prints links of Markdown pages that lead to no file, and pages of docs/ that its
index does not lead to.
"""

import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1]).resolve()
pages = [root / "README.md", *root.glob("docs/**/*.md"), *root.glob("examples/**/*.md")]
linked = {}
for page in pages:
    linked[page] = set()
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text()):
        if re.match(r"[a-z]+:|#", target):
            continue
        file = (page.parent / target.split("#")[0]).resolve()
        linked[page].add(file)
        if not file.exists():
            print(f"{page.relative_to(root)}: no file '{target}'")

index = root / "docs" / "README.md"
for page in root.glob("docs/**/*.md"):
    if page != index and page not in linked[index]:
        print(f"{index.relative_to(root)}: no link to '{page.relative_to(root)}'")
print(f"{len(pages)} pages")

#!/usr/bin/env python3
"""Prints the N-th fenced code block of a language in a Markdown page.

Usage: doc-block.py PAGE LANGUAGE [N=1]

Tests run the examples of the documentation with it.
"""
import re
import sys


def main() -> int:
    page, language = sys.argv[1:3]
    number = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    with open(page, encoding="utf-8") as file:
        text = file.read()
    blocks = re.findall(rf"^```{re.escape(language)}\n(.*?)^```$", text,
                        re.MULTILINE | re.DOTALL)
    if len(blocks) < number:
        print(f"{page}: error: {len(blocks)} blocks of '{language}', "
              f"wanted number {number}", file=sys.stderr)
        return 1
    sys.stdout.write(blocks[number - 1])
    return 0


if __name__ == "__main__":
    sys.exit(main())

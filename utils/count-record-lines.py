#!/usr/bin/env python3
"""Counts the lines of files that are neither empty nor a comment.

Usage: count-record-lines.py FILE...       (.td, CMakeLists.txt)
"""
import sys


def count(path):
    with open(path, encoding="utf-8") as file:
        lines = [line.strip() for line in file]
    return sum(1 for line in lines if line and not line.startswith(("//", "#")))


if __name__ == "__main__":
    print(sum(map(count, sys.argv[1:])))

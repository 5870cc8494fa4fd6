"""Reads the tables of files with one library: `read_tables.py READER FILE...`.

Prints a line of JSON for each file: the milliseconds that reading took, and the rows of all tables as lists of texts. What a library needs
to start is not counted: every file is read once before.
"""

import io
import json
import sys
import time


def pandas_rows(path):
    import pandas

    with open(path, encoding="utf-8") as file:
        tables = pandas.read_html(io.StringIO(file.read()), header=None, keep_default_na=False, converters=None)
    return [[str(value) for value in row] for table in tables for row in table.astype(str).to_numpy().tolist()]


def pdfplumber_rows(path):
    import pdfplumber

    with pdfplumber.open(path) as document:
        tables = [table for page in document.pages for table in page.extract_tables()]
    return [[value or "" for value in row] for table in tables for row in table]


def markitdown_rows(path):
    global converter
    if converter is None:
        from markitdown import MarkItDown

        converter = MarkItDown()
    lines = converter.convert(path).text_content.splitlines()
    return [[value.strip() for value in line.strip().strip("|").split("|")] for line in lines if line.lstrip().startswith("|")]


converter = None
readers = {"pandas": pandas_rows, "pdfplumber": pdfplumber_rows, "markitdown": markitdown_rows}

if __name__ == "__main__":
    read, paths = readers[sys.argv[1]], sys.argv[2:]
    for path in paths:
        read(path)
    for path in paths:
        start = time.perf_counter()
        rows = read(path)
        print(json.dumps({"milliseconds": (time.perf_counter() - start) * 1000, "rows": rows}))

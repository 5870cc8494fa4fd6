"""Renders pages with tools written in Python: render.py RENDERER OUT_FOLDER EXTENSION FILE...

Each FILE is a page of UTF-8 (a PDF for pdfminer); each result goes to OUT_FOLDER under the file's own stem.
"""

import pathlib
import sys

from bs4 import BeautifulSoup


def blocks(page):
    """Headings and paragraphs as text, tables as grids, in reading order."""
    for element in BeautifulSoup(page, "lxml").body.find_all(["h1", "h2", "p", "table"]):
        yield element if element.name == "table" else element.get_text()


def grid(table):
    """(row, column, rows, columns, text) of each cell of a table with merged cells."""
    taken = set()
    for at, row in enumerate(table.find_all("tr")):
        column = 0
        for cell in row.find_all("td"):
            while (at, column) in taken:
                column += 1
            down, across = int(cell.get("rowspan", 1)), int(cell.get("colspan", 1))
            taken |= {(at + y, column + x) for y in range(down) for x in range(across)}
            yield at, column, down, across, cell.get_text()


def size(cells):
    return max(c[0] + c[2] for c in cells), max(c[1] + c[3] for c in cells)


def python_docx(page, out):
    import docx

    document = docx.Document()
    for block in blocks(page):
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        cells = list(grid(block))
        table = document.add_table(*size(cells))
        for row, column, down, across, text in cells:
            cell = table.cell(row, column).merge(table.cell(row + down - 1, column + across - 1))
            cell.text = text
    document.save(out)


def python_docx_text(page, out):
    """What python-docx says of its own document: a merged cell's text at every place that it covers."""
    import docx
    from docx.table import Table

    python_docx(page, out)
    lines = []
    for block in docx.Document(out).iter_inner_content():
        if isinstance(block, Table):
            lines += ["\t".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            lines.append(block.text)
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def openpyxl(page, out):
    import openpyxl

    workbook = openpyxl.Workbook()
    sheet = workbook.active
    top = 1
    for block in blocks(page):
        if isinstance(block, str):
            sheet.cell(top, 1, block)
            top += 1
            continue
        cells = list(grid(block))
        for row, column, down, across, text in cells:
            value = int(text) if text.isascii() and text.isdigit() else text or None
            sheet.cell(top + row, column + 1, value)
            if down > 1 or across > 1:
                sheet.merge_cells(None, top + row, column + 1, top + row + down - 1, column + across)
        top += size(cells)[0]
    workbook.save(out)


def markdownify(page, out):
    import markdownify

    body = str(BeautifulSoup(page, "lxml").body)
    out.write_text(markdownify.markdownify(body, heading_style="ATX"), encoding="utf-8")


def trafilatura(page, out):
    import trafilatura

    text = trafilatura.extract(page, output_format="markdown", include_tables=True, favor_recall=True)
    out.write_text(text or "", encoding="utf-8")


def beautifulsoup_lines(page, out):
    """A cell a line, as most crawlers keep a page; blank cells leave nothing."""
    body = BeautifulSoup(page, "lxml").body
    out.write_text(body.get_text("\n", strip=True), encoding="utf-8")


def pdfminer(path, out):
    from pdfminer.high_level import extract_text

    out.write_text(extract_text(path), encoding="utf-8")


def easyofd(path, out):
    """Pieces of lines at even distances, and no lines drawn."""
    import contextlib
    import io
    import tempfile

    from easyofd.ofd import OFD
    from loguru import logger

    logger.remove()
    # It makes and removes a folder called test where it stands.
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder), contextlib.redirect_stdout(io.StringIO()):
        out.write_bytes(OFD().pdf2ofd(path.read_bytes(), optional_text=True))


def main(renderer, folder, extension, *files):
    render = globals()[renderer]
    for file in map(pathlib.Path, files):
        out = pathlib.Path(folder) / f"{file.stem}{extension}"
        render(file if file.suffix == ".pdf" else file.read_text(encoding="utf-8"), out)


main(*sys.argv[1:])

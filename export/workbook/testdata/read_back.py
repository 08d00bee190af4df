"""Reads a workbook with a reader of its own and prints what it is made of.

usage: read_back.py WORKBOOK.xlsx
Each line is one fact: the Go test compares them with what the workbook must have.
"""
import sys
import zipfile

import openpyxl

name = sys.argv[1]
book = openpyxl.load_workbook(name)
archive = zipfile.ZipFile(name)
print("created", book.properties.created.isoformat(), "times of entries", sorted({entry.date_time for entry in archive.infolist()}))
for sheet in book:
    if sheet.sheet_state != "visible":
        print(sheet.title, "is", sheet.sheet_state)
        continue
    print(sheet.title, "panes", sheet.freeze_panes, "paper", sheet.page_setup.paperSize, sheet.page_setup.orientation,
          "wide", sheet.page_setup.fitToWidth, "repeats", sheet.print_title_rows)
    for table in sheet.tables.values():
        head = [cell.value for cell in next(sheet[table.ref.split(":")[0]:table.ref.split(":")[1]].__iter__())] if ":" in table.ref else []
        named = [column.name for column in table.tableColumns]
        print(" table", table.name, table.ref, "filter", table.autoFilter.ref == table.ref, "headings", head == named, len(set(named)) == len(named))
    for area, rules in sheet.conditional_formatting._cf_rules.items():
        print(" rule", area.sqref, ",".join(rule.type for rule in rules))
    for chart in sheet._charts:
        print(" chart", type(chart).__name__, "series", len(chart.series))
    kinds = {}
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                kind = "formula" if cell.data_type == "f" else "text" if cell.data_type in ("s", "inlineStr") else "number" if cell.data_type in ("n", "d") else cell.data_type
                kinds[kind] = kinds.get(kind, 0) + 1
    print(" cells", " ".join(f"{kind}={kinds[kind]}" for kind in sorted(kinds)))
print("sparklines", sum(archive.read(entry).count(b"<x14:sparkline>") for entry in archive.namelist() if entry.startswith("xl/worksheets/sheet")))

"""Listings in spreadsheets: out to be edited, back with all differences shown first, all or nothing, undone as one.

    cells.py      what stands in a cell, and what it says: choices in words, days, numbers, what Excel made of them
    tables.py     what stands in a row, by kind of record; the forms of the editor are the rules
    arrivals.py   the table of new organisations
    versions.py   what a row was when it was exported, so that who changed what is known for each cell
    files.py      which files are spreadsheets; refusals in words
    reading.py    their rows, one by one
    writing.py    export and template: xlsx with drop-downs, csv
    checking.py   the dry run: differences, errors, what others changed since
    storing.py    the import, in one transaction; the undo of it
    jobs.py       one process for each act, with its progress
    page.py, views.py, urls.py

Why so: docs/decisions/0035-spreadsheets.md.
"""

"""Places of OpenStreetMap as listings that nobody confirmed yet: professionals see them so marked, residents do not.

    files.py    what a file holds, however it was packed, written or damaged
    places.py   the file, as a list of places: every entry that cannot be read is named
    tags.py     which tags mean which theme: the table `fixtures/osm_tags.csv`
    privacy.py  what belongs to a person and stays out
    names.py    which language a name is in
    match.py    places that are in the repertorium already, surely or perhaps
    territory.py where a place lies
    channels.py how it is reached
    listing.py  one place as actor, location, service and contact channels: written, or brought up to date
    gaps.py     what a listing lacks and its place knows
    pack.py, start.py  the file of places that the product starts with
    report.py   what became of every place, and why

`run.py` holds the one function: `import_osm`.
"""

"""`make bench [N=10000]`: is the search fast? A synthetic region, requests like people's, and budgets.

    texts.py         words as Brussels listings have them, and proper names
    region.py        the region: actors with services, places, admission, hours, room; the same for every seed
    fill.py          writes it through the models;  database.py: a database of its own per size, kept between runs
    requests.py      what is asked: text with typos, filters, open now, near
    held_out.py      queries of which the right answer is known
    oracle.py        which of these have an answer at all
    tantivy_side.py  the same data and requests in tantivy, to have something to compare with
    measure.py       the engine: percentiles, side by side with tantivy
    fresh.py         a fresh process: how long until it answers, how much memory
    pages.py         whole pages from gunicorn (web.py), and how soon a change is found
    child.py         runs one of these in a process with its database
    report.py        the lines with their budgets;  plot.py: cost against size

No time is ever asserted in a test: a budget is a line that turns RED here.
"""

SEED = 1  # of the region and of what is asked; another one gives other numbers of the same kind

"""What changed in a listing, when and by whom, and how it is put back.

The database writes down every change itself (`repertorium.history`). `scope` says which of those events are of one
listing, `changes` gathers them by save, `words` says them to people, `undo` puts the values of before back.
"""

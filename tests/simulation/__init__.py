"""A year of keeping availability true, simulated: python -m tests.simulation (docs/simulation/README.md).

The rules are the product's own constants (periods, reminders, what is called); the people are assumptions, all of them
in `rates.py`, on the pessimistic side of what is known of bed registers elsewhere.
"""

"""The residents' view: pictograms, three screens, a telephone number; also without connection and read aloud.

choice.py      what somebody chose: all of it stands in the address, in codes that say nothing to a bystander
interface.py   the languages of the screens: Dutch and French, and those that a translation file adds
words.py       hours, distances, room and conditions in plain words
cards.py       what a resident reads of a service;  numbers.py: of a crisis number
screens.py     the screens: what, where, cards
bundle.py      the same cards as data, for a telephone without connection
views.py       pages;  offline.py: what makes them an app that can be installed
"""

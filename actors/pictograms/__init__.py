"""The residents' view: pictograms, three screens, a telephone number; also without connection and read aloud.

choice.py        what somebody chose: all of it stands in the address, in codes that say nothing to a bystander
interface.py     the languages of the screens: Dutch and French, and those that a translation file adds
words.py         hours, distances, room and conditions in plain words
cards.py         what a resident reads of a service;  numbers.py: of a crisis number;  records.py: where it is read
instead.py       for what is full: the nearest that has room
screen.py        what all screens have;  screens.py: what, where, numbers, legend;  cards_screen.py: cards, paper
mosaic.py        the municipalities as tiles;  qr.py: addresses as codes on paper
bundle.py        the cards as data, for a telephone without connection;  told.py: hours as they travel there
views.py         pages;  offline.py: what makes them an app that can be installed
"""

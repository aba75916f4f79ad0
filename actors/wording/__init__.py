"""Opening hours as people and mappers write them, brought to one way of writing in the syntax of OpenStreetMap.

vocabulary.py  the words of days, months, holidays and states in Dutch, French and English
tokens.py      a text cut into words that count
grammar.py     rules made of these words
spans.py       the minutes and the days of a rule
parts.py       parts of a day that are closed
alternatives.py  sentences that people write for two things
reading.py     `understand`: the one way of writing; or why not, with the two readings where there are two
"""

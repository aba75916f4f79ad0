"""Opening hours as people and mappers write them, brought to one way of writing in the syntax of OpenStreetMap.

vocabulary.py  the words of days, months, holidays and states in Dutch, French and English
tokens.py      a text cut into words that count
order.py       the words in the order in which they are read
rules.py       one rule
grammar.py     rules made of these words
pairing.py     rules that are written in parts, put together
spans.py       the minutes and the days of a rule
parts.py       parts of a day that are closed
alternatives.py  sentences that people write for two things
checks.py      what can mean two things, and is asked
writing.py     rules as a text
reading.py     `understand`: the one way of writing; or why not, with the two readings where there are two
"""

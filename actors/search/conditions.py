"""Words that say under which condition something is needed ("slapen met hond"): of what fits, who takes them stands
first. They never decide what is found: no bed is refused for the name of a house that has a dog in it."""

WORDS = {"dogs": "hond honden hondje huisdier huisdieren chien chiens chienne animal animaux dog dogs pet pets"}
FACT_OF = {word: fact for fact, words in WORDS.items() for word in words.split()}

"""What came of one form about a question."""

from dataclasses import dataclass


@dataclass
class Said:
    """How to take it back, in which words it was done, or why it was refused. `published`: of what the public reads."""

    undo: str = ""
    published: bool = False
    done: str = ""
    error: str = ""
    asks_name: bool = False  # it was refused because it looks like the name of a person

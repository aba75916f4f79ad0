"""How fast this machine is: the same work whatever the product does, so that milliseconds of two days can be compared.

Machines that we are given differ by half, and a helper at work beside costs as much again. Budgets are read beside it.
"""

import timeit

TIMES, STEPS = 30, 40_000


def fixed_work() -> int:
    """What pages mostly are: small objects, words and lookups in plain Python."""
    words: dict[str, int] = {}
    for step in range(STEPS):
        word = f"{step % 997:x}"
        words[word] = words.get(word, 0) + len(word)
    return sum(sorted(words.values()))


def milliseconds() -> dict[str, float]:
    """The quickest and the middle of some times of the fixed work, in milliseconds: far apart where others work too."""
    times = sorted(seconds * 1000 for seconds in timeit.repeat(fixed_work, number=1, repeat=TIMES))
    return {"quickest": times[0], "middle": times[TIMES // 2]}

"""Which questions have an answer at all: those that somebody could answer who knows every name and theme by heart.

Invented names stand closer together the larger a region is: there are some 43,000 of them for the 37,000 actors of
100,000 services. Then a mistake in one often makes another that exists, or one that is as near to others with the
same theme; nobody can say who was meant. Both engines are asked the questions that the oracle can answer, and the
report says how many of all it can.
"""

from collections import defaultdict

from rapidfuzz.distance import OSA

from actors.models import Service, ServiceTheme, Viewer
from actors.search.words import fold
from tests.bench.held_out import SHOWN, Known

Names = dict[str, dict[str, set[int]]]  # theme: name of an actor: services


class Oracle:
    """Knows what every actor is called."""

    def __init__(self, names: Names):
        self._names = names

    @classmethod
    def of_region(cls) -> "Oracle":
        """The oracle of the region in the database."""
        columns = [f"actor__{column}_{language}" for column in ("name", "acronym") for language in ("nl", "fr")]
        called = {
            pk: {fold(name.rsplit(" ", 1)[-1]) for name in names if name}
            for pk, *names in Service.objects.visible_to(Viewer.VISITOR).values_list("pk", *columns)
        }
        names: Names = defaultdict(lambda: defaultdict(set))
        for pk, theme in ServiceTheme.objects.values_list("service_id", "theme__code"):
            for name in called.get(pk, ()):
                names[theme][name].add(pk)
        return cls(names)

    def knows(self, question: Known) -> bool:
        """Whether the right answer is among the services of its theme whose names are the nearest, and these fit on a
        page of ten."""
        nearest, least = set(), None
        for name, services in self._names[question.theme].items():
            mistakes = OSA.distance(fold(question.name), name, score_cutoff=least)
            if least is None or mistakes < least:
                nearest, least = set(services), mistakes
            elif mistakes == least:
                nearest |= services
        return question.service in nearest and len(nearest) <= SHOWN

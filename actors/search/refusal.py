"""A refusal by the OCMW/CPAS of one's own municipality. No other one may help, and that one said no: what is looked for
is who reads the decision with the person, and who thinks along with the professional."""

from actors.search.meaning import Group
from actors.search.terms import Terms

DECIDES = "theme:ocmw-cpas"
WAYS_OUT = ("theme:legal-aid", "theme:referral-helpdesk")  # the first before the second
# Also what was given and is taken away.
REFUSING = frozenset(
    "geweigerd weiger weigert weigeren weigerde weigering afgewezen afwijzing afgekeurd stopgezet geschorst "
    "ingetrokken negatief negatieve "
    "refus refuse refusee refuser refusent refusait rejete rejetee rejet suspendu suspendue supprime supprimee "
    "negatif negative refused rejected refusal".split()
)
NAMING = {"need", "theme", "target"}


def refusal(terms: Terms, groups: list[Group], typed: list[str]) -> str:
    """The words of a text that say that an OCMW/CPAS, or what it gives, was refused; empty when none do."""
    refusing = [word for word in typed if word in REFUSING]
    deciding = [word for word in typed if DECIDES in terms.by_word.get(word, ())]
    deciding += [group.text for group in groups if not deciding and DECIDES in {term.key for term in group.terms}]
    return " ".join([*deciding, *refusing]) if deciding and refusing else ""


def asked_beside(groups: list[Group]) -> list[Group]:
    """What else the text asks for, and for whom. Where it was refused is no matter: help against it is not bound to a
    territory."""
    refusal = {DECIDES, *WAYS_OUT}
    return [
        group
        for group in groups
        if any(term.kind in NAMING for term in group.terms) and not refusal & {term.key for term in group.terms}
    ]

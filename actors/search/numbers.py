"""Numbers and addresses that are typed: telephone numbers, web addresses, postal codes, ages."""

import re

PHONE = re.compile(r"[+(]?\d[\d\s()./\-–]*")
SITE = re.compile(r"(?:https?://)?(?:www\.)?([\w.-]+\.[a-z]{2,}(?:/\S*)?)", re.IGNORECASE)
MAIL = re.compile(r"\S+@([\w.-]+\.[a-z]{2,})", re.IGNORECASE)
SHORTEST = 3  # digits of a number that can be dialled
BEGUN = 4  # digits of a number that is not typed whole: a zone and more, "02 5", or "0800"
COUNTRY = re.compile(r"^(?:\+|00)?32(?=\d{8,9}$)")
COUNTRY_BEGUN = re.compile(r"^(?:\+|00)32(?=\d)")
POSTAL_CODE = re.compile(r"1[0-2]\d\d")
YEARS = frozenset("jaar jaren jarig jarige ans an years year yo".split())
OLDEST = 120
AGED = ((11, "children"), (17, "teens"), (25, "young-adults"), (64, ""), (OLDEST, "seniors"))  # to this age: a target
PERSONS = frozenset(
    "kind kinderen zoon zoontje dochter dochtertje jongen meisje man vrouw baby tiener puber jongere iemand "
    "enfant enfants fils fille garcon homme femme bebe ado adolescent adolescente jeune "
    "child son daughter boy girl teenager".split()
)


def channel_mark(value: str) -> str:
    """The mark of what one is reached by: a telephone number, a mail address, a web address."""
    return f"channel|{_phone(value) if PHONE.fullmatch(value) else _address(value)}"


def typed_channels(text: str) -> list[str]:
    """The marks that a text may be when it is nothing but a number or address; the nearest first."""
    text = text.strip()
    if PHONE.fullmatch(text):
        return [channel_mark(text)] if sum(sign.isdigit() for sign in text) >= SHORTEST else []
    if mail := MAIL.fullmatch(text):
        return [channel_mark(text), channel_mark(mail[1])]
    if site := SITE.fullmatch(text):
        return [channel_mark(site[1]), channel_mark(site[1].partition("/")[0])]
    return []


def typed_beginning(text: str) -> str:
    """What the marks of numbers begin with that begin as this text does, "02 502"; empty where it is no such text.

    Numbers that do not begin with 0 are dialled whole, and look like postal codes.
    """
    text = text.strip()
    digits = COUNTRY_BEGUN.sub("0", _digits(text)) if PHONE.fullmatch(text) else ""
    return f"channel|{digits}" if digits.startswith(("0", "+")) and len(digits) >= BEGUN else ""


def site_name(text: str) -> str:
    """What a web address is called, to look for where nobody has it: "samusocial" of "www.samusocial.org/x"."""
    site = SITE.fullmatch(text.strip())
    return site[1].partition("/")[0].rpartition(".")[0].rpartition(".")[2] if site else text


def _phone(value: str) -> str:
    """+32 2 512 34 56, 0032… and 02 512 34 56 are one number."""
    return COUNTRY.sub("0", _digits(value))


def _digits(value: str) -> str:
    return ("+" if value.lstrip().startswith("+") else "") + re.sub(r"\D", "", value.replace("(0)", ""))


def _address(value: str) -> str:
    return value.lower().partition("://")[2 if "://" in value else 0].removeprefix("www.").rstrip("/")


def age(typed: list[str], position: int) -> int | None:
    """The age that begins here: "14 jaar", "14-jarige", "15 ans"."""
    number, after = typed[position], typed[position + 1 : position + 2]
    is_age = number.isascii() and number.isdigit() and len(number) <= len(str(OLDEST)) and {*after} & YEARS
    return int(number) if is_age and int(number) <= OLDEST else None


def target_of_age(years: int) -> str:
    """The code of the target group of this age; none for what most services are for."""
    return next(code for oldest, code in AGED if years <= oldest)

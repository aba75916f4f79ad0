"""What decides whether a referral is worth the trip: facts that are yes, no or unknown, never guessed."""

from dataclasses import dataclass

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from repertorium.pictograms import crossed

OLDEST = 120  # years


@dataclass(frozen=True)
class Fact:
    """One admission fact: its code in filters and files, its field on `Service`, its words and pictogram.

    `wish` is the answer that a filter on this code asks for: who filters on `no-referral` looks for services
    that need none, so there the field must be False.

    `pictogram` is the thing that the fact is about: papers, a calendar, coins. It is crossed where the thing is not
    needed or not there: that is the answer `crossed` (docs/decisions/0022-signs.md). `instead` is another picture for
    that answer, where a crossed one would be read as a door that is closed to somebody.
    """

    code: str
    field: str
    pictogram: str
    yes: Promise
    no: Promise
    unknown: Promise
    wish: bool = True
    crossed: bool = False
    instead: str = ""

    def sign(self, answer: bool) -> str:
        """The pictogram of an answer."""
        if answer is not self.crossed:
            return self.pictogram
        return self.instead or crossed(self.pictogram)

    @property
    def forms(self) -> list[tuple[str, Promise]]:
        """Both signs with what they say, the plain one first."""
        words = {True: self.yes, False: self.no}
        return [(self.sign(answer), words[answer]) for answer in (not self.crossed, self.crossed)]

    @property
    def yes_sign(self) -> str:
        return self.sign(True)

    @property
    def wish_sign(self) -> str:
        """The pictogram of the filter."""
        return self.sign(self.wish)

    @property
    def label(self) -> Promise:
        """What the filter is called."""
        return self.yes if self.wish else self.no


# fmt: off - one fact a line reads as the table that it is
FACTS = (
    Fact(
        "no-papers",
        "no_papers",
        "id-card",
        _("No residence papers needed"),
        _("Residence papers needed"),
        _("Papers: not known"),
        crossed=True,
    ),
    Fact(
        "anonymous",
        "anonymous",
        "user-pen",
        _("Anonymous possible"),
        _("Not anonymous"),
        _("Anonymous: not known"),
        crossed=True,
    ),
    Fact(
        "no-appointment",
        "no_appointment",
        "calendar-days",
        _("No appointment needed"),
        _("By appointment"),
        _("Appointment: not known"),
        crossed=True,
    ),
    Fact(
        "no-referral",
        "referral_needed",
        "share-from-square",
        _("Referral needed"),
        _("No referral needed"),
        _("Referral: not known"),
        wish=False,
    ),
    Fact(
        "no-registration",
        "registration_needed",
        "pen-to-square",
        _("Registration needed"),
        _("No registration needed"),
        _("Registration: not known"),
        wish=False,
    ),
    Fact(
        "free",
        "free",
        "coins",
        _("Free of charge"),
        _("Not free of charge"),
        _("Price: not known"),
        crossed=True,
    ),
    Fact(
        "fixed-price",
        "fixed_price",
        "tag",
        _("Fixed price"),
        _("No fixed price"),
        _("Fixed price: not known"),
    ),
    Fact(
        "by-income",
        "by_income",
        "scale-unbalanced",
        _("Price by income"),
        _("Price not by income"),
        _("Price by income: not known"),
    ),
    Fact(
        "no-insurance",
        "insurance_needed",
        "notes-medical",
        _("Health insurance needed"),
        _("No health insurance needed"),
        _("Health insurance: not known"),
        wish=False,
    ),
    Fact(
        "increased-reimbursement",
        "increased_reimbursement",
        "percent",
        _("Only with increased reimbursement (VT/BIM)"),
        _("Also without increased reimbursement (VT/BIM)"),
        _("Increased reimbursement: not known"),
    ),
    Fact(
        "women-only",
        "women_only",
        "venus",
        _("Women only"),
        _("Not only for women"),
        _("Women only: not known"),
        instead="mars-and-venus",
    ),
    Fact(
        "interpreter",
        "interpreter",
        "comment-dots",
        _("Interpreter possible"),
        _("No interpreter"),
        _("Interpreter: not known"),
    ),
    Fact(
        "wheelchair",
        "wheelchair",
        "wheelchair",
        _("Wheelchair access"),
        _("No wheelchair access"),
        _("Wheelchair access: not known"),
    ),
    Fact("dogs", "dogs", "dog", _("Dogs allowed"), _("No dogs"), _("Dogs: not known")),
)

ACCESS_MODES = (
    Fact(
        "home-visits",
        "home_visits",
        "bell",
        _("Home visits"),
        _("No home visits"),
        _("Home visits: not known"),
    ),
    Fact(
        "outreach",
        "outreach",
        "street-view",
        _("Goes to people (outreach)"),
        _("No outreach"),
        _("Outreach: not known"),
    ),
    Fact(
        "by-phone",
        "by_phone",
        "phone",
        _("Help by telephone"),
        _("No help by telephone"),
        _("Help by telephone: not known"),
    ),
    Fact("online", "online", "globe", _("Help online"), _("No help online"), _("Help online: not known")),
)
# fmt: on

# Facts whose answer keeps nobody out, and those that keep people out by being true though people filter on them.
NEUTRAL = frozenset({"fixed-price", "by-income", "home-visits", "outreach", "by-phone", "online"})
KEEPS_OUT = frozenset({"women-only", "increased-reimbursement"})
ADULTS = (18, 64)  # ages; whom a service is for that says nothing of age, when another is to take its place

ALL_FACTS = (*FACTS, *ACCESS_MODES)
FACT_BY_CODE = {fact.code: fact for fact in ALL_FACTS}


class YesNoUnknown(models.BooleanField):
    """True, False, or None for unknown."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{**kwargs, "null": True, "blank": True, "default": None})

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {k: v for k, v in kwargs.items() if k not in {"null", "blank", "default"}}


class Admission(models.Model):
    """The admission facts of a service."""

    no_papers = YesNoUnknown(_("no residence papers needed"))
    anonymous = YesNoUnknown(_("anonymous possible"))
    no_appointment = YesNoUnknown(_("no appointment needed"))
    referral_needed = YesNoUnknown(_("referral needed"))
    registration_needed = YesNoUnknown(_("registration needed"))
    free = YesNoUnknown(_("free of charge"))
    fixed_price = YesNoUnknown(_("fixed price"))
    by_income = YesNoUnknown(_("price by income"))
    insurance_needed = YesNoUnknown(_("health insurance needed"))
    increased_reimbursement = YesNoUnknown(_("increased reimbursement (VT/BIM) required"))
    women_only = YesNoUnknown(_("women only"))
    interpreter = YesNoUnknown(_("interpreter possible"))
    wheelchair = YesNoUnknown(_("wheelchair access"))
    dogs = YesNoUnknown(_("dogs allowed"))
    home_visits = YesNoUnknown(_("home visits"))
    outreach = YesNoUnknown(_("outreach"))
    by_phone = YesNoUnknown(_("help by telephone"))
    online = YesNoUnknown(_("help online"))
    age_min = models.PositiveSmallIntegerField(
        _("from age"), null=True, blank=True, validators=[MaxValueValidator(OLDEST)]
    )
    age_max = models.PositiveSmallIntegerField(
        _("to age"), null=True, blank=True, validators=[MaxValueValidator(OLDEST)]
    )
    territory_limited = YesNoUnknown(
        _("only for a territory"),
        help_text=_("Yes: for the territories listed below; no: for the whole Region."),
    )
    admission_confirmed_on = models.DateField(_("admission last confirmed on"), null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(age_min__isnull=True) | Q(age_max__isnull=True) | Q(age_min__lte=F("age_max")),
                name="%(app_label)s_%(class)s_ages_in_order",
                violation_error_message=_("The lowest age is above the highest."),
            ),
            models.CheckConstraint(
                # `free` may be unknown: SQL's three-valued logic is why each case is written out.
                condition=Q(free__isnull=True)
                | Q(free=False)
                | (
                    (Q(fixed_price__isnull=True) | Q(fixed_price=False))
                    & (Q(by_income__isnull=True) | Q(by_income=False))
                ),
                name="%(app_label)s_%(class)s_free_has_no_price",
                violation_error_message=_("What is free of charge has no price."),
            ),
        ]

    @property
    def known_facts(self) -> list[tuple[Fact, bool]]:
        """The facts that are known, with their answers, in the order that people read them."""
        answers = ((fact, getattr(self, fact.field)) for fact in ALL_FACTS)
        return [(fact, answer) for fact, answer in answers if answer is not None]

    def compared_with(self, other: "Admission") -> tuple[list[tuple[Fact, bool]], list[Fact]]:
        """Of what is known of `other`: the facts with the same answer here, and those that are unknown here."""
        same = [(fact, answer) for fact, answer in other.known_facts if getattr(self, fact.field) is answer]
        unknown = [fact for fact, _answer in other.known_facts if getattr(self, fact.field) is None]
        return same, unknown

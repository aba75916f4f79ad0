"""The vocabulary of the region, read from the database."""

from actors.models import (
    Actor,
    AdmissionWords,
    CareLevelWord,
    CrisisNumber,
    Language,
    Need,
    TargetGroup,
    Theme,
    UnlistedName,
    Viewer,
)
from actors.models.taxonomy import split_words
from actors.search.terms import MARKS, Term, Terms
from actors.search.words import LANGUAGES
from zones.models import CareZone, Municipality, Neighbourhood, PostalCode


def load_terms() -> Terms:
    """Read all terms from the database (ten small queries)."""
    pieces = list(Neighbourhood.objects.with_territory())
    terms = [*_taxonomy(), *_languages(), *_territory(pieces), *_networks(), *_crisis_numbers(), *_spoken()]
    return Terms(terms, _postal_codes(), pieces, _care_words())


def _both(record, name: str) -> dict[str, str]:
    return {language: getattr(record, f"{name}_{language}") or "" for language in LANGUAGES}


def _taxonomy():
    for kind, model in (("need", Need), ("theme", Theme), ("target", TargetGroup)):
        records = model.objects.select_related("need", "ask_at") if model is Theme else model.objects.all()
        for record in records:
            yield Term(
                kind,
                record.code,
                _both(record, "name"),
                record.pictogram,
                parent=record.need.code if model is Theme else "",
                plain=_both(record, "plain"),
                synonyms={language: split_words(text) for language, text in _both(record, "synonyms").items()},
                foreign=split_words(record.foreign_words),
                elsewhere=_both(record, "elsewhere") if model is Theme else {},
                ask_at=record.ask_at.code if model is Theme and record.ask_at else "",
                pk=record.pk,
                marks=frozenset(mark for mark, column in MARKS.items() if getattr(record, column, False)),
            )


def _languages():
    for record in Language.objects.all():
        synonyms = {language: split_words(text) for language, text in _both(record, "synonyms").items()}
        yield Term("language", record.code, _both(record, "name"), synonyms=synonyms, pk=record.pk)


def _territory(neighbourhoods: list[Neighbourhood]):
    for zone in CareZone.objects.all():
        contact = {"phone": zone.contact_phone, "email": zone.contact_email}
        yield Term("zone", zone.code, _both(zone, "name"), pk=zone.pk, **contact)
    for record in Municipality.objects.select_related("zone"):
        yield Term(
            "municipality",
            record.nis,
            _both(record, "name"),
            parent=record.zone.code if record.zone else "",
            point=(record.lat, record.lon),
            pk=record.pk,
        )
    pieces_of: dict[str, list[Neighbourhood]] = {}
    for piece in neighbourhoods:
        pieces_of.setdefault(piece.md, []).append(piece)
    for md, parts in pieces_of.items():  # pieces of one neighbourhood are shown and counted as one
        largest = max(parts, key=lambda part: part.area_km2)
        yield Term(
            "neighbourhood",
            md,
            _both(largest, "name"),
            parent=largest.municipality.nis,
            point=(largest.lat, largest.lon),
        )


def _networks():
    for record in Actor.objects.networks().visible_to(Viewer.VISITOR):
        yield Term("network", record.slug, _both(record, "name"), pk=record.pk)


def _crisis_numbers():
    for record in CrisisNumber.objects.prefetch_related("languages"):
        yield Term(
            "crisis",
            record.slug,
            _both(record, "name"),
            plain=_both(record, "purpose"),
            synonyms={language: split_words(text) for language, text in _both(record, "phrases").items()},
            foreign=split_words(record.foreign_phrases),
            marks=frozenset({"checked"} if record.is_checked else ()),
            spoken=frozenset(language.code for language in record.languages.all()),
            phone=record.number,
            pk=record.pk,
        )


def _spoken():
    for record in AdmissionWords.objects.all():
        words_of = {language: split_words(text) for language, text in _both(record, "words").items()}
        yield Term("admission", record.fact, {}, synonyms=words_of, pk=record.pk)
    for record in UnlistedName.objects.select_related("theme"):
        also = {language: split_words(text) for language, text in _both(record, "words").items()}
        yield Term(
            "unlisted", record.slug, _both(record, "name"), parent=record.theme.code, synonyms=also, pk=record.pk
        )


def _postal_codes() -> dict[str, list[str]]:
    codes: dict[str, list[str]] = {}
    for code, nis in PostalCode.objects.values_list("code", "municipality__nis"):
        codes.setdefault(code, []).append(nis)
    return codes


def _care_words() -> dict[tuple[str, str], list]:
    words: dict[tuple[str, str], list] = {}
    for record in CareLevelWord.objects.all():
        words.setdefault((record.care_level, record.serves), []).append((record.sector, _both(record, "word")))
    return words

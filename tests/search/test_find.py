"""`manage.py find`: the same search, for people at a terminal and for programs."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.usefixtures("real")


def find(*arguments):
    out = StringIO()
    call_command("find", *arguments, "--json", stdout=out)
    return json.loads(out.getvalue())


class TestAnswer:
    def test_shape(self):
        answer = find("douche sans abri", "--lang", "fr")
        said = {"crisis", "corrected", "not_found", "wishes", "not_listed", "without_service", "left_out"}
        assert set(answer) == {"total", *said, "results", "facets"}
        assert set(answer["results"][0]) == {
            "service", "name", "actor", "themes", "zone", "municipality", "availability", "open", "distance_m", "why",
        }  # fmt: skip
        assert answer["corrected"] is None
        assert 0 < answer["facets"]["theme"]["shower"] <= answer["total"]

    def test_real_services_first(self):
        showers = find("douche sans abri", "--lang", "fr")["results"][:4]
        assert all("shower" in result["themes"] for result in showers)
        centres = find("wijkgezondheidscentrum", "--lang", "nl")["results"][:5]
        assert centres[0]["name"] == "Wijkgezondheidscentrum"
        assert all("primary-care" in result["themes"] for result in centres)

    def test_names_in_the_language_asked_for(self):
        assert find("la fontaine", "--lang", "fr")["results"][0]["municipality"] == "Bruxelles"
        assert find("la fontaine", "--lang", "nl")["results"][0]["municipality"] == "Brussel"

    def test_corrected(self):
        assert find("douhce")["corrected"] == "douche"

    def test_open(self):
        def state(moment):
            results = find("ocmw ukkel voedsel", "--open-at", moment)["results"]
            return {result["service"]: result["open"] for result in results}.get("ocmw-ukkel-voedsel")

        assert state("2026-11-23T10:00") is True
        assert state("2026-11-23T08:30:00+00:00") is True  # half past nine in Brussels
        assert state("2026-11-22T10:00") is None  # not in the list: it is closed on Sunday

    def test_by_appointment_is_not_open(self):
        results = find("la fontaine douches", "--open-at", "2026-11-23T10:00")["results"]
        assert "la-fontaine-douches" not in {result["service"] for result in results}

    def test_near(self):
        results = find("--near", "Marollen", "--sort", "nearest")["results"]
        metres = [result["distance_m"] for result in results]
        assert metres == sorted(metres)
        assert metres[0] < 500

    def test_limit(self):
        assert len(find("--limit", "3")["results"]) == 3

    @pytest.mark.parametrize(
        "filters",
        [
            ["--need", "hygiene"],
            ["--theme", "shower"],
            ["--target", "homeless"],
            ["--zone", "sud"],
            ["--municipality", "21013"],
            ["--admission", "free", "no-papers"],
            ["--need", "hygiene", "--need", "food"],
        ],
        ids=" ".join,
    )
    def test_filters_narrow(self, filters):
        assert 0 < find(*filters)["total"] < find()["total"]

    def test_room(self):
        assert find("--room")["total"] <= find()["total"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--zone", "mars"], "--zone"),
        (["--theme", "shower", "shoes"], "--theme"),
        (["--admission", "vip"], "--admission"),
        (["--open-at", "tomorrow"], "--open-at"),
        (["--open-at", "1815-06-18T10:00"], "--open-at"),
        (["--near", "Atlantis"], "--near"),
        (["--limit", "0"], "--limit"),
        (["--colour", "red"], "unrecognized"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_is_not_understood_is_refused(arguments, message):
    with pytest.raises(CommandError, match=message):
        find(*arguments)


def test_list_to_read():
    out = StringIO()
    call_command("find", "douche", stdout=out)
    assert "La Fontaine" in out.getvalue()


def test_help_lists_the_admission_codes():
    from actors.management.commands.find import Command

    assert "no-papers" in Command.help

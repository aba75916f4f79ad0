"""Three versions of a listing in one: as I found it, as it is now, as I want it."""

import pytest

from actors.staff.merge import UnknownRecordError, merge

BASE = {"actor": {"name": ["A"], "text": ["x"]}, "contact-1": {"value": ["1"]}}


def changed(**records):
    merged = {key: dict(record) for key, record in BASE.items()}
    for key, record in records.items():
        merged[key.replace("_", "-")] = record
    return merged


def result(theirs, mine, **options):
    return merge(BASE, theirs, mine, **{"chosen": {}, **options})


def test_changes_of_different_fields_are_both_taken():
    theirs, mine = changed(actor={"name": ["B"], "text": ["x"]}), changed(actor={"name": ["A"], "text": ["y"]})
    merged = result(theirs, mine)
    assert merged.state["actor"] == {"name": ["B"], "text": ["y"]}
    assert merged.conflicts == []


def test_the_same_change_is_no_conflict():
    same = changed(actor={"name": ["B"], "text": ["x"]})
    assert result(same, same).conflicts == []


@pytest.mark.parametrize(("choice", "kept", "left"), [(None, ["C"], 1), ("mine", ["C"], 0), ("theirs", ["B"], 0)])
def test_a_field_that_both_changed_is_asked(choice, kept, left):
    theirs, mine = changed(actor={"name": ["B"], "text": ["x"]}), changed(actor={"name": ["C"], "text": ["x"]})
    merged = result(theirs, mine, chosen={("actor", "name"): choice} if choice else {})
    assert merged.state["actor"]["name"] == kept
    assert len(merged.conflicts) == left


def test_a_conflict_stays_until_it_is_settled():
    theirs, mine = changed(actor={"name": ["B"]}), changed(actor={"name": ["C"]})
    again = merge(theirs, theirs, mine, unsettled={("actor", "name")}, chosen={})
    assert again.conflicts == [("actor", "name")]


def test_records_of_others_stay_and_mine_are_added():
    merged = result(changed(contact_2={"value": ["2"]}), changed(contact_n1={"value": ["3"]}))
    assert set(merged.state) == {"actor", "contact-1", "contact-2", "contact-n1"}


def test_a_record_that_my_form_does_not_show_stays_as_it_is():
    assert result(BASE, {"actor": {}}).state == {"actor": {}, "contact-1": {"value": ["1"]}}


def test_what_they_removed_and_i_left_alone_is_gone():
    theirs = {"actor": BASE["actor"]}
    assert "contact-1" not in result(theirs, BASE).state


@pytest.mark.parametrize(("choice", "stays", "left"), [(None, True, 1), ("mine", True, 0), ("theirs", False, 0)])
def test_what_they_removed_and_i_changed_is_asked(choice, stays, left):
    mine = changed(contact_1={"value": ["9"]})
    merged = result({"actor": BASE["actor"]}, mine, chosen={("contact-1", "remove"): choice} if choice else {})
    assert ("contact-1" in merged.state) is stays
    assert len(merged.conflicts) == left


@pytest.mark.parametrize(("choice", "goes"), [("mine", True), ("theirs", False)])
def test_what_i_remove_and_they_changed_is_asked(choice, goes):
    theirs, mine = changed(contact_1={"value": ["2"]}), changed(contact_1={"value": ["1"], "remove": ["on"]})
    assert result(theirs, mine).conflicts == [("contact-1", "remove")]
    merged = result(theirs, mine, chosen={("contact-1", "remove"): choice})
    assert ("remove" in merged.state["contact-1"]) is goes
    assert merged.state["contact-1"]["value"] == ["2"]


def test_a_record_of_another_listing_is_unknown():
    with pytest.raises(UnknownRecordError):
        result(BASE, changed(contact_7={"value": ["x"]}))

"""The records, each declared once: their fields, their owners, and what refers to what."""

import dataclasses
from datetime import date

import pytest

from hubra_desktop.model.records import catalogue, meeting, money, plan
from hubra_desktop.model.records.catalogue import (
    ABOVE_ZERO,
    KINDS,
    RECORDS,
    SINGLE,
    UNIQUE,
    lists_of,
    owner_of,
    stored_fields,
    values_of,
)
from hubra_desktop.model.records.fields import Derived, Indexed, Ref, fields_of
from hubra_desktop.model.terms import MeetingState


@pytest.mark.parametrize("record", KINDS, ids=str)
def test_a_record_is_frozen_and_given_by_name(record: type) -> None:
    assert dataclasses.is_dataclass(record)
    made = record.__dataclass_params__  # type: ignore[attr-defined]
    assert made.frozen
    assert all(each.kw_only for each in dataclasses.fields(record))


@pytest.mark.parametrize("kind", RECORDS)
def test_a_default_is_of_the_fields_own_type(kind: str) -> None:
    for name, each in fields_of(RECORDS[kind]).items():
        if each.is_list:
            assert each.default == ()
        elif each.default is not dataclasses.MISSING:
            fits = isinstance(each.default, each.kind)
            assert fits or (each.default is None and each.optional), name


def test_a_field_is_what_its_annotation_says() -> None:
    fields = fields_of(meeting.Meeting)
    assert (fields["date"].kind, fields["date"].optional) == (date, False)
    assert fields["date"].mark(Indexed) == Indexed()
    assert (fields["end"].kind, fields["end"].optional) == (int, True)
    assert fields["end"].rule.limits == {"minimum": 0, "maximum": 2880}
    assert fields["state"].kind is MeetingState
    assert fields["chair_id"].mark(Ref) == Ref("person")
    assert fields["body"].mark(Derived) is not None
    assert (fields["items"].kind, fields["items"].is_list) == (meeting.Item, True)
    assert not fields["body"].stored
    assert not fields["items"].stored


def test_what_is_stored_are_the_plain_fields() -> None:
    names = {each.name for each in stored_fields("meeting")}
    assert names == set(fields_of(meeting.Meeting)) - {
        *("id", "body", "items", "footnotes", "signatures", "pre_meetings", "papers")
    }
    made = money.BudgetYear(id="x", year=2019, posts=(money.BudgetPost(id="p"),))
    assert set(values_of(made)) == {"year", "basis", "closed_on", "deviation_share", "note"}


def test_a_list_has_one_owner() -> None:
    held = [part for record in KINDS for part in lists_of(record).values()]
    assert len(held) == len(set(held)) == 46
    assert lists_of(plan.Plan) == {"areas": plan.FocusArea}
    assert owner_of("focus_area") == catalogue.ListOwner("plan", "areas", "plan_id")
    assert owner_of("presenter") == catalogue.ListOwner("agenda_item", "presenters", "item_id")
    assert owner_of("meeting") is None


def test_a_reference_names_a_kind_and_an_owner_is_none() -> None:
    found = {
        (kind, each.name, ref.to, each.optional)
        for kind in RECORDS
        for each in stored_fields(kind)
        if (ref := each.mark(Ref))
    }
    assert {to for _, _, to, _ in found} <= set(RECORDS)
    assert len(found) == 111
    to_items = {
        ("activity_link", "item_id", True),
        ("agenda_item", "carried_from_id", True),
        ("agenda_run", "item_id", True),
        ("attendance_stay", "came_item_id", True),
        ("attendance_stay", "left_item_id", True),
        ("backlog_item", "item_id", True),
        ("backlog_item", "placed_item_id", True),
        ("follow_up", "item_id", True),
        ("follow_up", "placed_item_id", True),
        ("footnote", "item_id", True),
        ("meeting_paper", "item_id", True),
        ("section", "item_id", True),
    }
    assert {(kind, name, opt) for kind, name, to, opt in found if to == "agenda_item"} == to_items
    assert ("budget_post", "parent_id", "budget_post", True) in found


def test_what_there_is_one_of_is_told_by_columns_that_are_there() -> None:
    for kind, columns in UNIQUE.items():
        owner = owner_of(kind)
        stored = {each.name for each in stored_fields(kind)} | ({owner.column} if owner else set())
        assert set(columns) <= stored
    assert set(RECORDS) >= SINGLE
    assert all(name in catalogue.RULES[kind] for kind, name in ABOVE_ZERO)

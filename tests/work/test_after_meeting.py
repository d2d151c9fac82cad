"""What is left after a meeting: who is to be told, who was asked, and what is late."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.findings import Level
from hubra_desktop.model.minutes.minutes_terms import AnchoringAnswer, ApprovalKind
from hubra_desktop.model.minutes.told_of import NAMELESS, NoticeState, approval_of, without_names
from hubra_desktop.model.records.council import Body, Person
from hubra_desktop.model.records.minutes import (
    Anchoring,
    Approval,
    DecisionNotice,
    Minutes,
    Section,
)
from hubra_desktop.model.terms import DeliveryWay, MeetingState
from hubra_desktop.work.edits import Add, Change
from hubra_desktop.work.queries.after_meeting import after_meeting, asked_due, told_due
from hubra_desktop.work.queries.named_recipients import RecipientsByName
from hubra_desktop.work.queries.plan_links import meeting_of_part
from tests.work.held_office import held_office
from tests.work.test_approval import MarkApproved

DAY = date(2019, 5, 20)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Åsa Eks förslag vann; Åsa Ek log.", f"{NAMELESS} förslag vann; {NAMELESS} log."),
        ("Åsa Eklund, åsa  ek, Bo", f"Åsa Eklund, {NAMELESS}, {NAMELESS}"),
        ("Boende i Boo", "Boende i Boo"),
        ("BO och Bos hus, att bo", f"{NAMELESS} och {NAMELESS} hus, att bo"),
        ("Ek yrkar avslag, Eks ord; en ek", f"{NAMELESS} yrkar avslag, {NAMELESS} ord; en ek"),
        ("Åsa Ek (KD) och Bo (se nedan)", f"{NAMELESS} och {NAMELESS} (se nedan)"),
    ],
)
def test_names_go_whole(text: str, left: str) -> None:
    assert without_names(text, ("Bo", "Åsa Ek", "")) == left


WORDS = st.sampled_from(["beslutar", "Boende", "Ek", "och", "Åsa", "bifall.", "(S)", "Eks,"])
NAMES = st.sampled_from(["Åsa Ek", "Bo", "Åsa Ek Berg", "Eva-Lena Lind"])


@given(st.lists(WORDS | NAMES, max_size=12), st.sets(NAMES, min_size=1), st.booleans())
def test_no_name_stays_in_whatever_text(words: list[str], names: set[str], upper: bool) -> None:
    text = " ".join(words)
    left = without_names(text.upper() if upper else text, names)
    for name in names:
        assert re.search(rf"(?<!\w){re.escape(name)}s?(?!\w)", left, re.IGNORECASE) is None
    assert without_names(left, names) == left


def test_a_section_stands_by_its_own_approval_or_with_the_others() -> None:
    at_once = Approval(id="a", kind=ApprovalKind.IMMEDIATE, done=date(2019, 5, 15))
    whole = Approval(id="b", done=date(2019, 5, 28))
    minutes = Minutes(meeting_id="m", approvals=(at_once, whole))
    own, other = (Section(meeting_id="m", approval_id=each) for each in ("a", None))
    held, approved = MeetingState.HELD, MeetingState.APPROVED
    assert [approval_of(approved, minutes, each) for each in (own, other)] == [at_once, whole]
    assert [approval_of(held, minutes, each) for each in (own, other)] == [at_once, None]
    assert approval_of(held, None, own) is None


def test_who_is_told_waits_until_it_is_done(tmp_path: Path) -> None:
    office = held_office(tmp_path / "a.hubra")
    run = office.run
    run(Add(DecisionNotice, {"name": "Polisen", "due": date(2019, 5, 17)}, "hd1"))
    asked = {"name": "Nämnden", "asked_on": date(2019, 5, 16), "due": date(2019, 5, 19)}
    anchoring = str(run(Add(Anchoring, asked, "hd2")).created)
    with office.workspace.read() as reader:
        after = after_meeting(reader, "held", DAY)
        (told,), (late,) = told_due(reader, DAY), asked_due(reader, DAY)
        assert meeting_of_part(reader, "decision_notice", "hn1") == "held"
    states = [(row.notice.name, row.state) for row in after.notices]
    assert states == [("Kommunstyrelsen", NoticeState.WAITING), ("Polisen", NoticeState.LATE)]
    assert (told.level, told.day) == (Level.WARNING, date(2019, 5, 17))
    assert (late.kind, late.id) == ("anchoring", anchoring)
    assert [row.late for row in after.anchorings] == [True]
    run(Change(Anchoring, anchoring, {"answer": AnchoringAnswer.AGREES}))
    for row in after.notices:
        run(Change(DecisionNotice, row.id, {"sent": DAY}))
    with office.workspace.read() as reader:
        assert (*told_due(reader, DAY), *asked_due(reader, DAY)) == ()
        after = after_meeting(reader, "held", DAY)
    assert (after.untold, after.unanswered) == ((), ())
    office.workspace.close()


BEFORE, TO_COME = date(2019, 5, 14), date(2099, 1, 1)
CONTRADICTING: dict[str, tuple[type, dict[str, object], str, str]] = {
    "told before the meeting": (
        DecisionNotice, {"sent": BEFORE}, "sent", "inte delges tidigare"
    ),
    "to be told before the meeting": (
        DecisionNotice, {"due": BEFORE}, "due", "inte delges tidigare"
    ),
    "told to nobody": (DecisionNotice, {"sent": DAY, "name": " "}, "name", "vem som har fått"),
    "told in time to come": (DecisionNotice, {"sent": TO_COME}, "sent", "Dagen har inte varit"),
    "received before it was sent": (
        DecisionNotice, {"sent": DAY, "acknowledged": date(2019, 5, 19)}, "acknowledged",
        "inte vara mottaget tidigare",
    ),
    "asked in time to come": (Anchoring, {"asked_on": TO_COME}, "asked_on", "Dagen har inte"),
    "answered before it was asked": (
        Anchoring, {"asked_on": DAY, "answered_on": BEFORE}, "answered_on", "inte komma tidigare"
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CONTRADICTING)
def test_days_that_contradict_each_other_are_refused_where_they_are_written(
    tmp_path: Path, case: str
) -> None:
    kind, days, field, sentence = CONTRADICTING[case]
    office = held_office(tmp_path / "a.hubra")
    with pytest.raises(InputError, match=sentence) as caught:
        office.run(Add(kind, {"name": "Nämnden", **days}, "hd1"))
    assert caught.value.field == field
    office.workspace.close()


def test_those_of_an_approved_meeting_are_told_of_without_a_day(tmp_path: Path) -> None:
    office = held_office(tmp_path / "a.hubra")
    with office.workspace.read() as reader:
        assert tuple(told_due(reader, DAY)) == ()
    office.run(MarkApproved())
    with office.workspace.read() as reader:
        (told,) = told_due(reader, DAY)
    assert told.sentence.startswith("1 mottagare ska ännu få beslut från sammanträdet den 15 maj")
    assert told.level is Level.TIP
    office.workspace.close()


def test_recipients_are_known_by_name_and_the_protected_have_no_address(tmp_path: Path) -> None:
    office = held_office(tmp_path / "a.hubra")
    run = office.run
    run(Add(Body, {"name": "Kommunstyrelsen", "short_name": "KS", "email": "ks@exempel.se"}))
    run(Add(Person, {"name": "Vera Palm", "postal_address": "Gatan 1", "way": DeliveryWay.POST}))
    run(Add(Person, {"name": "Eli Palm", "email": "eli@exempel.se", "protected": True}))
    with office.workspace.read() as reader:
        known = RecipientsByName(reader)
    body, vera, eli, typed = map(known.named, ("ks", "Vera Palm", "eli palm", " Hem  och skola"))
    assert (body.name, body.address, body.way) == (
        "Kommunstyrelsen", "ks@exempel.se", DeliveryWay.EMAIL,
    )  # fmt: skip
    assert (vera.address, vera.way) == ("Gatan 1", DeliveryWay.POST)
    assert (eli.address, bool(eli.person_id)) == ("", True)
    assert (typed.name, typed.person_id, typed.body_id) == ("Hem och skola", None, None)
    office.workspace.close()

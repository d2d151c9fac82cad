"""Kallelser without a start, and of meetings that will not take place: nothing is invented."""

from dataclasses import replace
from datetime import date

import pytest

from hubra_desktop.cli.show import meeting_json, meeting_text
from hubra_desktop.documents.kallelse import kallelse_manuscript
from hubra_desktop.documents.kit.html import to_html
from hubra_desktop.documents.kit.render import to_pdf
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.terms import MeetingState
from tests.documents.checks import problems
from tests.documents.march import MARCH, STYLE
from tests.documents.reading import spoken, squeezed, words_of
from tests.documents.samples import HOUSE, meeting

BARE = Meeting(id="m", body="Rådet", date=date(2018, 3, 7))
MIDNIGHT = ("00.00", "00:00", "0.00", "kl. 00")


def papers(sheet: Meeting, replacement: Meeting | None = None) -> list[str]:
    paper = kallelse_manuscript(sheet, HOUSE, draft=False, replacement=replacement)
    printed = to_pdf(paper)
    assert problems(printed) == []
    return [squeezed(text) for text in (spoken(printed), words_of(to_html(paper)))]


@pytest.mark.parametrize("state", MeetingState)
@pytest.mark.parametrize(
    "whole", [replace(MARCH, start=None), BARE, replace(meeting(), start=None)]
)
def test_nobody_is_called_to_midnight(whole: Meeting, state: MeetingState) -> None:
    sheet = replace(whole, state=state)
    texts = [*papers(sheet), squeezed(meeting_text(sheet, STYLE, ()))]
    assert [time for time in MIDNIGHT for text in texts if squeezed(time) in text] == []


def test_a_missing_start_is_said() -> None:
    for text in papers(replace(MARCH, start=None)):
        assert squeezed("Onsdag den 7 mars 2018, starttid saknas") in text
    assert "Onsdag den 7 mars 2018, starttid saknas," in meeting_text(BARE, STYLE, ())
    assert meeting_json(BARE, STYLE, ())["start"] is None


@pytest.mark.parametrize(
    ("state", "mark", "words"),
    [
        (MeetingState.CANCELLED, "Inställt", "Sammanträdet är inställt."),
        (MeetingState.MOVED, "Flyttat", "Sammanträdet är flyttat. En ny kallelse skickas ut."),
    ],
)
def test_a_meeting_that_is_not_held_is_called_off_without_an_agenda(
    state: MeetingState, mark: str, words: str
) -> None:
    for text in papers(replace(BARE, state=state)):
        assert squeezed(words) in text
        assert squeezed("Onsdag den 7 mars 2018") in text
        assert "saknas" not in text
    assert mark in spoken(
        to_pdf(kallelse_manuscript(replace(BARE, state=state), HOUSE, draft=False))
    )


def test_the_day_that_a_meeting_is_moved_to_is_told_without_a_start_too() -> None:
    moved = replace(BARE, state=MeetingState.MOVED)
    later = replace(BARE, id="m2", date=date(2018, 3, 14))
    for text in papers(moved, later):
        assert squeezed("Sammanträdet är flyttat till onsdag den 14 mars 2018.") in text

"""Footnotes: marks from order, no orphan, pre-meetings as sentences."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.footnotes import footnotes, in_place, notes_at, pre_meeting_sentence
from hubra_desktop.model.records.meeting import Footnote, HouseStyle, PreMeeting
from hubra_desktop.model.terms import Anchor
from tests.model.agendas import SOURCE_STYLE, meeting, row, source_agenda


def note(anchor: Anchor, text: str, item_id: str | None = None) -> Footnote:
    return Footnote(anchor=anchor, text=text, item_id=item_id)


def test_the_source_has_one_footnote_after_the_time() -> None:
    notes = footnotes(source_agenda(), SOURCE_STYLE)
    assert [(each.mark, each.text) for each in notes] == [
        ("*", "Koalitionen har förmöte i A-salen kl. 15:00")
    ]
    assert notes_at(notes, Anchor.TIME) == notes
    assert notes_at(notes, Anchor.PLACE) == notes_at(notes, Anchor.ITEM, "1") == ()


def test_the_order_is_that_of_the_page() -> None:
    sheet = replace(
        meeting(row("1"), row("2")),
        pre_meetings=(PreMeeting(group="Oppositionen"), PreMeeting()),
        footnotes=(
            note(Anchor.ITEM, "till tvåan", "2"),
            note(Anchor.ITEM, "till ettan", "1"),
            note(Anchor.PLACE, " platsen "),
            note(Anchor.TIME, "tiden"),
            note(Anchor.ITEM, "föräldralös", "borta"),
            note(Anchor.ITEM, "utan rad"),
            note(Anchor.TIME, "  "),
            note(Anchor.ITEM, "mer till ettan", "1"),
        ),
    )
    notes = footnotes(sheet, HouseStyle())
    assert [each.text for each in notes] == [
        "Oppositionen har förmöte",
        "tiden",
        "platsen",
        "till ettan",
        "mer till ettan",
        "till tvåan",
    ]
    assert notes_at(notes, Anchor.TIME) == notes[:2]
    assert [each.mark for each in notes_at(notes, Anchor.ITEM, "1")] == ["****", "*****"]


@pytest.mark.parametrize(
    ("group", "start", "place", "sentence"),
    [
        ("Koalitionen", 900, "A-salen", "Koalitionen har förmöte i A-salen kl. 15.00"),
        ("Koalitionen", 900, "", "Koalitionen har förmöte kl. 15.00"),
        ("Koalitionen", None, "A-salen", "Koalitionen har förmöte i A-salen"),
        ("Koalitionen", None, "", "Koalitionen har förmöte"),
        ("", 900, "A-salen", "Förmöte i A-salen kl. 15.00"),
        ("", None, " ", ""),
    ],
)
def test_pre_meetings_adapt_to_what_is_known(
    group: str, start: int | None, place: str, sentence: str
) -> None:
    pre_meeting = PreMeeting(group=group, start=start, place=place)
    assert pre_meeting_sentence(pre_meeting, HouseStyle()) == sentence


def test_the_house_may_print_times_without_a_word_before() -> None:
    pre_meeting = PreMeeting(group="Koalitionen", start=900)
    style = HouseStyle(note_prefix="", time_separator=":")
    assert pre_meeting_sentence(pre_meeting, style) == "Koalitionen har förmöte 15:00"


@pytest.mark.parametrize(
    ("place", "written"),
    [
        ("A-salen", "i A-salen"),
        ("Kommunalvägen 28", "på Kommunalvägen 28"),
        ("På biblioteket", "på biblioteket"),
        ("Digitalt via Teams", "digitalt via Teams"),
        ("Teams", "via Teams"),
        ("  ", ""),
    ],
)
def test_prepositions(place: str, written: str) -> None:
    assert in_place(place) == written


_notes = st.builds(
    Footnote,
    anchor=st.sampled_from(Anchor),
    item_id=st.sampled_from([None, "1", "2", "3"]),
    text=st.sampled_from(["", " ", "a", "b"]),
)


@given(st.lists(_notes, max_size=8))
def test_every_mark_has_one_text_and_every_text_an_anchor(notes: list[Footnote]) -> None:
    sheet = replace(meeting(row("1"), row("2")), footnotes=tuple(notes))
    printed = footnotes(sheet, HouseStyle())
    assert [each.mark for each in printed] == ["*" * (n + 1) for n in range(len(printed))]
    assert all(each.text.strip() for each in printed)
    anchors = [(Anchor.TIME, None), (Anchor.PLACE, None), (Anchor.ITEM, "1"), (Anchor.ITEM, "2")]
    assert [each for anchor in anchors for each in notes_at(printed, *anchor)] == list(printed)

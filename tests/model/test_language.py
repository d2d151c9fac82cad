"""The sentences of the window in both languages: Swedish unless somebody asks for English."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model import export_bundle as bundle
from hubra_desktop.model import language as language_module
from hubra_desktop.model import meeting_rules
from hubra_desktop.model.agenda_findings import findings
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import language, say, say_count, say_in, set_language
from hubra_desktop.model.moves import summary
from hubra_desktop.model.numbering import printed_numbers, row_name
from hubra_desktop.model.records import catalogue
from hubra_desktop.model.records.council import Matter
from hubra_desktop.model.records.meeting import HouseStyle, Item, Meeting, PreMeeting
from hubra_desktop.model.swedish import long_date, parse_date
from hubra_desktop.model.terms import Anchor, ItemKind, PrintTime
from hubra_desktop.model.time_entry import parse_clock, parse_time_entry
from hubra_desktop.model.timetable import timetable
from hubra_desktop.model.wording import days_in_words, joined, minutes_in_words, quoted
from tests.model.agendas import (
    BREAK,
    DECISION,
    HEADING,
    OTHER,
    meeting,
    person,
    row,
)

STYLE = HouseStyle(time_separator=":")
SWEDISH = re.compile("[åäöÅÄÖ]")


@pytest.fixture(autouse=True)
def swedish_again() -> Iterator[None]:
    yield
    set_language("sv")


def in_english(work: Callable[[], str]) -> str:
    set_language("en")
    try:
        return work()
    finally:
        set_language("sv")


def refusal(work: Callable[[], object]) -> str:
    with pytest.raises(InputError) as refused:
        work()
    return refused.value.sentence


def messy() -> Meeting:
    """Return an agenda that makes nearly every finding, with texts in ASCII."""
    anna = (person("Anna Berg"),)
    rows = (
        row("a", number="2", duration=20, presenters=anna, title=""),
        row("b", DECISION, 100, pin="15:40", number="2", case_number="hej"),
        row("h", HEADING, title=""),
        row("c", DECISION, 10, pin="18:30", number="5", presenters=anna, title="T"),
        row("d", DECISION, 30, parallel=True, presenters=anna),
        row("d1", DECISION, 40, level=1),
        row("p", BREAK, 10, title=""),
        row("e", DECISION, None, added_late=date(2018, 3, 6)),
        row("f", DECISION, 10),
        replace(row("g", OTHER), closed=True),
    )
    whole = meeting(*rows, end="16:00", place="", notice=date(2018, 3, 6))
    group = PreMeeting(id="g", group="Gruppen", start=16 * 60)
    return replace(whole, pre_meetings=(group, replace(group, id="g2", group="")))


def test_swedish_is_spoken_until_somebody_asks_for_english() -> None:
    assert language() == "sv"
    assert say("och") == "och"
    set_language("en")
    assert language() == "en"
    assert say("och") == "and"
    set_language("sv")
    assert say("och") == "och"


def test_swedish_reads_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language_module, "resource", None)
    language_module.english.cache_clear()
    set_language("sv")
    assert say("och") == "och"
    assert language_module.english.cache_info().currsize == 0
    with pytest.raises(TypeError):
        language_module.english()


def test_one_word_in_swedish_may_be_two_in_english() -> None:
    assert [say("Bidrag"), say_in("grants", "Bidrag")] == ["Bidrag", "Bidrag"]
    set_language("en")
    assert [say("Bidrag"), say_in("grants", "Bidrag")] == ["Grant", "Grants"]


def test_numbers_are_told_in_the_form_of_each_language() -> None:
    told = [say_count("{n} bidrag", "{n} bidrag", n) for n in (0, 1, 2)]
    assert told == ["0 bidrag", "1 bidrag", "2 bidrag"]
    assert say_count("om {n} dag", "om {n} dagar", 1) == "om 1 dag"
    set_language("en")
    told = [say_count("{n} bidrag", "{n} bidrag", n) for n in (0, 1, 2)]
    assert told == ["0 grants", "1 grant", "2 grants"]


def test_what_the_catalogue_lacks_is_said_in_swedish() -> None:
    set_language("en")
    assert say("Ingen har översatt {vad}.", vad="det här") == "Ingen har översatt det här."
    assert say_count("{n} sak", "{n} saker", 2) == "2 saker"


def test_a_catalogue_is_read_as_gettext_writes_it() -> None:
    text = r"""# A comment.
msgid ""
msgstr "Language: en\n"

#: somewhere.py:1
msgid "Två "
"rader\n"
msgstr ""
"Two \"lines\"\n"

msgctxt "sak"
msgid "Mått"
msgstr "Measure"


msgid "{n} rad"
msgid_plural "{n} rader"
msgstr[0] "{n} row"
msgstr[1] "{n} rows"

msgid "Ännu inte"
msgstr ""

#~ msgid "Förr"
#~ msgstr "Before"
"""
    assert language_module.read_catalogue(text) == {
        ("", "Två rader\n"): ('Two "lines"\n',),
        ("sak", "Mått"): ("Measure",),
        ("", "{n} rad", "{n} rader"): ("{n} row", "{n} rows"),
    }


def test_values_stand_where_they_are_named_and_are_never_templates() -> None:
    assert say("{name} går", name="{x}") == "{x} går"
    assert say("{ordagrant}") == "{ordagrant}"


def test_counted_words_and_lists() -> None:
    assert [minutes_in_words(1), minutes_in_words(10)] == ["1 minut", "10 minuter"]
    assert [days_in_words(1), days_in_words(0)] == ["1 dag", "0 dagar"]
    assert [joined([]), joined(["a"]), joined(["a", "b"])] == ["", "a", "a och b"]
    assert joined(["a", "b", "c"]) == "a, b och c"
    assert quoted("Beslut") == "”Beslut”"
    set_language("en")
    assert [minutes_in_words(1), minutes_in_words(10)] == ["1 minute", "10 minutes"]
    assert [days_in_words(1), joined(["a", "b"]), quoted("X")] == ["1 day", "a and b", "“X”"]


def test_a_messy_agenda_has_the_same_findings_in_english_without_a_swedish_letter() -> None:
    swedish = findings(messy(), STYLE)
    set_language("en")
    english = findings(messy(), STYLE)
    assert len({each.id for each in swedish}) >= 14
    assert [replace(each, sentence="") for each in english] == [
        replace(each, sentence="") for each in swedish
    ]
    assert [each.sentence for each in english if SWEDISH.search(each.sentence)] == []
    same = {a.sentence for a, b in zip(swedish, english, strict=True) if a.sentence == b.sentence}
    assert same == set()


@pytest.mark.parametrize(
    "sheet",
    [
        meeting(place=""),
        meeting(row("1", DECISION, 10), notice=None),
        meeting(row("1", DECISION, 10), notice=date(2018, 3, 7)),
        meeting(row("1", DECISION, 10), notice=date(2018, 3, 8)),
        meeting(row("1", DECISION, 10, pin="15:31")),
        meeting(row("1", DECISION, 10, pin="15:00")),
        meeting(row("1", DECISION, 10), row("2", DECISION, 10, number="8")),
        meeting(row("1", DECISION, 10), end="17:00"),
    ],
)
def test_single_findings_in_english(sheet: Meeting) -> None:
    swedish = {each.sentence for each in findings(sheet, STYLE)}
    set_language("en")
    english = {each.sentence for each in findings(sheet, STYLE)}
    assert english
    assert not english & swedish
    assert not SWEDISH.search(" ".join(english))


_rows = st.builds(
    Item,
    kind=st.sampled_from(ItemKind),
    title=st.sampled_from(["", "Title"]),
    number_typed=st.sampled_from(["", "", "3", "9 A"]),
    duration=st.none() | st.integers(0, 200),
    pin=st.none() | st.integers(0, 1500),
    level=st.integers(0, 1),
    closed=st.booleans(),
    parallel=st.booleans(),
)


@given(st.lists(_rows, max_size=8))
def test_every_finding_is_made_in_both_languages(items: list[Item]) -> None:
    sheet = meeting(*(replace(item, id=str(place)) for place, item in enumerate(items)))
    swedish = findings(sheet, STYLE)
    set_language("en")
    try:
        english = findings(sheet, STYLE)
    finally:
        set_language("sv")
    assert [(e.id, e.item_id, e.field) for e in english] == [
        (e.id, e.item_id, e.field) for e in swedish
    ]
    assert not SWEDISH.search(" ".join(each.sentence for each in english))


def test_what_moves_is_told_in_english() -> None:
    before = meeting(
        row("1", DECISION, 10),
        row("2", DECISION, 10),
        row("p", BREAK, 10, title="Paus"),
        row("h", HEADING, title="Budget", print_time=PrintTime.START),
        row("h2", HEADING, title="", print_time=PrintTime.START),
        row("p2", BREAK, 10, title="Paus"),
    )
    longer = replace(before, items=(replace(before.items[0], duration=20), *before.items[1:]))
    open_row = replace(before, items=(replace(before.items[0], duration=None), *before.items[1:]))

    def told(old: Meeting, new: Meeting) -> str:
        numbers = printed_numbers(new.items)
        return summary(timetable(old), timetable(new), new.items, numbers)

    assert told(before, longer) == (
        "Ärende 2, pauserna, ”Budget” och rubriken börjar 10 minuter senare. "
        "Sammanträdet slutar 16.20."
    )
    set_language("en")
    assert told(before, longer) == (
        "Item 2, the breaks, “Budget” and the heading will start 10 minutes later. "
        "The meeting ends at 16.20."
    )
    assert told(longer, before).startswith("Item 2, the breaks")
    assert "10 minutes earlier" in told(longer, before)
    assert "will have no start" in told(before, open_row)
    assert "can no longer be worked out" in told(before, open_row)
    assert "will get a start" in told(open_row, before)
    several = replace(before, items=tuple(row(str(n), DECISION, 10) for n in range(4)))
    later = replace(several, start=(several.start or 0) + 1)
    assert told(several, later).startswith("Items 1–4 will start 1 minute later.")


def test_rows_are_named_in_english() -> None:
    set_language("en")
    assert row_name(row("1", DECISION), {"1": "3"}) == "item 3"
    assert row_name(row("p", BREAK, title=""), {}) == "the break"
    assert row_name(row("h", HEADING, title="Budget"), {}) == "the heading “Budget”"
    assert row_name(row("h", HEADING, title=""), {}) == "a heading"


@pytest.mark.parametrize(
    ("work", "sentence"),
    [
        (lambda: parse_clock("x"), "“x” is not a clock time. Write for example 16, 16.30 or 1630."),
        (lambda: parse_clock("16.75"), "There is no 16.75. Minutes go from 00 to 59."),
        (lambda: parse_clock("25"), "There is no 25. Write a time between 0.00 and 24.00."),
        (
            lambda: parse_date("hej", near=date(2018, 3, 7)),
            "“hej” is not a date. Write for example 2018-03-07, 7/3 2018 or 7 mars 2018.",
        ),
        (
            lambda: parse_date("torsdag 7 mars 2018", near=date(2018, 3, 7)),
            "2018-03-07 is a Wednesday, not a Thursday.",
        ),
        (lambda: parse_date("2018-02-30", near=date(2018, 3, 7)), "There is no 2018-02-30."),
        (
            lambda: parse_date("2018-13-01", near=date(2018, 3, 7)),
            "There is no month 13. Months are 1–12.",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_in_english(
    work: Callable[[], object], sentence: str
) -> None:
    assert in_english(lambda: refusal(work)) == sentence
    assert refusal(work) != sentence


@pytest.mark.parametrize(
    "typed", ["-5", "0", "999", "1.75", "hej", "16.00-16.00", "16.00-15.00", "25.00-26.00"]
)
def test_time_cells_refuse_in_both_languages(typed: str) -> None:
    def work() -> str:
        return refusal(lambda: parse_time_entry(typed, flow_start=930))

    assert work() != in_english(work)
    assert not SWEDISH.search(in_english(work))


FOREIGN: tuple[object, ...] = (
    object(),
    "a" * 20_001,
    "\x00",
    "a\nb",
    -1,
    10_000,
    b"x",
    b"x" * 10**7,
)


@pytest.mark.parametrize("kind", catalogue.RULES)
def test_every_rule_refuses_in_both_languages(kind: str) -> None:
    for name in catalogue.RULES[kind]:
        for value in FOREIGN:

            def work(name: str = name, value: object = value) -> str:
                try:
                    catalogue.check(kind, {name: value})
                except InputError as refused:
                    return refused.sentence
                return ""

            swedish, english = work(), in_english(work)
            assert bool(swedish) == bool(english)
            assert not swedish or swedish != english
            assert not SWEDISH.search(english)


def test_what_concerns_several_fields_is_refused_in_both_languages() -> None:
    for work in (
        lambda: meeting_rules.check_meeting_times(600, 500),
        lambda: meeting_rules.check_anchor(Anchor.ITEM, "x", ()),
        lambda: meeting_rules.check_anchor(Anchor.TIME, "x", ("x",)),
        lambda: bundle.check_bundle(bundle.Bundle(matters=(Matter(id=""),))),
    ):
        english = in_english(lambda work=work: refusal(work))  # type: ignore[misc]
        assert english != refusal(work)
        assert not SWEDISH.search(english)


def test_dates_in_documents_stay_swedish() -> None:
    set_language("en")
    assert long_date(date(2018, 3, 7)) == "onsdag den 7 mars 2018"
    assert ItemKind("break") is ItemKind.BREAK


def test_documents_and_the_command_line_never_speak_the_window_s_language() -> None:
    package = Path(language_module.__file__).parents[1]
    for room in ("documents", "cli"):
        for path in (package / room).rglob("*.py"):
            source = path.read_text("utf-8")
            spoken = re.findall("model.language import (.*)", source)
            assert set(spoken) <= {"N_", "swedish"}, path
            assert source.count("model.language") == len(spoken), path
            assert "model.wording" not in path.read_text("utf-8"), path
            imported = re.findall("model.words import (.*)", path.read_text("utf-8"))
            assert imported in ([], ["swedish_word"]), path

"""Stale sentences renewed: a true sentence never becomes a false one, whatever is accepted."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.money.terms import DecisionKind, EntryKind, Outcome
from hubra_desktop.model.plan.terms import ActivityState
from hubra_desktop.model.records.money import GrantDecision
from hubra_desktop.model.records.reports import Report
from hubra_desktop.model.reports.facts import facts
from hubra_desktop.model.reports.marks import link_fact, marks_in, sentences_in, strip_links
from hubra_desktop.model.reports.renewal import (
    Stale,
    proposed_sentences,
    renewed_heading,
    renewed_section_text,
    stale_passages,
)
from hubra_desktop.model.reports.templates import ANALYSIS, AREAS, BUDGET, CHANGES
from hubra_desktop.model.reports.year import YearSheets
from hubra_desktop.model.terms import MeetingState
from tests.model.reports.source_year import (
    activity,
    entry,
    grant,
    huddinge,
    meeting,
    saying,
    small,
    text_of,
    written,
)

KR = 100
RAISE = GrantDecision(id="d2", kind=DecisionKind.RAISE, year=2017, amount_ore=5_000 * KR)


def plain(text: str) -> str:
    return strip_links(text).replace("\u00a0", " ")


def with_grant(paid: int, back: int, *more: GrantDecision, granted: int = 20_000) -> YearSheets:
    """A year with one grant in use: what was granted, paid and paid back, in kronor."""
    given = grant(granted * KR, outcome=Outcome.OPEN)
    rows = [entry(1, EntryKind.PAYMENT, paid * KR)] if paid else []
    rows += [entry(2, EntryKind.REPAYMENT, back * KR)] if back else []
    decided = replace(given, decisions=(*given.decisions, *more))
    return small(grants=(decided,), entries=tuple(rows))


def held(report: Report, year: YearSheets) -> tuple[Stale, ...]:
    return stale_passages(report, facts(year, report), proposed_sentences(report, year))


def renewed(report: Report, year: YearSheets, key: str, fact: str = "") -> str:
    return plain(renewed_section_text(report, year, key, fact))


def test_a_raise_leaves_what_was_decided_paid_and_repaid_before_it() -> None:
    report = written(with_grant(20_000, 5_000))
    later = with_grant(20_000, 5_000, RAISE)
    (found,) = held(report, later)
    assert (found.words, found.sentence) == (
        "Hela beloppet",
        "Hela beloppet betalades ut under 2017.",
    )
    assert plain(found.new_sentence) == "20 000 kr betalades ut under 2017."
    text = renewed(report, later, BUDGET)
    assert "föreningsbidrag på 20 000 kr till Hemvist" in text
    assert "Hemvist har återbetalat 5 000 kr av utbetalda 20 000 kr under 2017" in text
    assert "25 000 kr" not in text


@pytest.mark.parametrize("fact", ["", "bidrag:g1:aterbetalt", "bidrag:g1:netto"])
def test_the_whole_sum_that_is_no_longer_whole_renews_its_sentence(fact: str) -> None:
    report = written(with_grant(20_000, 20_000))
    text = renewed(report, with_grant(20_000, 5_000), BUDGET, fact)
    assert (
        "Hemvist har återbetalat 5 000 kr av utbetalda 20 000 kr under 2017, netto 15 000 kr."
        in text
    )
    assert "hela summan" not in text


def test_a_part_that_became_the_whole_renews_its_sentence() -> None:
    report = written(with_grant(20_000, 5_000))
    text = renewed(report, with_grant(20_000, 20_000), BUDGET)
    assert "Hemvist har återbetalat hela summan under 2017, netto 0 kr." in text


def test_an_authors_own_sentence_about_a_sum_is_the_authors_to_rewrite() -> None:
    own = f"Hemvist har bara betalat tillbaka {link_fact('5 000 kr', 'bidrag:g1:aterbetalt')}."
    report = saying(own)
    later = with_grant(20_000, 20_000)
    (found,) = held(report, later)
    assert (found.new_words, found.new_sentence) == ("20\u00a0000\u00a0kr", "")
    assert found.description.endswith("Skriv om meningen.")
    assert renewed_section_text(report, later, "s1") == own


def test_a_decided_sum_that_is_corrected_stands_free() -> None:
    report = saying(f"Vi gav dem {link_fact('20 000', 'beslut:d1')} till läxhjälp.")
    (found,) = held(report, with_grant(0, 0, granted=25_000))
    assert plain(found.new_sentence) == "Vi gav dem 25 000 till läxhjälp."


@pytest.mark.parametrize(
    ("count", "wanted"),
    [
        (0, "Rådet har inte sammanträtt under året."),
        (1, "Rådet har sammanträtt vid ett tillfälle."),
        (3, "Rådet har sammanträtt vid tre tillfällen."),
    ],
)
def test_a_count_renews_the_words_that_go_with_it(count: int, wanted: str) -> None:
    report = written(small())
    held_now = tuple(meeting(f"m{n}", MeetingState.HELD) for n in range(count))
    text = renewed(report, small(meetings=held_now), AREAS)
    assert wanted in text
    back = written(small(meetings=held_now))
    assert "sammanträtt vid två tillfällen." in renewed(back, small(), AREAS)


def test_the_author_keeps_the_words_around_a_count() -> None:
    own = f"Vi möttes {link_fact('2', 'sammantraden-hallna')} gånger. Kul!"
    section = replace(written(small()).sections[1], id="s", text=own)
    report = replace(written(small()), sections=(section,))
    three = small(meetings=tuple(meeting(f"m{n}", MeetingState.HELD) for n in range(3)))
    assert renewed(report, three, "s") == "Vi möttes 3 gånger. Kul!"


def test_a_share_renews_its_sentence() -> None:
    done = tuple(activity(f"x{n}", f"Insats {n}") for n in range(3))
    report = written(small(activities=done))
    assert "genomfört samtliga de aktiviteter" in plain(text_of(report, AREAS))
    one_left = (*done[:2], replace(done[2], state=ActivityState.NOT_DONE))
    text = renewed(report, small(activities=one_left), AREAS)
    assert "genomfört flertalet av de aktiviteter" in text


def test_what_was_finished_after_all_leaves_the_list_of_what_was_not() -> None:
    left = tuple(
        activity(f"x{n}", f"Insats {n}", state=ActivityState.NOT_DONE, reason="Tid") for n in (1, 2)
    )
    report = written(small(activities=left))
    assert "Följande blev inte färdigt: ”Insats 1” och ”Insats 2”." in plain(
        text_of(report, ANALYSIS)
    )
    later = small(activities=(replace(left[0], state=ActivityState.DONE), left[1]))
    assert "Följande blev inte färdigt: ”Insats 2”." in renewed(report, later, ANALYSIS)
    done = small(activities=tuple(replace(each, state=ActivityState.DONE) for each in left))
    assert {each.new_sentence for each in held(report, done) if "ofardig" in each.key} == {""}


def test_a_corrected_value_renews_what_is_said_of_the_change() -> None:
    year = huddinge()
    report = written(year)
    first = year.indicators[0]
    rows = tuple(
        replace(each, value_thousandths=60_000)
        if (each.year, each.group) == (2017, "all") else each for each in first.measurements
    )  # fmt: skip
    later = replace(year, indicators=(replace(first, measurements=rows), *year.indicators[1:]))
    (found,) = held(report, later)
    assert found.words == "55"
    line = renewed(report, later, CHANGES).splitlines()[0]
    assert line == plain(text_of(written(later), CHANGES)).splitlines()[0]
    assert "indexet för alla 60, vilket är 3 indexenheter högre än 2015, då det var 57" in line


@st.composite
def years(draw: st.DrawFn) -> YearSheets:
    """Make a year with one grant, paid in one or two parts, in any state."""
    paid = draw(st.sampled_from([5_000, 15_000, 20_000]))
    back = draw(st.sampled_from([0, 5_000, paid]))
    reclaim = replace(RAISE, id="d3", kind=DecisionKind.RECLAIM)
    year = with_grant(paid, back, *draw(st.sets(st.sampled_from([RAISE, reclaim]))))
    more = [entry(3, EntryKind.PAYMENT, 100 * KR)] if draw(st.booleans()) else []
    outcome = draw(st.sampled_from(Outcome))
    given = replace(year.grants[0], outcome=outcome, outcome_reason="Lokalen brann.")
    return replace(year, grants=(given,), entries=(*year.entries, *more))


def frames(sentences: Iterable[str]) -> set[str]:
    """Return sentences with the keys of their facts in place of the words."""
    found = set()
    for each in sentences:
        told = each
        for mark in reversed(marks_in(each)):
            told = f"{told[: mark.start]}<{mark.key}>{told[mark.end :]}"
        found.add(told)
    return found


def true_in(report: Report, year: YearSheets) -> set[str]:
    """Return what the register tells, and what it would tell of the money whatever came of it."""
    told = frames(proposed_sentences(report, year)(BUDGET))
    for outcome in Outcome:
        other = replace(year, grants=(replace(year.grants[0], outcome=outcome),))
        told |= {
            each
            for each in frames(proposed_sentences(report, other)(BUDGET))
            if ":utfall" not in each
        }
    return told


@given(years(), years())
def test_what_is_accepted_is_what_the_register_tells(before: YearSheets, after: YearSheets) -> None:
    report = written(before)
    new = renewed_section_text(report, after, BUDGET)
    sections = (replace(report.sections[0], id="b", key=BUDGET, text=new),)
    left = held(replace(report, sections=sections), after)
    assert not [each for each in left if each.new_sentence]
    telling = [each.text for each in sentences_in(new) if marks_in(each.text)]
    by_hand = {each.sentence for each in left}
    right = [each for each in telling if strip_links(each) not in by_hand]
    assert frames(right) <= true_in(report, after)


def test_headings_and_names_of_areas_and_activities_go_stale_and_are_renewed() -> None:
    both = activity("x", "Trygghetsdag", areas="a1 a2", report_text="Dagen var uppskattad.")
    year = small(activities=(both,))
    report = written(year)
    assert stale_passages(report, facts(year, report)) == ()
    assert year.plan is not None
    first, *rest = year.plan.areas
    moved = replace(year.plan, areas=(replace(first, number="3", title="Skolorna"), *rest))
    renamed = replace(year, plan=moved, activities=(replace(both, title="Dagen för trygghet"),))
    known = facts(renamed, report)
    found = stale_passages(report, known, proposed_sentences(report, renamed, known))
    told = {(each.section_key, each.words, each.new_words) for each in found}
    assert ("area:a1", "1. Skolan", "3. Skolorna") in told
    assert ("area:a2", "1. Skolan", "3. Skolorna") in told
    assert ("area:a2", "Trygghetsdag", "Dagen för trygghet") in told
    assert renewed_heading(report.sections[2], known) == "3. Skolorna"
    text = renewed_section_text(report, renamed, "area:a2")
    assert plain(text) == (
        "Även aktiviteten ”Dagen för trygghet”, som beskrivs under 3. Skolorna, hör till området."
    )
    gone = facts(replace(renamed, activities=()), report)
    lost = [each for each in stale_passages(report, gone) if not each.new_words]
    assert {each.words for each in lost} == {"Trygghetsdag"}


@pytest.mark.parametrize(
    ("heading", "holds"),
    [("1. Skolan", True), ("Skolan", True), ("Område 1: Skolan", True), ("1 Skolan i Vårby", True),
     ("2. Skolan", False), ("Skolorna", False)],
)  # fmt: skip
def test_an_authors_own_heading_holds_while_it_names_the_area(heading: str, holds: bool) -> None:
    year = small()
    report = written(year)
    own = tuple(
        replace(each, heading=heading) if each.key == "area:a1" else each
        for each in report.sections
    )
    found = stale_passages(replace(report, sections=own), facts(year, report))
    assert (not found) is holds

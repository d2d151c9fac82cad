"""What holds for any text and any year: no word is lost, and what is proposed is true."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.money.terms import EntryKind, Outcome
from hubra_desktop.model.plan.terms import ActivityState, Exactness, LetterState
from hubra_desktop.model.reports.fact import FactKind, fact_text, matches_words
from hubra_desktop.model.reports.fact_check import contradictions
from hubra_desktop.model.reports.facts import facts
from hubra_desktop.model.reports.linking import proposed_links
from hubra_desktop.model.reports.marks import link_fact
from hubra_desktop.model.reports.renewal import renewed_text, stale_passages
from hubra_desktop.model.reports.report_findings import report_findings
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
    written,
)

WORDS = st.sampled_from(
    ["Rådet", "har", "sammanträtt", "vid", "fyra", "tillfällen", "Trygghetsbrevet", "7",
     "drygt 100",
     "personer", "Ur Dimman", "45 080 kr", "återbetalat", "hela summan", "264 tkr", "2017",
     "onsdag den 8 mars 2018", ".", "\n\n", "- ", "**", "[", "](", ")", "fakta:", "20 000", "90 %"]
)  # fmt: skip
KEYS = st.sampled_from(sorted(facts(huddinge())))
REASONS = st.sampled_from(["", "Sjukdom"])
TEXT = st.lists(WORDS, max_size=30).map(" ".join)


@given(TEXT)
def test_a_tie_is_proposed_only_where_the_words_say_the_fact(text: str) -> None:
    for each in proposed_links(text, facts(huddinge()).values()):
        assert text[each.start : each.end] == each.words
        assert matches_words(each.fact, each.words)


@given(TEXT)
def test_any_text_can_be_inspected(text: str) -> None:
    for found in report_findings(saying(text), huddinge()):
        assert found.sentence
        assert 0 <= found.where.start <= found.where.end <= len(text)


ROUGHLY = ["drygt 9", "drygt 5 tkr", "cirka 12 kr", "en miljon kronor"]


@given(KEYS, st.sampled_from(["sju", "7", "Sju", "12 kr", "9 %", "5 tkr", *ROUGHLY]))
def test_what_is_accepted_is_stale_no_more(key: str, words: str) -> None:
    known = facts(huddinge())
    (said,) = saying(link_fact(words, key)).sections
    new = renewed_text(said, known)
    assert new == said.text or not stale_passages(saying(new), known)
    kept = stale_passages(saying(new), known)
    assert all(not each.new_sentence for each in kept)


@given(KEYS)
def test_every_fact_is_said_by_each_of_its_own_forms(key: str) -> None:
    fact = facts(huddinge())[key]
    for form in fact.forms:
        assert matches_words(fact, form)
        if fact.kind is not FactKind.RECORD:
            assert matches_words(fact, fact_text(fact, form))


@st.composite
def years(draw: st.DrawFn) -> YearSheets:
    """Make a year with any number of meetings, letters and activities, and a grant in any state."""
    states = draw(st.lists(st.sampled_from(ActivityState), max_size=6))
    activities = tuple(
        activity(
            f"x{n}", f"Insats {n}", areas=draw(st.sampled_from(["a1", "a2", "a1 a2", ""])),
            state=state, participants=draw(st.none() | st.integers(1, 5000)),
            exactness=draw(st.sampled_from(Exactness)), reason=draw(REASONS),
            period=draw(st.sampled_from(["", "juni", "våren", "varje vecka"])),
        )
        for n, state in enumerate(states)
    )  # fmt: skip
    paid = draw(st.integers(1, 10**9))
    back = draw(st.integers(0, paid))
    rows = [entry(1, EntryKind.PAYMENT, paid)]
    rows += [entry(2, EntryKind.REPAYMENT, back)] if back else []
    year = small()
    letters = tuple(
        replace(year.letters[0], id=f"l{n}", state=draw(st.sampled_from(LetterState)))
        for n in range(draw(st.integers(0, 15)))
    )
    meetings = tuple(
        meeting(f"m{n}", draw(st.sampled_from(MeetingState)))
        for n in range(draw(st.integers(0, 6)))
    )
    grants = (grant(paid, outcome=draw(st.sampled_from(Outcome))),)
    return replace(year, activities=activities, letters=letters, meetings=meetings, grants=grants,
                   entries=tuple(rows))  # fmt: skip


@given(years())
def test_what_is_proposed_says_nothing_that_the_register_does_not(year: YearSheets) -> None:
    report, known = written(year), facts(year)
    assert not stale_passages(report, known)
    assert not contradictions(report, known)

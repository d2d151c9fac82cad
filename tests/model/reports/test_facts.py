"""The year's facts: what they count, how they are written, and the records behind them."""

import datetime as dt
from dataclasses import replace

import pytest

from hubra_desktop.model.money.terms import EntryKind
from hubra_desktop.model.narrative import decision_key, grant_key, post_key, value_key
from hubra_desktop.model.plan.terms import ActivityKind, ActivityState, Exactness, LetterState
from hubra_desktop.model.records.plan import ActivityLink, AgreementMeeting
from hubra_desktop.model.records.reports import Report
from hubra_desktop.model.reports.fact import Fact, FactKind, Source, fact_text, matches_words, money
from hubra_desktop.model.reports.facts import (
    ATTACHMENT,
    DATE,
    DIALOGUES,
    LETTERS,
    MEETINGS,
    NETWORKS,
    SHARE_CARRIED_OUT,
    facts,
    followed_up_key,
    grants_key,
    participants_key,
    share_words,
)
from hubra_desktop.model.reports.money_facts import FRAME
from hubra_desktop.model.reports.terms import ReportKind
from tests.model.reports.source_year import (
    REPORT,
    activity,
    entry,
    grant,
    huddinge,
    occasions,
    small,
)


def test_the_sources_counts_are_those_of_its_own_report() -> None:
    known = facts(huddinge())
    assert known[MEETINGS].forms == ("fyra", "4")
    assert known[LETTERS].forms == ("sju", "7")
    assert known[DIALOGUES].value == 2
    assert known[NETWORKS].value == 4
    assert known[participants_key("activity-2017-06")].form == "drygt 100"
    assert known[participants_key("activity-2017-19")].value == 135
    assert known[grants_key("activity-2017-07")].value == 4
    assert known[followed_up_key("agreement-03")].value == 2
    assert known[SHARE_CARRIED_OUT].form == "flertalet"


def test_the_sources_money_is_the_ledgers() -> None:
    known = facts(huddinge())
    assert known[FRAME].value == 26_400_000
    told = {what: known[grant_key("grant-01", what)].value for what in
            ("beviljat", "utbetalt", "aterbetalt", "netto", "rest")}  # fmt: skip
    assert told == {
        "beviljat": 4_508_000, "utbetalt": 4_508_000, "aterbetalt": 4_508_000, "netto": 0, "rest": 0
    }  # fmt: skip
    raised = decision_key("grant-02-decision-2")
    assert known[raised].value == 2_000_000
    repaid = known[grant_key("grant-01", "aterbetalt")]
    assert repaid.sources == (Source("grant", "grant-01"), Source("ledger_entry", "ledger-2017-2"))


def test_a_grant_of_unknown_sum_has_no_granted_sum() -> None:
    known = facts(huddinge())
    assert grant_key("grant-06", "beviljat") not in known
    assert known[grant_key("grant-06")].kind is FactKind.RECORD


def test_measured_values_are_facts_and_missing_ones_are_not() -> None:
    known = facts(huddinge())
    assert known[value_key("indicator-2", 2015, "girls")].forms[0] == "33,5\u00a0%"
    assert known[value_key("indicator-6", 2017, "all")].form == "574"
    assert not any(key.startswith("matt:indicator-4:") for key in known)


def test_only_meetings_that_were_held_and_letters_that_were_sent_count() -> None:
    year = small()
    letters = (replace(year.letters[0], state=LetterState.DRAFT), *year.letters[1:])
    known = facts(replace(year, letters=letters))
    assert known[MEETINGS].value == 2
    assert known[MEETINGS].sources == (Source("meeting", "m1"), Source("meeting", "m2"))
    assert known[LETTERS].value == 2


def test_occasions_count_but_not_of_what_never_was() -> None:
    kind = ActivityKind.DIALOGUE
    year = small(activities=(
        activity("x", "Dialog", kind=kind, occasions=occasions("Centrum", "Norr")),
        activity("y", "Dialog", kind=kind),
        activity("z", "Dialog", kind=kind, state=ActivityState.STRUCK, occasions=occasions("Syd")),
    ))  # fmt: skip
    assert facts(year)[DIALOGUES].value == 3


def test_followed_up_agreements_count_this_years_meetings() -> None:
    year = huddinge()
    agreement = next(each for each in year.agreements if each.id == "agreement-03")
    met = (
        AgreementMeeting(id="1", date=dt.date(2017, 5, 1), held=True),
        AgreementMeeting(id="2", date=dt.date(2016, 5, 1), held=True),
        AgreementMeeting(id="3", date=dt.date(2017, 9, 1), held=False),
    )
    known = facts(replace(year, agreements=(replace(agreement, meetings=met),)))
    assert known[followed_up_key("agreement-03")].value == 1


@pytest.mark.parametrize(
    ("done", "whole", "word"),
    [(0, 0, "inga"), (0, 5, "inga"), (5, 5, "samtliga"), (3, 5, "flertalet"), (2, 4, "hälften"),
     (1, 5, "några")],
)  # fmt: skip
def test_a_share_is_told_in_a_word(done: int, whole: int, word: str) -> None:
    assert share_words(done, whole)[0] == word


def test_a_statement_knows_its_own_day_and_its_bilagor() -> None:
    cover = Report(id="t", year=2017, kind=ReportKind.STATEMENT, date=dt.date(2018, 2, 16))
    first = replace(REPORT, attached_to_id="t", attachment_number=1)
    second = replace(first, id="r2", attachment_number=2)
    known = facts(small(reports=(cover, second, first)), cover)
    assert known[DATE].form == "den 16 februari 2018"
    assert known[ATTACHMENT].forms == ("1",)
    assert known[f"{ATTACHMENT}:r2"].forms == ("2",)
    assert DATE not in facts(small(), replace(cover, date=None))
    assert ATTACHMENT not in facts(small(), replace(REPORT, date=dt.date(2018, 2, 15)))


PEOPLE = Fact(
    key="p", name="", kind=FactKind.PEOPLE, value=100, exactness=Exactness.OVER,
    forms=("drygt 100",),
)  # fmt: skip
COUNT = facts(small())[LETTERS]


@pytest.mark.parametrize(
    ("fact", "words", "right"),
    [
        (COUNT, "tre", True),
        (COUNT, "Tre", True),
        (COUNT, "3", True),
        (COUNT, "fyra", False),
        (COUNT, "cirka 3", False),
        (COUNT, "3 %", False),
        (COUNT, "3 kr", False),
        (COUNT, "några", False),
        (PEOPLE, "drygt 100", True),
        (PEOPLE, "över 100 personer", True),
        (PEOPLE, "100", False),
        (PEOPLE, "cirka 100", False),
        (money("m", "", 26_430_000, ()), "264 tkr", True),
        (money("m", "", 26_430_000, ()), "264 000 kr", False),
        (money("m", "", 26_430_000, ()), "264 300", True),
        (money("m", "", 26_430_000, ()), "drygt 264 tkr", True),
        (money("m", "", 4_508_000, ()), "45.080kr", True),
        (money("m", "", 4_508_000, ()), "45 079 kr", False),
        (money("m", "", 4_508_000, ()), "45 %", False),
    ],
)
def test_words_say_a_fact_in_many_ways(fact: Fact, words: str, right: bool) -> None:
    assert matches_words(fact, words) is right


def test_values_are_told_with_or_without_percent() -> None:
    known = facts(huddinge())
    share, count = (known[value_key("indicator-6", 2017, g)] for g in ("men", "all"))
    assert matches_words(share, "41%")
    assert matches_words(share, "41")
    assert matches_words(count, "574")
    assert not matches_words(count, "574 %")
    assert not matches_words(share, "42 %")


def test_a_record_is_told_in_any_words_and_a_share_only_in_its_own() -> None:
    known = facts(huddinge())
    assert matches_words(known[grant_key("grant-06")], "har därför återbetalat sitt bidrag")
    assert matches_words(known[SHARE_CARRIED_OUT], "de flesta")
    assert matches_words(known[SHARE_CARRIED_OUT], "23 av 26")
    assert not matches_words(known[SHARE_CARRIED_OUT], "samtliga")
    assert not matches_words(known[SHARE_CARRIED_OUT], "23")


@pytest.mark.parametrize(
    ("fact", "like", "written"),
    [
        (COUNT, "sju", "tre"), (COUNT, "Sju", "Tre"), (COUNT, "7", "3"), (COUNT, "flera", "tre"),
        (PEOPLE, "90", "drygt 100"), (money("m", "", 26_400_000, ()), "250 tkr", "264\u00a0tkr"),
    ],
)  # fmt: skip
def test_a_fact_is_written_in_the_manner_of_the_words_it_replaces(
    fact: Fact, like: str, written: str
) -> None:
    assert fact_text(fact, like) == written


def test_posts_are_told_with_their_ledger_rows() -> None:
    known = facts(small())
    paid = known[post_key("g", "utbetalt")]
    assert (paid.value, paid.name) == (4_508_000, "Bidrag: utbetalt")
    assert Source("ledger_entry", "e1") in paid.sources
    assert known[post_key("g", "kvar")].value == 6_000_000


def test_a_grant_repaid_in_part_lacks_the_rest() -> None:
    rows = (entry(1, EntryKind.PAYMENT), entry(2, EntryKind.REPAYMENT, 2_000_000))
    known = facts(small(entries=rows))
    assert known[grant_key("g1", "rest")].value == 2_508_000
    assert known[grant_key("g1", "netto")].value == 2_508_000


def test_an_applied_sum_is_a_fact_where_it_is_known() -> None:
    known = facts(small(grants=(grant(applied_ore=5_000_000),)))
    assert known[grant_key("g1", "sokt")].value == 5_000_000


def test_an_activity_with_one_grant_counts_none() -> None:
    link = ActivityLink(id="l", grant_id="g1")
    known = facts(small(activities=(activity("x", "Stöd", links=(link,)),)))
    assert grants_key("x") not in known

"""A text held against the register: marks that go stale, numbers that contradict it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.findings import Level
from hubra_desktop.model.language import set_language
from hubra_desktop.model.money.terms import EntryKind
from hubra_desktop.model.narrative import grant_key, post_key
from hubra_desktop.model.reports.fact_check import contradictions
from hubra_desktop.model.reports.facts import LETTERS, MEETINGS, facts
from hubra_desktop.model.reports.linking import proposed_links
from hubra_desktop.model.reports.marks import (
    link_fact,
    marks_in,
    mask_links,
    sentences_in,
    strip_links,
)
from hubra_desktop.model.reports.renewal import renewed_text, stale_passages
from tests.model.prose import words_of
from tests.model.reports.source_year import entry, huddinge, saying, small, written

SAID = (
    f"Brevet gick ut {link_fact('sju', LETTERS)} gånger. "
    f"Rådet möttes {link_fact('två', MEETINGS)} gånger."
)


def test_marks_are_found_at_their_place_and_read_as_words() -> None:
    first, second = marks_in(SAID)
    assert (first.words, first.key) == ("sju", LETTERS)
    assert SAID[second.start : second.end] == link_fact("två", MEETINGS)
    assert strip_links(SAID) == words_of(SAID) == (
        "Brevet gick ut sju gånger. Rådet möttes två gånger."
    )  # fmt: skip
    assert len(mask_links(SAID)) == len(SAID)


def test_a_text_is_cut_into_sentences() -> None:
    text = "Den 8 mars ev. senare. Är det så? ”Ja”, sa hen.\n- Punkt ett\n- Punkt två"
    found = [sentence.text for sentence in sentences_in(text)]
    assert found == ["Den 8 mars ev. senare.", "Är det så?", "”Ja”, sa hen.", "- Punkt ett",
                     "- Punkt två"]  # fmt: skip


@pytest.mark.parametrize("name", ["1. FC Huddinge", "12. IFK Ek", r"1\. KFUM"])
def test_a_number_that_a_name_begins_with_ends_no_sentence(name: str) -> None:
    found = [each.text for each in sentences_in(f"Vi valde 7. Stöd till {name} gavs. De kom.")]
    assert found == ["Vi valde 7.", f"Stöd till {name} gavs.", "De kom."]


@given(st.text(alphabet="ab. \n", max_size=60))
def test_sentences_stand_where_they_say(text: str) -> None:
    for sentence in sentences_in(text):
        assert text[sentence.start : sentence.end] == sentence.text


def test_only_what_the_register_says_otherwise_is_stale() -> None:
    (found,) = stale_passages(saying(SAID), facts(small()))
    assert (found.words, found.new_words, found.key) == ("sju", "tre", LETTERS)
    assert found.sentence == "Brevet gick ut sju gånger."
    assert [source.kind for source in found.sources] == ["letter"] * 3
    assert (
        found.description == "Texten säger ”sju”, registret säger ”tre” (Skickade Trygghetsbrev)."
    )


def test_a_mark_whose_record_is_gone_says_so() -> None:
    (found,) = stale_passages(saying(link_fact("40", "deltagare:borta")), facts(small()))
    assert found.new_words == ""
    assert "finns inte längre" in found.description


def test_what_is_said_is_said_in_english_too() -> None:
    known = facts(small())
    set_language("en")
    try:
        told = [
            each.description
            for each in stale_passages(saying(SAID + link_fact("x", "borta")), known)
        ]
    finally:
        set_language("sv")
    assert told == [
        "The text says “sju”, the register says “tre” (Skickade Trygghetsbrev).",
        "The text says “x”, but the entry is gone from the register. Rewrite the sentence.",
    ]


def test_stale_words_are_exchanged_and_the_rest_is_left() -> None:
    known = facts(small())
    (said,) = saying(SAID).sections
    (gone,) = saying(link_fact("x", "borta")).sections
    new = renewed_text(said, known)
    assert strip_links(new) == "Brevet gick ut tre gånger. Rådet möttes två gånger."
    assert renewed_text(said, known, MEETINGS) == SAID
    assert renewed_text(gone, known) == gone.text
    assert not stale_passages(saying(new), known)


def test_ties_are_proposed_by_what_the_sentences_are_about() -> None:
    known = facts(huddinge())
    text = (
        "Ett trygghetsbrev har skickats ut vid sju tillfällen. Sju elever kom. "
        "HuBrå gav Ur Dimman 45.080kr och föreningen återbetalade 45 080 kr."
    )
    found = proposed_links(text, known.values())
    assert all(text[each.start : each.end] == each.words for each in found)
    assert [(each.words, each.fact.key) for each in found] == [
        ("sju", LETTERS),
        ("45.080kr", grant_key("grant-01", "aterbetalt")),
        ("45 080 kr", grant_key("grant-01", "aterbetalt")),
        ("återbetalade", grant_key("grant-01")),
        ("återbetalade", grant_key("grant-06")),
    ]
    assert proposed_links("", known.values()) == ()


def test_what_is_tied_already_is_not_proposed() -> None:
    known = facts(huddinge())
    text = "Trygghetsbrevet gick ut vid {} tillfällen."
    assert len(proposed_links(text.format("7"), known.values())) == 1
    assert proposed_links(text.format(link_fact("7", LETTERS)), known.values()) == ()


def test_the_grants_that_a_repayment_may_mean_are_proposed() -> None:
    year = huddinge()
    walk = next(each for each in year.activities if each.id == "activity-2017-07")
    found = proposed_links(walk.report_text, facts(year).values())
    assert {(each.words, each.fact.key) for each in found} >= {
        ("fyra", "bidrag-till:activity-2017-07"),
        ("har därför återbetalat sitt bidrag", "bidrag:grant-06"),
    }


def test_a_written_paper_of_the_year_is_neither_stale_nor_contradicted() -> None:
    year = huddinge()
    report, known = written(year), facts(year)
    assert not stale_passages(report, known)
    assert not contradictions(report, known)


@pytest.mark.parametrize(
    ("text", "fact", "words"),
    [
        ("Rådet har sammanträtt vid fem tillfällen.", MEETINGS, "fem"),
        ("Trygghetsbrevet kom ut vid 6 tillfällen.", LETTERS, "6"),
        ("Hemvist fick 45 000 kr.", grant_key("g1", "beviljat"), "45 000 kr"),
        ("Hemvist återbetalade 45 000 kr.", grant_key("g1", "aterbetalt"), "45 000 kr"),
        ("Budgeten för arvoden är 50 tkr.", post_key("f", "planerat"), "50 tkr"),
        ("På kvällsvandringen gick 30 personer.", "deltagare:x1", "30"),
    ],
)
def test_a_number_unlike_the_register_is_found(text: str, fact: str, words: str) -> None:
    (found,) = contradictions(saying(text), facts(small()))
    assert (found.id, found.fact_key, found.words) == ("number_unlike_register", fact, words)
    assert found.level is Level.WARNING
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "Rådet har sammanträtt vid två tillfällen.",
        "Trygghetsbrevet kom ut vid tre tillfällen och lästes av 300.",
        "Hemvist fick 45 080 kr.",
        "Av budgeten, 100 tkr, gick 60 tkr till bidrag.",
        "Arton elever, 40 lärare och fem poliser kom den 3 maj 2017.",
        "På kvällsvandringen gick drygt 40 personer.",
    ],
)
def test_what_the_register_says_or_does_not_know_is_let_be(text: str) -> None:
    assert not contradictions(saying(text), facts(small()))


def test_a_sum_that_is_nobodys_is_found_by_unit_or_by_what_is_spoken_of() -> None:
    known = facts(small())
    for text in ("Det kostade 12 345 kr.", "Bidraget höjdes med 12 345 för alla."):
        (found,) = contradictions(saying(text), known)
        assert found.id == "sum_not_in_ledger"
        assert "12 345" in found.description
    assert not contradictions(saying("I kommunen bor 112 345 invånare."), known)


@pytest.mark.parametrize(
    "text",
    [
        "Hemvist har återbetalat hela summan.",
        f"Föreningen har återbetalat {link_fact('hela summan', 'bidrag:g1')}.",
        "Hemvist fick ett bidrag. Hela bidraget har betalats tillbaka.",
        "Hemvists bidrag är helt återbetalt.",
    ],
)
def test_whole_repayment_with_a_krona_missing_stops(text: str) -> None:
    rows = (entry(1, EntryKind.PAYMENT), entry(2, EntryKind.REPAYMENT, 4_507_900))
    found = contradictions(saying(text), facts(small(entries=rows)))
    assert [(each.id, each.level) for each in found] == [("not_fully_repaid", Level.STOP)]
    assert "1\u00a0kr" in found[0].description
    assert not contradictions(saying(text), facts(small()))


def test_a_repayment_of_nobody_known_is_let_be() -> None:
    assert not contradictions(saying("Allt har återbetalats."), facts(small(entries=())))


def test_a_post_left_over_is_stale_when_the_ledger_grows() -> None:
    said = saying(f"Kvar på posten är {link_fact('60 tkr', post_key('g', 'kvar'))}.")
    assert not stale_passages(said, facts(small()))
    cost = replace(entry(3, EntryKind.COST, 1_000_000), grant_id=None)
    grown = small(entries=(*small().entries, cost))
    assert [each.new_words for each in stale_passages(said, facts(grown))] == ["50\u00a0tkr"]

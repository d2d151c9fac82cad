"""Every term of every closed vocabulary has its word, and is still found by its value."""

import copy
import pickle

import pytest

from hubra_desktop.model import deadlines, findings, matter_life, terms
from hubra_desktop.model.attendance import attendance_terms
from hubra_desktop.model.council import rulebook_terms
from hubra_desktop.model.dispatch import diary, dispatch_terms, packets
from hubra_desktop.model.indicators import terms as indicators
from hubra_desktop.model.language import english
from hubra_desktop.model.law import acts, evidence
from hubra_desktop.model.minutes import minutes_terms, told_of
from hubra_desktop.model.money import terms as money
from hubra_desktop.model.plan import terms as plan
from hubra_desktop.model.reports import terms as reports
from hubra_desktop.model.words import Term, swedish_word, word

MODULES = (
    findings, terms, indicators, money, plan, reports, dispatch_terms, rulebook_terms, deadlines,
    diary, matter_life, packets, acts, evidence, attendance_terms, minutes_terms,
    told_of,
)  # fmt: skip
VOCABULARIES = sorted(
    {each for module in MODULES for each in vars(module).values() if isinstance(each, type)}
    & set(Term.__subclasses__()),
    key=lambda vocabulary: vocabulary.__name__,
)
WORDLESS = {indicators.Missing.NO}


def test_all_vocabularies_are_looked_at() -> None:
    assert set(VOCABULARIES) == set(Term.__subclasses__())
    assert len(VOCABULARIES) == 65


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_every_term_has_a_word_of_its_own(vocabulary: type[Term]) -> None:
    words = [swedish_word(term) for term in vocabulary if term not in WORDLESS]
    assert all(words)
    assert len(set(words)) == len(words)
    if vocabulary is not reports.ReportKind:  # papers are Swedish
        assert all(("", each) in english() for each in words)


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_a_term_is_its_value_and_no_more(vocabulary: type[Term]) -> None:
    for term in vocabulary:
        assert vocabulary(term.value) is term
        assert (str(term), term) == (term.value, term.value)
        assert pickle.loads(pickle.dumps(term)) is term
        assert copy.deepcopy(term) is term


def test_a_word_is_said_as_it_is_asked_for() -> None:
    assert word(findings.Level.STOP, lambda text, /, **_: text.upper()) == "STOPP"
    with pytest.raises(ValueError, match="no such term"):
        findings.Level("no such term")

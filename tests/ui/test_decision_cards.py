"""What was decided and how it was voted on, written on the cards of a §."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hubra_desktop.model.minutes.minutes_terms import BallotAnswer, DecisionOutcome
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.minutes import Decision
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.minutes.ballot_card import BallotCard
from hubra_desktop.ui.pages.meetings.minutes.minutes_part import MinutesPart
from hubra_desktop.work.edits import Change, Store
from tests.ui.minutes_hands import decision, shown_minutes, with_held_meeting, write


@pytest.fixture
def window(empty_window: MainWindow, tmp_path: Path) -> MainWindow:
    return with_held_meeting(empty_window, tmp_path)


@pytest.fixture
def part(qtbot: QtBot, window: MainWindow) -> Iterator[MinutesPart]:
    yield from shown_minutes(qtbot, window)


def test_other_words_make_another_outcome_which_is_confirmed(
    part: MinutesPart, window: MainWindow
) -> None:
    card = decision(part, "sec-h3")
    assert card.difference.isHidden()
    card.adopted.editor.selectAll()
    write(card.adopted.editor, "Avslag.")
    assert window.desk.flush()
    made: Decision = card.record
    assert (made.adopted, made.outcome) == ("Avslag.", DecisionOutcome.CHANGED)
    assert not card.difference.isHidden()
    assert "tillkommer: Avslag" in card.difference.accessibleName()
    assert any(each.id == "deviation" for each in part.outline.found_in("sec-h3"))
    card.entries["deviation_confirmed"].field.click()
    assert card.record.deviation_confirmed
    assert not any(each.id == "deviation" for each in part.outline.found_in("sec-h3"))


def test_an_outcome_writes_its_words(part: MinutesPart) -> None:
    card = decision(part, "sec-h4")
    for outcome, words in (
        (DecisionOutcome.CHANGED, "Rådet beviljar 15 000 kr."),
        (DecisionOutcome.AS_PROPOSED, "Rådet beviljar 20 000 kr."),
        (DecisionOutcome.TABLED, "Rådet bordlägger ärendet."),
        (DecisionOutcome.OPEN, ""),
    ):
        card.write({"outcome": outcome}, "")
        assert (card.record.outcome, card.record.adopted) == (outcome, words)
        assert card.adopted.editor.text_typed() == words


def test_who_acts_is_known_by_name(part: MinutesPart, window: MainWindow) -> None:
    card = decision(part, "sec-h4")
    card.texts["executor"].setText("Finn Dahl")
    assert card.flush()
    assert (card.record.executor, card.record.executor_id) == ("Finn Dahl", "hm5")
    card.texts["executor"].setText("Någon annan")
    assert card.flush()
    assert (card.record.executor, card.record.executor_id) == ("Någon annan", None)


def test_of_two_of_one_name_the_minutes_print_the_name_alone(
    part: MinutesPart, window: MainWindow
) -> None:
    run = window.desk.workspace.run  # type: ignore[union-attr]
    run(Change(Person, "hm5", {"title": "lärare"}))
    run(Store(Person(id="other", name="Finn Dahl", title="polis")))
    card = decision(part, "sec-h4")
    card.texts["executor"].setText("finn dahl, polis")
    assert card.flush()
    assert (card.record.executor, card.record.executor_id) == ("Finn Dahl", "other")
    card.texts["executor"].setText("Polisen")
    assert card.flush()
    card.texts["executor"].setText("Finn Dahl")
    assert not card.flush()
    assert card.record.executor == "Polisen"
    card.texts["executor"].setText("Eva Lind")
    assert card.flush()


def test_voters_are_asked_by_one_key_each(part: MinutesPart) -> None:
    part.outline.choose("sec-h3")
    part.section.ballots.added.emit("")
    card = next(iter(part.section.ballots.cards.values()))
    assert isinstance(card, BallotCard)
    card._begin_names()
    assert {each.answer for each in card.record.voices} == {BallotAnswer.YES}
    assert len(card.record.voices) == 13
    for key in (Qt.Key.Key_N, Qt.Key.Key_A, Qt.Key.Key_J):
        QTest.keyClick(card.view, key)
    assert (card.record.yes, card.record.no, card.record.abstained) == (11, 1, 1)
    assert card.counted.text() == "Ja 11 · nej 1 · avstår 1"

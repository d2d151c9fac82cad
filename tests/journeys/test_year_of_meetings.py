"""A council's year: four meetings from an empty register to minutes that stand.

A substitute serves, somebody comes late, one is disqualified, one vote is reserved against, a
matter is tabled and taken up again, a mandate ends in between. What was paid for is booked.
"""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QStandardPaths
from pytestqt.qtbot import QtBot

from hubra_desktop.model.attendance.allowance import by_person, sum_ore
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.minutes.minutes_terms import DecisionOutcome
from hubra_desktop.model.records.attendance import AllowancePeriod
from hubra_desktop.model.records.minutes import Section
from hubra_desktop.model.terms import ItemKind
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.running import running_state
from hubra_desktop.work.edits import Change, Remove
from hubra_desktop.work.issued_papers import issued_pdf
from hubra_desktop.work.queries.register import Exercise
from hubra_desktop.work.queries.signed import signed_papers_of
from tests.documents.reading import squeezed
from tests.exchange.signing import signed_by
from tests.journeys.council_agenda import EARLIER, Row, make_register, plan, take_up
from tests.journeys.council_forms import NAMES, NEW_MEMBER, YEAR, call, enter_council
from tests.journeys.council_year import (
    DECEMBER,
    JANUARY,
    KRONA,
    MARCH,
    MAY,
    SEPTEMBER,
    WallDay,
    announce,
    approve,
    archive,
    assign,
    begin_meeting,
    checked,
    decided,
    end_meeting,
    go_to_day,
    lacking,
    number,
    printed,
    propose_approvers,
    refuses_change,
    take_in,
    tell_of,
)
from tests.ui.conftest import OFFSCREEN_ONLY
from tests.ui.hands import sheet, trigger
from tests.ui.money import enter, form, page, press, send
from tests.ui.running_hands import WallClock

pytestmark = [pytest.mark.journey, pytest.mark.qt_log_ignore(OFFSCREEN_ONLY)]
_D = ItemKind.DECISION
LIGHTING, GRANT = "Remiss om belysning", "Bidrag till Nattvandrarna"
APRIL = date(YEAR, 4, 3)


@pytest.fixture
def window(
    qtbot: QtBot, tmp_path: Path, dressed: object, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """The window as the program is started the first time, on 7 January 2019."""
    monkeypatch.setattr(running_state, "datetime", WallClock)
    monkeypatch.setattr(Exercise, "today", lambda _: WallDay.now)
    monkeypatch.setattr(QStandardPaths, "writableLocation", staticmethod(lambda _: str(tmp_path)))
    WallDay.now = JANUARY
    window = MainWindow()
    window.resize(1366, 768)
    window.show()
    qtbot.waitActive(window)
    yield window
    window.close()
    window.deleteLater()


def test_a_year_of_meetings(window: MainWindow, tmp_path: Path) -> None:
    make_register(window, MARCH)
    enter_council(window)
    march(window)
    may(window)
    september(window)
    december(window, tmp_path)
    allowances(window)


def march(window: MainWindow) -> None:
    """Hold the first meeting: a substitute serves, Bo comes late, a matter is tabled."""
    rows = (
        Row("Mötets öppnande", ItemKind.FORMALITY, 10),
        Row("Verksamhetsberättelse", _D),
        Row(LIGHTING, _D),
        Row("Övriga frågor", ItemKind.OTHER, 10),
    )
    meeting = plan(window, MARCH, rows)
    call(window, meeting)
    go_to_day(window, MARCH)
    hands = begin_meeting(window, meeting)
    hands.at("15.30").keys("n").keys("u" + "na" + "n" * 10 + "a" + "nn" + "\x1b")
    # Nils Palm is the next in order: not for Bo Sund, who comes late, but for Mats Nord.
    hands.text("nej").keys("\n\n")
    hands.at("15.40").keys("n").keys("k").text("bo").keys("\n")
    hands.keys("b").text("Rådet godkänner verksamhetsberättelsen.").keys("\n")
    hands.at("16.00").keys("n").keys("l")
    hands.at("16.20").keys("n")
    end_meeting(window, hands, "16.30")
    opening, report, lighting, _ = decided(window)
    assert opening.voters == 12
    assert (report.voters, report.outcomes) == (13, [DecisionOutcome.AS_PROPOSED])
    assert lighting.outcomes == [DecisionOutcome.TABLED]
    assert "Nils Palm" in report.names
    assert "Mats Nord" not in report.names
    assert "Bo Sund" in report.names - opening.names
    assert number(window) == (1, 2, 3, 4)
    told = checked(window, close(window, date(YEAR, 3, 14)))
    for words in ("§ 2", "Rådet godkänner verksamhetsberättelsen.", "Nils Palm", "Mats Nord"):
        assert squeezed(words) in told, words
    with pytest.raises(InputError, match="justera"):
        window.desk.attempt(Change(Section, lighting.section.id, {"heading": "Något annat"}))
    attending = printed(window, "narvarolista", meeting)
    assert squeezed("Bo Sund") in attending


def may(window: MainWindow) -> None:
    """Take up what was tabled; Cia goes out for a grant, which is voted on and reserved against."""
    rows = (
        Row(GRANT, _D),
        Row("Övriga frågor", ItemKind.OTHER, 10),
    )
    meeting = plan(window, MAY, rows)
    go_to_day(window, APRIL)
    take_up(window, LIGHTING)
    (paper,) = sheet(window).papers
    assert "Protokoll" in paper.title
    call(window, meeting)
    go_to_day(window, MAY)
    hands = begin_meeting(window, meeting)
    hands.at("15.30").keys("n").keys("u" + "n" * 15 + "\x1b")
    hands.at("15.40").keys("n")
    hands.keys("j").text("cia").keys("\n").text("Sitter i föreningens styrelse").keys("\n")
    hands.keys("ä").text("Rådet beviljar 15 000 kr.").keys("\n")
    hands.keys("o" + "j" * 7 + "n" * 5 + "\n")
    hands.keys("s").text("dan").keys("\n").text("Beloppet är för lågt.").keys("\n")
    hands.at("16.10").keys("n").keys("b").text("Rådet tillstyrker förslaget.").keys("\n")
    hands.at("16.20").keys("n")
    end_meeting(window, hands, "16.40")
    before, grant, taken_up, _ = decided(window)
    assert [before.heading, grant.heading, taken_up.heading] == [EARLIER, GRANT, LIGHTING]
    assert (grant.voters, "Cia Alm" in grant.names) == (12, False)
    assert [(each.yes, each.no) for each in grant.section.ballots] == [(7, 5)]
    assert [each.name for each in grant.section.dissents] == ["Dan Berg"]
    assert [each.name for each in grant.section.disqualifications] == ["Cia Alm"]
    assert taken_up.outcomes == [DecisionOutcome.AS_PROPOSED]
    (made,) = grant.section.decisions
    assign(window, grant.section.id, made.id, "Eva Lind", "2019-08-01")
    assert number(window) == (5, 6, 7, 8)
    told = checked(window, close(window, date(YEAR, 5, 27)))
    for words in ("§ 6", "Rådet beviljar 15 000 kr.", "Beloppet är för lågt.", "Cia Alm", "§ 7"):
        assert squeezed(words) in told, words
    announce(window)
    tell_of(window, made.id, "Nattvandrarna")
    assert squeezed("§ 6") in printed(window, "utdrag", grant.section.id)
    assert squeezed("Nattvandrarna") in printed(window, "delgivning", meeting)
    assert squeezed("Eva Lind") in printed(window, "uppfoljning", YEAR)
    assert squeezed("Rut Strand") in printed(window, "anslag", meeting)


def september(window: MainWindow) -> None:
    """Meet without Lena Malm, whose mandate has ended, and with who has her seat."""
    rows = (Row("Plan för hösten", _D),)
    meeting = plan(window, SEPTEMBER, rows)
    call(window, meeting)
    go_to_day(window, SEPTEMBER)
    hands = begin_meeting(window, meeting)
    hands.at("15.30").keys("n").keys("u" + "n" * 15 + "\x1b")
    hands.at("15.40").keys("n").keys("b").text("Rådet antar planen.").keys("\n")
    end_meeting(window, hands, "16.45")
    _, made = decided(window)
    assert made.voters == 13
    assert NEW_MEMBER in made.names
    assert "Lena Malm" not in made.names
    assert number(window) == (9, 10)
    propose_approvers(window)
    at_once = checked(window, approve(window, made.heading))
    assert squeezed("§ 10") in at_once
    refuses_change(window, made.section.id)
    told = checked(window, close(window, date(YEAR, 10, 1)))
    assert squeezed("Rådet antar planen.") in told


def december(window: MainWindow, folder: Path) -> None:
    """Hold the year's last meeting."""
    rows = (Row("Budget för 2020", _D),)
    meeting = plan(window, DECEMBER, rows)
    call(window, meeting)
    go_to_day(window, DECEMBER)
    hands = begin_meeting(window, meeting)
    hands.at("15.30").keys("n").keys("u" + "n" * 15 + "\x1b")
    hands.at("15.40").keys("n").keys("b").text("Rådet antar budgeten.").keys("\n")
    end_meeting(window, hands, "16.25")
    assert number(window) == (11, 12)
    issued = close(window, date(YEAR, 12, 12))
    assert squeezed("Rådet antar budgeten.") in checked(window, issued)
    with window.desk.read() as reader:
        content = issued_pdf(reader, issued)
    for name, made in (("falsk.pdf", signed_by(_changed(content))), ("ok.pdf", signed_by(content))):
        (folder / name).write_bytes(made)
    refused = take_in(window, issued, folder / "falsk.pdf")
    with window.desk.read() as reader:
        assert signed_papers_of(reader, meeting) == ()
    assert "är en annan" in refused
    assert "ok.pdf" in take_in(window, issued, folder / "ok.pdf")
    with window.desk.read() as reader:
        (kept,) = signed_papers_of(reader, meeting)
    assert (kept.name, kept.is_signed) == ("ok.pdf", True)
    assert squeezed("Underskrift 1: Åsa Ek") in printed(window, "underskrifter", meeting)
    archive(window)


def _changed(content: bytes) -> bytes:
    """Return a paper in which somebody has put another page."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.add_blank_page()
        pdf.save(out)
    return out.getvalue()


def close(window: MainWindow, day: date) -> str:
    """Number the §§, choose who approves and approve the minutes; return the paper's id."""
    propose_approvers(window)
    assert not [each for each in lacking(window) if "nummer" in each or "justera" in each]
    go_to_day(window, day)
    return approve(window)


def allowances(window: MainWindow) -> None:
    """Pay for the year: the list is the attendance times the rates, and is booked once."""
    go_to_day(window, date(YEAR, 12, 31))
    money = page(window)
    money.year.open(YEAR)
    trigger(window, "new-allowances")
    enter(form(money), name=f"året {YEAR}")
    send(form(money))
    panel = money.allowances
    shown = panel.shown
    assert shown is not None
    paid = {rows[0].name: sum_ore(rows) // KRONA for rows in by_person(shown.rows)}
    # The chair 900 and the others 500 each time, and a half hour more in May and in September.
    assert paid == {
        **dict.fromkeys(NAMES[3:9], 2_200), "Åsa Ek": 3_800, "Bo Sund": 2_200, "Cia Alm": 2_100,
    }  # fmt: skip
    press(panel, "allowance-close")
    send(form(money))
    press(panel, "allowance-book")
    send(form(money))
    assert panel.shown is not None
    assert panel.shown.booked == 21_300 * KRONA
    assert "38\u00a0700\u00a0kr blir kvar av 60\u00a0000" in panel.summary.verdict.text.text()
    told = printed(window, "arvoden", YEAR)
    assert squeezed("Åsa Ek 3 600 200 3 800") in told
    with pytest.raises(InputError, match="stängd"):
        window.desk.attempt(Remove(AllowancePeriod, panel.shown.period.id))

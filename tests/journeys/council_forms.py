"""What hands do to enter a council from nothing, and to call it: each thing in its own form."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QAbstractButton, QWidget

from hubra_desktop.model.attendance.attendance_terms import AllowanceKind, AttendanceRole
from hubra_desktop.model.council.rulebook_terms import Quorum, SubstituteRule
from hubra_desktop.model.terms import MeetingState, Role
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.dispatch.dispatch_part import DispatchPart
from hubra_desktop.ui.pages.money.budget_model import Column
from hubra_desktop.ui.pages.people.page import COMPOSITION, PeoplePage
from hubra_desktop.work.queries.register import register_info
from tests.ui.hands import settle, sheet, trigger
from tests.ui.money import enter, page, post, type_cell

YEAR = 2019
NAMES = (
    "Åsa Ek", "Bo Sund", "Cia Alm", "Dan Berg", "Eva Lind", "Finn Dahl", "Gun Falk", "Hans Gren",
    "Ida Holm", "Jan Kvist", "Kaj Lund", "Lena Malm", "Mats Nord",
)  # fmt: skip
SUBSTITUTES = ("Nils Palm", "Olga Ros")
SECRETARY, NEW_MEMBER = "Rut Strand", "Pia Qvist"
SEATS = {"politiker": 9, "polis": 2, "tjänstemän": 2}
LEAVES, COMES = date(YEAR, 6, 30), date(YEAR, 7, 1)
"""The last day of Lena Malm, and the first of who has her seat after her."""
DECISION = "KF 2018-12-10 § 14"


def fill(page: QWidget, **typed: object) -> None:
    """Fill in the form that is open beside a page and send it; nothing of it is refused."""
    side = page.side  # type: ignore[attr-defined]
    opened = side.form
    assert isinstance(opened, FormPanel)
    enter(opened, **typed)
    opened.accept.click()
    settle()
    refused = [each.told.text() for each in opened.entries.values() if each.refused]
    assert side.form is not opened, [opened.refusal.text(), *refused]


def press_seen(page: QWidget, name: str) -> None:
    """Press the button of a name that is in view."""
    (found,) = [each for each in page.findChildren(QAbstractButton, name) if each.isVisible()]
    found.click()
    settle()


def enter_council(window: MainWindow) -> None:
    """Enter the council's rules and its people, the year's budget and what is paid."""
    window.show_page("page-people")
    (people,) = window.findChildren(PeoplePage)
    enter_rules(people)
    with window.desk.read() as reader:
        council = register_info(reader).own_body_id
    for name in (*NAMES, *SUBSTITUTES, SECRETARY, NEW_MEMBER):
        trigger(window, "new-person")
        fill(people, name=name, email=f"{name.split()[1].lower()}@example.se")
        trigger(window, "new-mandate")
        fill(people, body_id=council, **mandate(name))
    enter_money(window)


def enter_rules(people: PeoplePage) -> None:
    """Enter the council's rules, and the sorts of seats that they give it."""
    people.show_part(COMPOSITION)
    press_seen(people, "rules-new")
    fill(
        people, notice_days="7", approval_days="14", adjusters="1", quorum=Quorum.HALF,
        substitute_rule=SubstituteRule.RANKED, announced=True, decision="Reglemente § 4",
    )  # fmt: skip
    for name, seats in SEATS.items():
        press_seen(people, "rules-new-seat")
        fill(people, name=name, seats=str(seats))


def mandate(name: str) -> dict[str, object]:
    """Return what the form of somebody's mandate is told."""
    begun: dict[str, object] = {"valid_from": f"{YEAR - 1}-01-01"}
    if name == SECRETARY:
        return {"role": Role.SECRETARY, **begun}
    if name in SUBSTITUTES:
        rank = str(SUBSTITUTES.index(name) + 1)
        return {"role": Role.SUBSTITUTE, "rank": rank, **begun}
    if name == NEW_MEMBER:
        return {"role": Role.MEMBER, "seat": "tjänstemän", "valid_from": COMES.isoformat()}
    place = NAMES.index(name)
    told = begun | {"role": Role.MEMBER if place else Role.CHAIR, "seat": seat_of(place)}
    return told | {"valid_to": LEAVES.isoformat()} if name == "Lena Malm" else told


def seat_of(place: int) -> str:
    """Return the sort of seat of the member at a place: the sorts stand one after another."""
    return [name for name, seats in SEATS.items() for _ in range(seats)][place]


def enter_money(window: MainWindow) -> None:
    """Enter the year's budget, sixty thousand kronor of it for allowances, and the rates."""
    money = page(window)
    trigger(window, "new-budget-year")
    fill(money, year=str(YEAR), start="usual", frame_ore="60 tkr")
    money.show_part("budget")
    type_cell(money, post(money, "Arvoden").post.id, Column.PLANNED, "60 tkr")
    for told in rates():
        trigger(window, "new-allowance-rate")
        fill(money, seat="politiker", decision=DECISION, **told)


def rates() -> Iterator[dict[str, object]]:
    """Yield what the politicians are paid: the first hour, each half hour, a kilometre."""
    for kind, kronor, role in (
        (AllowanceKind.FIRST_HOURS, "500", AttendanceRole.MEMBER),
        (AllowanceKind.FIRST_HOURS, "900", AttendanceRole.CHAIR),
        (AllowanceKind.HALF_HOUR, "100", AttendanceRole.MEMBER),
        (AllowanceKind.TRAVEL, "2", AttendanceRole.MEMBER),
    ):
        first = {"covers": "60"} if kind is AllowanceKind.FIRST_HOURS else {}
        yield {"kind": kind, "role": role, "amount_ore": kronor, **first}


def call(window: MainWindow, meeting_id: str) -> None:
    """Call to a meeting, by the sheet of those who get the kallelse."""
    window.meeting.open(meeting_id)
    window.meetings.head.stages.buttons[1].click()
    settle()
    (part,) = window.meetings.parts.findChildren(DispatchPart)
    called = [each.recipient.name for each in part.sheet.recipients.ticked]
    assert len(called) == len(NAMES) + len(SUBSTITUTES), called
    part.sheet.go.click()
    settle()
    assert sheet(window).state is MeetingState.CALLED

"""Who is in the room, how many vote, and whether they are enough."""

from PySide6.QtWidgets import QFrame, QWidget

from hubra_desktop.model.attendance.attendance_terms import AttendanceStatus
from hubra_desktop.model.attendance.presence import ROLL_ROLES, serves_for, stay_at
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.ui.pages.meetings.running.running_state import RunningState
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.work.queries.attendance import AttendanceView


class PeoplePanel(QFrame):
    """Counts those inside, and names those who are out, serve or take no part."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("people-panel")
        self._shown: tuple[AttendanceView | None, str | None] = None, None
        self.head = build.label(say("Närvaro"), "section", self)
        self.count = build.label("", "lead", self, name="people-count")
        self.warning = build.label("", "note", self, name="people-warning")
        self.names = build.label("", "muted", self, name="people-names")
        parts = (self.head, self.count, self.warning, self.names)
        build.column(*parts, of=self, spacing=GRID // 2)

    def show_people(self, state: RunningState) -> None:
        """Show who is inside at the row that goes on."""
        item_id = state.item.id if state.item else None
        people = state.people
        shown, self._shown = self._shown, (people, item_id)
        if shown[0] is people and shown[1] == item_id:
            return
        voting = people.voters(item_id)
        inside = people.present(item_id)
        self.count.setText(counts_text(len(voting), len(inside)))
        self.warning.setText(quorum_text(people, item_id))
        self.warning.setVisible(bool(self.warning.text()) and bool(people.rows))
        self.names.setText("\n".join(out_lines(people, item_id)))
        self.names.setVisible(bool(self.names.text()))


def counts_text(voting: int, inside: int) -> str:
    """Say how many vote and how many are in the room."""
    votes = say_count("{n} deltar i beslut", "{n} deltar i beslut", voting)
    return f"{votes} · {say_count('{n} i rummet', '{n} i rummet', inside)}"


def quorum_text(people: AttendanceView, item_id: str | None) -> str:
    """Say that those who vote are too few, where the body's rules tell."""
    found = people.quorum(item_id)
    if found.enough or found.needed is None:
        return ""
    return say(
        "Rådet är kanske inte beslutfört: {voting} av {seats} deltar, {needed} behövs.",
        voting=found.voting,
        seats=found.seats,
        needed=found.needed,
    )


def out_lines(people: AttendanceView, item_id: str | None) -> list[str]:
    """Name those who are not in the room, those who take no part, and who serves for whom."""
    inside = {each.id for each in people.present(item_id)}
    barred = people.disqualified.get(item_id or "", frozenset())
    groups = (
        (say("Jäv: {names}"), [each for each in people.rows if each.id in barred]),
        (say("Ute: {names}"), [each for each in people.rows if _is_out(each, inside, barred)]),
        (say("Inte avprickade: {names}"), [each for each in people.rows if _is_open(each)]),
    )
    lines = [said.format(names=_names(found)) for said, found in groups if found]
    counted = [each for each in people.rows if each.id in inside and each.role in ROLL_ROLES]
    others = [each for each in people.rows if each.id in inside and each.role not in ROLL_ROLES]
    remote = [each for each in people.rows if _is_remote(each, people, item_id)]
    there = (
        (say("Inne: {names}"), counted),
        (say("Varav på distans: {names}"), remote),
        (say("Dessutom: {names}"), others),
    )
    lines += [said.format(names=_names(found)) for said, found in there if found]
    for each in people.rows:
        member = serves_for(each, item_id, people.order)
        if member:
            told = say("{name} tjänstgör för {member}")
            lines.insert(0, told.format(name=each.name, member=people.name_of(member)))
    return lines


def _is_out(each: Attendance, inside: set[str], barred: frozenset[str]) -> bool:
    out = each.id not in inside and each.id not in barred
    return out and each.role in ROLL_ROLES and each.status is not AttendanceStatus.OPEN


def _is_remote(each: Attendance, people: AttendanceView, item_id: str | None) -> bool:
    stay = stay_at(each, item_id, people.order)
    return stay is not None and stay.remote


def _is_open(each: Attendance) -> bool:
    return each.status is AttendanceStatus.OPEN and each.role in ROLL_ROLES


def _names(found: list[Attendance]) -> str:
    return ", ".join(each.name or each.unit for each in found)

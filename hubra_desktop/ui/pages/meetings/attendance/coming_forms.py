"""Who came and went: the forms for a clock time and a row, for serving, calling and guests."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.attendance.attendance_terms import AttendanceRole, AttendanceStatus
from hubra_desktop.model.attendance.presence import VOTING_ROLES, is_away, stay_at
from hubra_desktop.model.council.people_names import PeopleByName
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.language import say
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.model.wording import shortened
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import CHOICE, CLOCK, FLAG, terms_of
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.pages.meetings.attendance.attendance_model import attendance_name
from hubra_desktop.work.commands.attendance import Arrive, CallSubstitute, Leave, Serve, StopServing
from hubra_desktop.work.edits import Add
from hubra_desktop.work.queries.attendance import AttendanceView
from hubra_desktop.work.queries.people import persons

_MOST = 40
"""Characters of a row's title that there is room for in a choice."""
_LISTED_AS = (
    AttendanceRole.GUEST,
    AttendanceRole.PRESENTER,
    AttendanceRole.CO_OPTED,
    AttendanceRole.SECRETARY,
    AttendanceRole.SUBSTITUTE,
    AttendanceRole.MEMBER,
)


def time_now(view: AttendanceView) -> int | None:
    """Return what the clock is while the meeting goes on, None at any other time."""
    if view.meeting.state is not MeetingState.ONGOING:
        return None
    now = datetime.now()
    return now.hour * 60 + now.minute


def rows_to_choose(view: AttendanceView) -> list[tuple[str, object]]:
    """Return the numbered rows of the agenda in the order in which they were handled."""
    titles = {item.id: item.title for item in view.meeting.items}
    return [
        (shortened(f"{view.numbers[each]}  {' '.join(titles[each].split())}", _MOST), each)
        for each in view.order
        if each in view.numbers
    ]


class _AtRow(FormPanel):
    """What happens to somebody at a clock time and a row of the agenda."""

    def __init__(
        self, name: str, desk: Desk, view: AttendanceView, who: Attendance, parent: QWidget | None
    ) -> None:
        super().__init__(name, desk, parent)
        self._view, self._who = view, who

    def _rows(self, label: str, none: str) -> tuple[Field, Field]:
        rows = [(none, None), *rows_to_choose(self._view)]
        at = Field("at", say("Klockan"), CLOCK, hint=say("om den är känd"))
        now = self._view.now_item_id
        known = now if any(now == item_id for _, item_id in rows) else None
        return at, Field("item_id", label, CHOICE, choices=rows, first=known)

    def _begin_now(self) -> None:
        now = time_now(self._view)
        if now is not None:
            self.show_values({"at": now})


class ArriveForm(_AtRow):
    """Somebody comes in, or goes on from afar."""

    def __init__(
        self, desk: Desk, view: AttendanceView, who: Attendance, parent: QWidget | None = None
    ) -> None:
        super().__init__("arrive-form", desk, view, who, parent)
        self.fill(
            say("{name} kom in", name=attendance_name(who)),
            say("Anteckna"),
            *self._rows(say("Är med från och med"), say("Från början")),
            Field("remote", say("Deltar på distans"), FLAG),
            said="" if view.rules.remote else say("Reglerna säger inget om deltagande på distans."),
        )
        self._begin_now()

    def commit(self, values: Values) -> object:
        at, item_id = values["at"], values["item_id"]
        return self.run(Arrive(self._who.id, at, item_id, bool(values["remote"])))


class LeaveForm(_AtRow):
    """Somebody goes."""

    def __init__(
        self, desk: Desk, view: AttendanceView, who: Attendance, parent: QWidget | None = None
    ) -> None:
        super().__init__("leave-form", desk, view, who, parent)
        self.fill(
            say("{name} gick", name=attendance_name(who)),
            say("Anteckna"),
            *self._rows(say("Är inte med från och med"), say("Efter sista ärendet")),
        )
        self._begin_now()

    def commit(self, values: Values) -> object:
        return self.run(Leave(self._who.id, values["at"], values["item_id"]))


class ServeForm(_AtRow):
    """A substitute who is inside serves for a member who is out, or serves no longer."""

    def __init__(
        self, desk: Desk, view: AttendanceView, who: Attendance, parent: QWidget | None = None
    ) -> None:
        super().__init__("serve-form", desk, view, who, parent)
        item_id = view.now_item_id
        away = empty_seats(view, item_id)
        members: list[tuple[str, object]] = [(attendance_name(each), each.id) for each in away]
        serving = stay_at(who, item_id, view.order)
        if serving is not None and serving.serves_for_id is not None:
            members.insert(0, (say("Tjänstgör inte längre"), None))
        first = members[0][1] if members else None
        self.fill(
            say("{name} tjänstgör", name=attendance_name(who)),
            say("Anteckna"),
            Field(
                "for_id",
                say("För"),
                CHOICE,
                choices=members,
                first=first,
            ),
            *self._rows(say("Från och med"), say("Från början")),
            said=self._said(away),
        )
        self._begin_now()

    def _said(self, away: Sequence[Attendance]) -> str:
        if not away:
            return say("Alla ledamöter är inne eller har redan en ersättare.")
        found = self._view.next_for(away[0].id, self._view.now_item_id)
        return found.reason

    def commit(self, values: Values) -> object:
        for_id, at, item_id = values["for_id"], values["at"], values["item_id"]
        if for_id is None:
            return self.run(StopServing(self._who.id, at, item_id))
        return self.run(Serve(self._who.id, str(for_id), at, item_id))


class CallForm(FormPanel):
    """A substitute is called in a member's place: the next in the order, or another."""

    def __init__(
        self,
        desk: Desk,
        view: AttendanceView,
        member: Attendance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("call-form", desk, parent)
        self._member = member
        found = view.next_for(member.id)
        ordered = [each.attendance for each in found.turns if each.free]
        substitutes = [each for each in view.rows if each.role is AttendanceRole.SUBSTITUTE]
        others = [each for each in substitutes if each not in ordered and not is_away(each)]
        choices = [(attendance_name(each), each.id) for each in (*ordered, *others)]
        first = found.attendance.id if found.attendance else None
        self.fill(
            say("Kalla ersättare för {name}", name=attendance_name(member)),
            say("Anteckna som kallad"),
            Field("who", say("Ersättare"), CHOICE, choices=choices, first=first),
            said=found.reason,
        )

    def commit(self, values: Values) -> object:
        who = values["who"]
        if who is None:
            raise refusal("Välj en ersättare.", field="who")
        return self.run(CallSubstitute(str(who), self._member.id, self.desk.today()))


class GuestForm(FormPanel):
    """Somebody more on the list, known in the register or not."""

    def __init__(self, desk: Desk, view: AttendanceView, parent: QWidget | None = None) -> None:
        super().__init__("guest-form", desk, parent)
        self._view = view
        with desk.read() as reader:
            self._people = {each.id: each for each in persons(reader)}
        self._names = PeopleByName(tuple(self._people.values()))
        self.fill(
            say("Ny på listan"),
            say("Lägg till"),
            Field("name", say("Namn"), words=self._names.labels, needed=say("Skriv vem det är.")),
            (Field("title", say("Titel")), Field("unit", say("Organisation"))),
            Field("role", say("Roll"), CHOICE, choices=terms_of(_LISTED_AS, word)),
            Field("here", say("Är här"), FLAG, first=True),
        )

    def commit(self, values: Values) -> object:
        name, person_id = self._names.named(str(values["name"]))
        person = self._people.get(person_id or "")
        status = AttendanceStatus.PRESENT if values["here"] else AttendanceStatus.OPEN
        given: dict[str, Any] = {
            "meeting_id": self._view.meeting.id,
            "person_id": person_id,
            "name": person.name if person else name,
            "title": values["title"] or (person.title if person else ""),
            "unit": values["unit"] or (person.unit if person else ""),
            "role": values["role"],
            "status": status,
        }
        return self.run(Add(Attendance, given))


def empty_seats(view: AttendanceView, item_id: str | None) -> list[Attendance]:
    """Return the members who are out at a row and for whom nobody serves then."""
    out = view.disqualified.get(item_id or "", frozenset())
    inside = {each.id for each in view.present(item_id)} - out
    served = {
        stay.serves_for_id
        for each in view.rows
        if (stay := stay_at(each, item_id, view.order)) is not None
    }
    return [
        each for each in view.rows if each.role in VOTING_ROLES and each.id not in inside | served
    ]

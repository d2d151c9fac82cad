"""Närvarolista: a sheet to sign before the meeting, and who was there when it has been held.

It tells neither why somebody was away nor how they are reached.
"""

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from hubra_desktop.documents.kit.blocks import Stack
from hubra_desktop.documents.kit.figure_table import FigureGroup, FigureLine, filled_columns
from hubra_desktop.documents.kit.formal import StatedFact, stated_facts
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.kit.style import INK
from hubra_desktop.documents.kit.table import CellRow, Table, text_cell
from hubra_desktop.documents.kit.tree import Element
from hubra_desktop.documents.official import OfficialPaper, Sender
from hubra_desktop.model.attendance.attendance_terms import (
    AttendanceReply,
    AttendanceRole,
    AttendanceStatus,
)
from hubra_desktop.model.attendance.presence import VOTING_ROLES
from hubra_desktop.model.attendance.presence_words import (
    PresenceNames,
    inside_text,
    service_text,
)
from hubra_desktop.model.language import swedish
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.swedish import capitalised, listed, long_date
from hubra_desktop.model.words import swedish_word

_GUEST_LINES: Final = 3
_TOGETHER: Final = 5
"""Lines to sign in large print that are kept on one page."""
_SIGNED: Final = {"Namn": 0.28, "Uppdrag": 0.25, "Svar": 0.15, "Underskrift": 0.36}
_MEMBERS: Final = {"Namn": 0.3, "Uppdrag": 0.26, "Närvaro": 0.44}
_SUBSTITUTES: Final = {"Namn": 0.28, "Parti": 0.14, "Tjänstgör för": 0.3, "Närvaro": 0.28}
_OTHERS: Final = {"Namn": 0.34, "Uppdrag": 0.34, "Närvaro": 0.32}
_ITEMS: Final = {"Ärende": 0.14, "Deltar i beslutet": 0.22, "Ledamöter som inte deltar": 0.64}
_WHOLE: Final = "Hela sammanträdet"


@dataclass(frozen=True)
class RowPresence:
    """A numbered row of the agenda: how many take part, and the members who do not."""

    number: str
    voting: int
    out: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AttendancePaper:
    """Who is on the list of a meeting; ``rows`` are its numbered rows where it was ``held``.

    ``order`` and ``numbers`` are those of the agenda. ``when`` and ``place`` are told as in
    the kallelse.
    """

    sender: Sender
    day: dt.date
    when: str
    place: str
    held: bool
    people: tuple[Attendance, ...]
    order: tuple[str, ...] = ()
    numbers: Mapping[str, str]
    rows: tuple[RowPresence, ...] = ()

    @property
    def names(self) -> dict[str, str]:
        """Return what each is called, by the id of the attendance."""
        return {each.id: each.name or each.unit for each in self.people}


def narvarolista_manuscript(
    paper: AttendancePaper, style: HouseStyle, *, text_size: float | None = None
) -> Manuscript:
    """Compose the list."""
    return _Writer(style, paper, text_size).manuscript()


class _Writer(OfficialPaper):
    """Writes one list; used once."""

    def __init__(self, style: HouseStyle, paper: AttendancePaper, text_size: float | None) -> None:
        super().__init__(style, paper.sender, text_size=text_size)
        self.paper = paper
        self.of = PresenceNames(
            order=paper.order,
            numbers=paper.numbers,
            names=paper.names,
            tell=swedish,
            separator=style.time_separator,
        )

    def manuscript(self) -> Manuscript:
        day = long_date(self.paper.day)
        self.begin(f"Närvarolista {day}")
        self.facts([StatedFact("Tid", self.paper.when), StatedFact("Plats", self.paper.place)])
        if self.paper.held:
            self._held()
        else:
            self._to_sign()
        body = self.paper.sender.administration
        return self.finish(
            title=f"Närvarolista {day}, {body}".rstrip(", "),
            subject="Vilka som var med på sammanträdet"
            if self.paper.held
            else "Att skriva under vid sammanträdet",
            day=self.paper.day,
        )

    def _to_sign(self) -> None:
        self._signed("Ledamöter", _in(self.paper.people, VOTING_ROLES))
        self._signed("Ersättare", _in(self.paper.people, {AttendanceRole.SUBSTITUTE}))
        self._signed("Övriga", _others(self.paper.people))
        self._lines("Gäster", [("", "", "")] * _GUEST_LINES, "Organisation")

    def _signed(self, title: str, people: Sequence[Attendance]) -> None:
        rows = [(each.name or each.unit, _role(each), _reply(each)) for each in people]
        if rows:
            self._lines(title, rows, "Uppdrag")

    def _lines(self, title: str, rows: Sequence[tuple[str, str, str]], second: str) -> None:
        """Set a line to sign for each, under a heading."""
        if self.look.large:
            self._large_lines(title, [name or f"Gäst {n}" for n, (name, *_) in enumerate(rows, 1)])
            return
        self.section(title)
        replied = any(reply for _, _, reply in rows)
        names = ["Namn", second, *(["Svar"] if replied else []), "Underskrift"]
        shares = [_SIGNED.get(name, _SIGNED["Uppdrag"]) for name in names]
        room = self.measure / sum(shares)
        table = self.root.add("Table")
        head = table.add("THead").add("TR")
        header = [text_cell(head, name, self.look.label, scope="Column") for name in names]
        body = table.add("TBody")
        made = [CellRow(header, keep=True, rule=0.9, colour=self.look.accent)]
        made += [self._line_to_sign(body.add("TR"), row, replied=replied) for row in rows]
        widths = tuple(share * room for share in shares)
        self.add(
            Table(
                made,
                widths,
                header=1,
                padding=0.2 * self.look.body,
                gutter=1.2 * self.look.body,
                after=self.look.body,
            )
        )

    def _large_lines(self, title: str, names: Sequence[str]) -> None:
        """Set the names alone beside their lines, a few together on a page."""
        for first in range(0, len(names), _TOGETHER):
            some = [StatedFact(name, "", blank=True) for name in names[first : first + _TOGETHER]]
            heading = [] if first else [self.headings.add(2, title)]
            lines = stated_facts(self.root, some, self.look, self.measure)
            before = 0.0 if first else self.look.body
            self.add(Stack([*heading, lines], before=before, together=True))

    def _line_to_sign(self, line: Element, row: tuple[str, str, str], *, replied: bool) -> CellRow:
        name, role, reply = row
        texts = [name, role, *([reply] if replied else []), ""]
        style = replace(self.look.cell, hyphens=False)
        high = 0.5 * self.look.body
        empty = high + style.leading
        cells = [
            text_cell(
                line,
                text,
                style,
                scope="Row" if not place and text else "",
                above=high if text else empty,
            )
            for place, text in enumerate(texts)
        ]
        for cell, text in zip(cells, texts, strict=True):
            cell.line = "" if text else INK
        return CellRow(cells, rule=0.0)

    def _held(self) -> None:
        people = [each for each in self.paper.people if each.status is AttendanceStatus.PRESENT]
        members, substitutes = _in(people, VOTING_ROLES), _in(people, {AttendanceRole.SUBSTITUTE})
        self._table("Ledamöter", _MEMBERS, members, self._member)
        self._table("Ersättare", _SUBSTITUTES, substitutes, self._substitute)
        self._table("Övriga", _OTHERS, _others(people), self._other)
        seats = VOTING_ROLES | {AttendanceRole.SUBSTITUTE}
        away = [each for each in _in(self.paper.people, seats) if each not in people]
        self._table("Frånvarande", _OTHERS, away, _away)
        if self.paper.rows:
            self.section("Vilka som deltar i besluten")
            lines = [_item_line(list(alike)) for _, alike in groupby(self.paper.rows, _who_decides)]
            self.table(_ITEMS, [FigureGroup("", lines)])

    def _table(
        self,
        title: str,
        columns: Mapping[str, float],
        people: Sequence[Attendance],
        cells: Callable[[Attendance], tuple[str, ...]],
    ) -> None:
        if people:
            self.section(title)
            lines = [FigureLine(cells(each)) for each in people]
            self.table(*filled_columns(dict(columns), [FigureGroup("", lines)]))

    def _member(self, each: Attendance) -> tuple[str, ...]:
        return each.name, _role(each), self._inside(each)

    def _substitute(self, each: Attendance) -> tuple[str, ...]:
        return each.name, each.party, self._serves(each), self._inside(each)

    def _other(self, each: Attendance) -> tuple[str, ...]:
        return each.name or each.unit, _role(each), self._inside(each)

    def _inside(self, each: Attendance) -> str:
        told = inside_text(each, self.of)
        afar = any(stay.remote for stay in each.stays)
        return capitalised(", ".join(filter(None, (told, "på distans" if afar else "")))) or _WHOLE

    def _serves(self, each: Attendance) -> str:
        return service_text(each, self.of).replace("tjänstgör för ", "")


def _in(people: Sequence[Attendance], roles: Collection[AttendanceRole]) -> list[Attendance]:
    return [each for each in people if each.role in roles]


def _others(people: Sequence[Attendance]) -> list[Attendance]:
    seats = VOTING_ROLES | {AttendanceRole.SUBSTITUTE}
    return [each for each in people if each.role not in seats]


def _role(each: Attendance) -> str:
    """Say as what somebody is there, with the party of those who vote, else whose they are."""
    role = capitalised(swedish_word(each.role))
    if each.role in VOTING_ROLES or each.role is AttendanceRole.SUBSTITUTE:
        return f"{role}\u00a0({each.party})" if each.party else role
    return ", ".join(filter(None, (role, each.title, each.unit if each.name else "")))


def _reply(each: Attendance) -> str:
    return "" if each.reply is AttendanceReply.NONE else capitalised(swedish_word(each.reply))


def _away(each: Attendance) -> tuple[str, ...]:
    told = "" if each.status is AttendanceStatus.OPEN else capitalised(swedish_word(each.status))
    return each.name, _role(each), told


def _who_decides(row: RowPresence) -> tuple[int, tuple[str, ...]]:
    return row.voting, row.out


def _item_line(rows: Sequence[RowPresence]) -> FigureLine:
    """Return one line for rows that follow each other and are decided by the same.

    A number alone would say nothing as the name of a row that is heard.
    """
    first, last = rows[0], rows[-1]
    number = first.number if first is last else f"{first.number}\u2013{last.number}"
    return FigureLine((f"Nr {number}", str(first.voting), listed(first.out) or "\u2013"))

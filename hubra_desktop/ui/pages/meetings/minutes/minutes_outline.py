"""The parts of minutes in the order in which they are read, with what is missing in each."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.minutes.kept_as import say_of
from hubra_desktop.model.minutes.minutes_findings import (
    MinutesFinding,
    holds_up,
    minutes_findings,
)
from hubra_desktop.model.minutes.minutes_view import MinutesView, SectionView
from hubra_desktop.model.minutes.sections import recorded_rows
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.terms import APPROVED_STATES
from hubra_desktop.model.words import word
from hubra_desktop.ui.widgets.part_outline import PartOutline, WrittenPart

HEAD = "head"
MISSING = "missing"


class MinutesOutline(PartOutline):
    """Its parts are the §§ by their ids, and ``HEAD`` and ``MISSING``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("minutes-outline", say("Textens delar"), parent)
        self.view: MinutesView | None = None
        self.findings: tuple[MinutesFinding, ...] = ()
        self._homes: dict[str, tuple[str, str]] = {}
        self._found: dict[str, list[MinutesFinding]] = {}

    def show_view(self, view: MinutesView) -> None:
        """Show the parts of some minutes; the chosen one stays chosen."""
        self.view = view
        self.findings = numbers_told_once(minutes_findings(view))
        self._homes = {
            row_id: (each.section.id, row)
            for each in view.sections
            for row_id, row in recorded_rows(each.section).items()
        }
        self._found = {}
        for finding in self.findings:
            self._found.setdefault(self.home_of(finding), []).append(finding)
        self.show_rows(self._parts(view))

    def _parts(self, view: MinutesView) -> Iterator[WrittenPart]:
        """Yield the parts of the outline: what is missing, the first page and the §§."""
        if self.findings:
            yield WrittenPart(MISSING, say("Saknas"), len(self.findings))
        yield WrittenPart(HEAD, say("Första sidan"), len(self.found_in("")))
        for each in view.sections:
            waiting = len(self.found_in(each.section.id))
            yield WrittenPart(each.section.id, outline_name(each), waiting)

    def found_in(self, section_id: str) -> list[MinutesFinding]:
        """Return what is found in a §, or in no § where "" is given."""
        return self._found.get(section_id, [])

    def home_of(self, finding: MinutesFinding) -> str:
        """Return the § that something is found in, "" where it is in none."""
        if finding.kind == "section":
            return finding.row_id
        return self.section_of(finding.row_id)

    def summary(self) -> str:
        """Say what the minutes are, which §§ they have and what holds them up."""
        view = self.view
        if view is None:
            return ""
        stops = len(holds_up(self.findings))
        parts = [capitalised(word(view.kind)), view.numbers]
        if view.meeting.state in APPROVED_STATES:
            parts.append(say_of(view.kind, "justerat: läses, ändras inte"))
        elif stops:
            parts.append(say_count("{n} stopp kvar", "{n} stopp kvar", stops))
        else:
            parts.append(say_of(view.kind, "klart att justera"))
        return " · ".join(filter(None, parts))

    def section_of(self, record_id: str) -> str:
        """Return the § that something is recorded at, "" when there is none."""
        return self._homes.get(record_id, ("", ""))[0]

    def row_of(self, finding: MinutesFinding) -> str:
        """Return the row of a list of its § that something is found in."""
        return self._homes.get(finding.row_id, ("", finding.row_id))[1]


def outline_name(view: SectionView) -> str:
    """Name a § in the outline: ``§ 14 Bidrag till …``, its heading alone before it has a number."""
    heading = " ".join(view.section.heading.split()) or say("Utan rubrik")
    return f"{view.sign} {heading}".strip()


def numbers_told_once(findings: tuple[MinutesFinding, ...]) -> tuple[MinutesFinding, ...]:
    """Return findings where all §§ that lack a number are one, of no § in particular."""
    lacking = [each for each in findings if each.field == "number" and each.kind == "section"]
    if len(lacking) < 2:
        return findings
    told = say("Paragraferna har inga nummer än. Numrera dem när texten är klar.")
    once = replace(lacking[0], kind="minutes", row_id="", sentence=told)
    rest = (each for each in findings if each not in lacking)
    return (once, *rest)

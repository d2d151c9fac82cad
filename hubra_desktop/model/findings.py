"""What a finding is, the table of an agenda's findings, and the agenda as they look at it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from hubra_desktop.model.language import N_, say
from hubra_desktop.model.numbering import printed_numbers, row_name
from hubra_desktop.model.outline import Branch, active_items, outline
from hubra_desktop.model.records.meeting import HouseStyle, Item, Meeting
from hubra_desktop.model.swedish import clock
from hubra_desktop.model.terms import UNNUMBERED_KINDS
from hubra_desktop.model.timetable import Slot, Timetable, timetable
from hubra_desktop.model.words import Term


class Level(Term):
    """How much a finding weighs: stops the issue, should be looked at, may be."""

    STOP = "stop", N_("Stopp")
    WARNING = "warning", N_("Varning")
    TIP = "tip", N_("Tips")


LEVELS = tuple(Level)


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Something to look at: ``id`` never changes, ``sentence`` is for the reader.

    ``item_id`` and ``field`` say where it is mended: a field of the row ("time",
    "title", "public_title", "number", "presenters", "case_number"), or without a row
    one of the head ("head.start", "head.place", "head.end", "head.notice_date",
    "head.pre_meetings") or the list itself ("items"). ``other_id`` is the row that it
    collides with, where it does.
    """

    id: str
    level: Level
    sentence: str
    item_id: str | None = None
    field: str = ""
    other_id: str | None = None


_KINDS: Final[Mapping[str, tuple[Level, str, str]]] = {
    "no_start": (
        Level.STOP, "head.start", N_("Sammanträdet har ingen starttid. Skriv när det börjar."),
    ),
    "no_place": (
        Level.STOP, "head.place", N_("Sammanträdet har ingen plats. Skriv var det hålls."),
    ),
    "no_items": (
        Level.STOP, "items", N_("Föredragningslistan är tom. Lägg till minst ett ärende."),
    ),
    "closed_without_public_title": (
        Level.STOP, "public_title",
        N_("{name} går bakom stängda dörrar men har ingen offentlig rubrik. "
           "Skriv vad som ska stå i kallelsen."),
    ),
    "notice_date_missing": (
        Level.WARNING, "head.notice_date",
        N_("Kallelsen har inget datum. Skriv vilken dag den skickas."),
    ),
    "short_notice": (
        Level.WARNING, "head.notice_date",
        N_("Kallelsen är daterad {when}. Den ska ut minst {notice} före."),
    ),
    "pre_meeting_after_start": (
        Level.WARNING, "head.pre_meetings",
        N_("Förmötet{group} börjar {time} men sammanträdet börjar redan {start}."),
    ),
    "late_addition": (
        Level.WARNING, "added_late",
        N_("{names} lades till {when}, senare än {notice} före."),
    ),
    "number_twice": (
        Level.WARNING, "number", N_("Numret {number} står på två ärenden. Ändra det ena."),
    ),
    "number_gap": (
        Level.WARNING, "number",
        N_("Lucka i numreringen: efter {one} kommer {other}, så {missing} saknas."),
    ),
    "copied_link": (
        Level.WARNING, "head.link",
        N_("Länken {where} är kvar från sammanträdet {day}. Byt den om den bara gällde då."),
    ),
    "copied_date": (
        Level.WARNING, "head.note",
        N_("Datumet ”{date}” {where} är kvar från sammanträdet {day}. "
           "Ändra det om det inte gäller nu."),
    ),
    "no_title": (Level.WARNING, "title", N_("{name} saknar rubrik.")),
    "gap": (
        Level.WARNING, "time",
        N_("Lucka på {minutes} mellan {before} och {name} (börjar {start})."),
    ),
    "clash": (
        Level.WARNING, "time",
        N_("Krock: {name} börjar {start} men {before} {verb} {flow} – {minutes} för {wrong}."),
    ),
    "too_long": (
        Level.WARNING, "head.end",
        N_("För långt: sammanträdet slutar {end} men är kallat till {planned} – "
           "{minutes} för mycket."),
    ),
    "open_time": (
        Level.WARNING, "time",
        N_("Öppen tid: {culprit} har ingen längd, så det går inte att säga när {name} börjar."),
    ),
    "sum_differs": (
        Level.WARNING, "time", N_("Underpunkterna till {name} tar {total} men ärendet har {own}."),
    ),
    "presenter_twice": (
        Level.WARNING, "presenters",
        N_("{person} föredrar på två ställen samtidigt: {one} och {other}."),
    ),
    "protected_person": (
        Level.WARNING, "presenters",
        N_("{person} har skyddade uppgifter, och {name} blir offentlig. Skriv rollen i stället för "
           "namnet, eller stäng raden."),
    ),
    "protected_officer": (
        Level.WARNING, "head.signatures",
        N_("{person} har skyddade uppgifter, och kallelsen med namnet blir offentlig."),
    ),
    "no_presenter": (Level.TIP, "presenters", N_("{name} saknar föredragande.")),
    "case_number_form": (
        Level.TIP, "case_number",
        N_("{number} på {name} liknar inget vanligt diarienummer. Stämmer det?"),
    ),
    "ends_early": (
        Level.TIP, "head.end",
        N_("Ärendena slutar {end}, {minutes} före den planerade sluttiden {planned}."),
    ),
    "other_questions_untimed": (Level.TIP, "time", N_("{name} har ingen tid.")),
    "no_break": (
        Level.TIP, "time",
        N_("{minutes} utan paus, från {start} till {end}. Lägg gärna in en paus."),
    ),
}  # fmt: skip
"""What an agenda may lack or contradict: how much it weighs, what mends it, how it is said."""


def agenda_finding(kind: str, item: Item | None = None, /, **values: object) -> Finding:
    """Return a finding of the table, about the row ``item`` or the meeting's head."""
    level, field, sentence = _KINDS[kind]
    item_id = item.id if item else None
    return Finding(
        id=kind, level=level, sentence=say(sentence, **values), item_id=item_id, field=field
    )


class Agenda:
    """A meeting with all that is derived from it, computed once for all findings."""

    def __init__(self, meeting: Meeting, style: HouseStyle) -> None:
        self.meeting = meeting
        self.style = style
        self.branches: tuple[Branch, ...] = outline(meeting.items)
        self.rows: dict[str, Item] = {item.id: item for item in meeting.items}
        self.numbers: dict[str, str] = printed_numbers(meeting.items, style.sub_numbers)
        self.timetable: Timetable = timetable(meeting)

    def at(self, minutes: int) -> str:
        """Write a clock time in the house's way."""
        return clock(minutes, self.style.time_separator)

    def name(self, item: Item) -> str:
        """Name a row in running text."""
        return row_name(item, self.numbers)

    def slot(self, item: Item) -> Slot:
        """Return a row's times."""
        return self.timetable.slots[item.id]

    def active(self) -> Iterator[Item]:
        """Return the rows that are not withdrawn, nor under a row that is."""
        return active_items(self.branches)

    def matters(self) -> Iterator[Item]:
        """Return the active rows that are neither breaks nor headings."""
        return (item for item in self.active() if item.kind not in UNNUMBERED_KINDS)

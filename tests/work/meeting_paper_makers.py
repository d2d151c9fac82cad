"""How the commands about a meeting's papers are drawn at random."""

from collections.abc import Mapping

from hubra_desktop.model.records.meeting import MeetingPaper
from hubra_desktop.model.terms import MeetingPaperKind
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.meeting_papers import (
    AskForPapers,
    AttachPaper,
    NoteReminders,
    PlacePaper,
    ReplacePaper,
)
from hubra_desktop.work.commands.purge import PurgePaper
from hubra_desktop.work.edits import Add, Change, Remove
from tests.work.drawn import Drawn
from tests.work.paper_makers import Maker


def _content(d: Drawn) -> bytes:
    return b"%PDF-" + str(d.number(0, 3)).encode()


def _name(d: Drawn) -> str:
    return f"{d.one('Bokslut', 'Yttrande_2')}.pdf"


def attached(d: Drawn) -> Command:
    return AttachPaper(d.id("meeting"), _name(d), _content(d), d.day(), d.id_or_none("agenda_item"))


def asked(d: Drawn) -> Command:
    kinds = d.one(MeetingPaperKind.STATEMENT, MeetingPaperKind.MEMO)
    papers = (
        MeetingPaper(kind=kinds, author=d.text(), due=d.day(), item_id=d.id_or_none("agenda_item"))
        for _ in range(d.number(0, 2))
    )
    return AskForPapers(d.id("meeting"), tuple(papers))


MEETING_PAPERS: Mapping[str, Maker] = {
    "AskForPapers": asked,
    "AttachPaper": attached,
    "AddMeetingPaper": lambda d: Add(
        MeetingPaper, {"item_id": d.id_or_none("agenda_item")}, d.id("meeting"), d.place()
    ),
    "ChangeMeetingPaper": lambda d: Change(
        MeetingPaper, d.id("meeting_paper"), {"title": d.text()}, d.visit()
    ),
    "NoteReminders": lambda d: NoteReminders(d.ids("meeting_paper"), d.day()),
    "PlacePaper": lambda d: PlacePaper(
        d.id("meeting_paper"), d.id_or_none("agenda_item"), d.id_or_none("meeting_paper")
    ),
    "PurgePaper": lambda d: PurgePaper(d.id("meeting_paper")),
    "RemoveMeetingPaper": lambda d: Remove(MeetingPaper, d.id("meeting_paper")),
    "ReplacePaper": lambda d: ReplacePaper(d.id("meeting_paper"), _name(d), _content(d), d.day()),
}

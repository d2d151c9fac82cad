"""The papers of a meeting: files kept with it, papers asked for, their order, reminders.

A file is kept once by its content, however many rows name it. The file that a newer version
takes the place of stays for as long as the history names it.
"""

import datetime as dt
from dataclasses import dataclass, replace
from typing import ClassVar

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.kept_files import LARGEST_PAPER, check_file, clean_name, ending_of
from hubra_desktop.model.meeting_papers import paper_title
from hubra_desktop.model.records.meeting import Meeting, MeetingPaper
from hubra_desktop.model.wording import quoted
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.commands.base import Step, found, found_owner, inserted


@dataclass(frozen=True)
class AttachPaper(Step):
    """Keep a file as a paper of a meeting, under an item if one is named; it came on ``day``.

    Its title is the file's name. Raises InputError for a file that cannot be kept, or is one
    of the meeting's papers already.
    """

    meeting_id: str
    name: str
    content: bytes
    day: dt.date
    item_id: str | None = None
    label: ClassVar[str] = "attach-paper"

    def apply(self, rows: Rows) -> str:
        meeting = found(rows, Meeting, self.meeting_id)
        _check_item(meeting, self.item_id)
        name, kept = _kept(rows, self.name, self.content)
        _refuse_same(meeting, kept)
        paper = MeetingPaper(
            id=new_id(),
            item_id=self.item_id,
            title=title_of(name),
            received=self.day,
            name=name,
            sha256=kept,
            size=len(self.content),
        )
        rows.put(replace(meeting, papers=(*meeting.papers, paper)), was=meeting)
        return paper.id


@dataclass(frozen=True)
class ReplacePaper(Step):
    """Put a file in the place of a paper's file, or of one that was awaited.

    It came on ``day``, and its date is to be given anew. Raises InputError as ``AttachPaper``
    does.
    """

    paper_id: str
    name: str
    content: bytes
    day: dt.date
    label: ClassVar[str] = "replace-paper"

    def apply(self, rows: Rows) -> None:
        paper = found(rows, MeetingPaper, self.paper_id)
        meeting: Meeting = found_owner(rows, MeetingPaper, self.paper_id)
        name, kept = _kept(rows, self.name, self.content)
        _refuse_same(meeting, kept)
        after = replace(
            paper,
            title=paper.title or title_of(name),
            date=None if paper.sha256 else paper.date,
            received=self.day,
            name=name,
            sha256=kept,
            size=len(self.content),
            report_id=None,
        )
        rows.put(after, was=paper)


@dataclass(frozen=True)
class AskForPapers(Step):
    """Note papers that others are to send to a meeting, in one step."""

    meeting_id: str
    papers: tuple[MeetingPaper, ...]
    label: ClassVar[str] = "ask-for-papers"

    def apply(self, rows: Rows) -> str | None:
        meeting = found(rows, Meeting, self.meeting_id)
        for each in self.papers:
            _check_item(meeting, each.item_id)
        new = tuple(replace(each, id=each.id or new_id()) for each in self.papers)
        if not new:
            raise refusal("Välj minst ett ärende att be om handlingar till.")
        rows.put(replace(meeting, papers=(*meeting.papers, *new)), was=meeting)
        return new[0].id


@dataclass(frozen=True)
class PlacePaper(Step):
    """Put a paper under an item (None: the meeting itself), before the paper ``before``.

    Without one it is the last there.
    """

    paper_id: str
    item_id: str | None
    before: str | None = None
    label: ClassVar[str] = "move-meeting_paper"

    def apply(self, rows: Rows) -> None:
        paper = found(rows, MeetingPaper, self.paper_id)
        meeting: Meeting = found_owner(rows, MeetingPaper, self.paper_id)
        _check_item(meeting, self.item_id)
        rest = tuple(each for each in meeting.papers if each.id != paper.id)
        ids = [each.id for each in rest]
        place = ids.index(self.before) if self.before in ids else None
        moved = inserted(rest, replace(paper, item_id=self.item_id), place)
        rows.put(replace(meeting, papers=moved), was=meeting)


@dataclass(frozen=True)
class NoteReminders(Step):
    """Note that those who owe papers were reminded of them on ``day``."""

    paper_ids: tuple[str, ...]
    day: dt.date
    label: ClassVar[str] = "note-reminders"

    def apply(self, rows: Rows) -> None:
        for each in self.paper_ids:
            found(rows, MeetingPaper, each)
            rows.change(MeetingPaper, each, {"reminded_on": self.day})


def title_of(name: str) -> str:
    """Return what a paper is called after its file: the name without ending and underscores."""
    stem = name[: len(name) - len(ending_of(name))]
    return " ".join(stem.replace("_", " ").split())


def _kept(rows: Rows, given: str, content: bytes) -> tuple[str, str]:
    """Keep a file; return its name and its hash."""
    name = clean_name(given)
    check_file(name, content, LARGEST_PAPER)
    return name, rows.keep(content)


def _refuse_same(meeting: Meeting, kept: str) -> None:
    there = next((each for each in meeting.papers if each.sha256 == kept), None)
    if there is not None:
        raise refusal(
            "Samma fil finns redan på sammanträdet, som {title}.", title=quoted(paper_title(there))
        )


def _check_item(meeting: Meeting, item_id: str | None) -> None:
    if item_id is not None and all(item.id != item_id for item in meeting.items):
        raise refusal("Ärendet står inte längre på föredragningslistan. Välj ett annat.")

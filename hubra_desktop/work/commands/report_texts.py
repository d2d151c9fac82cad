"""What is done to the texts of a written paper at once, and the words that its spelling knows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import ClassVar

from sqlalchemy import select

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.records.reports import KnownWord, Report, ReportPicture, ReportSection
from hubra_desktop.model.records.rules import LONGEST_ID
from hubra_desktop.model.reports.text_pictures import picture_mark, pictures_in
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import REPORT_PICTURE
from hubra_desktop.work.commands.base import Step, found, found_owner
from hubra_desktop.work.pictures import check_picture


@dataclass(frozen=True)
class RewriteSections(Step):
    """Give sections of one paper other texts, told by their ids.

    Pictures that the texts name and that stand in another paper of the register are kept
    with this one too.
    """

    texts: Mapping[str, str]
    label: ClassVar[str] = "change-report_section-text"

    def apply(self, rows: Rows) -> None:
        for section_id, text in self.texts.items():
            found(rows, ReportSection, section_id)
            rows.change(ReportSection, section_id, {"text": text})
            keep_named_pictures(rows, found_owner(rows, ReportSection, section_id))


def keep_named_pictures(rows: Rows, report: Report) -> None:
    """Keep with a paper the pictures that its texts name and other papers have."""
    known = {each.mark for each in report.pictures}
    for mark in sorted(pictures_in(each.text for each in report.sections) - known):
        same = select(REPORT_PICTURE.c.id).where(REPORT_PICTURE.c.mark == mark).limit(1)
        other = rows.get(ReportPicture, rows.connection.scalar(same))
        if other is not None:
            report = _with_picture(rows, report, mark, other.content)


def _with_picture(rows: Rows, report: Report, mark: str, content: bytes) -> Report:
    made = ReportPicture(id=new_id(), mark=mark, content=content)
    pictures = (*report.pictures, made)
    illustrated = replace(report, pictures=pictures)
    rows.put(illustrated, was=report)
    return illustrated


@dataclass(frozen=True)
class IllustrateSection(Step):
    """Give a section a text that shows a new picture, a PNG or a JPEG.

    Refused: what is no picture that can be printed.
    """

    section_id: str
    text: str
    content: bytes
    label: ClassVar[str] = "add-report_picture"

    def apply(self, rows: Rows) -> None:
        check_picture(self.content)
        mark = picture_mark(self.content)
        report: Report = found_owner(rows, ReportSection, self.section_id)
        if mark not in {each.mark for each in report.pictures}:
            _with_picture(rows, report, mark, self.content)
        rows.change(ReportSection, self.section_id, {"text": self.text})


@dataclass(frozen=True)
class LearnWord(Step):
    """Let the spelling know a word, in all papers of the register."""

    word: str
    label: ClassVar[str] = "add-known_word"

    def apply(self, rows: Rows) -> str:
        word = self.word.strip()
        if not word:
            raise refusal("Skriv ordet som ska läggas till i ordlistan.")
        # The same word has the same id in every register, so that lists can be joined.
        made = KnownWord(id=sha256(word.encode()).hexdigest()[:LONGEST_ID], word=word)
        if rows.get(KnownWord, made.id) is None:
            rows.put(made)
        return made.id

"""One § of minutes as it is printed: in the minutes themselves, and in an extract of them.

What the law wants of each matter stands in its order: what was proposed and moved, how the
proposals were put, how the vote ended, what was decided, who took part, and who made a
reservation (KL 5 kap. 67 §).
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from hubra_desktop.documents.kit.blocks import Block, Stack, paragraph
from hubra_desktop.documents.kit.compose import Headings, Level, listing
from hubra_desktop.documents.kit.formal import StatedFact, stated_facts
from hubra_desktop.documents.kit.frames import Banner
from hubra_desktop.documents.kit.rich import Apparatus, inline_pieces, rich
from hubra_desktop.documents.kit.style import HAIRLINE, QUIET, Look, TextStyle
from hubra_desktop.documents.kit.tree import Element, Piece
from hubra_desktop.model.minutes.minutes_terms import DecisionOutcome, DissentKind
from hubra_desktop.model.minutes.minutes_view import MinutesView, SectionView
from hubra_desktop.model.minutes.minutes_words import (
    DISSENTS,
    ballot_lead,
    ballot_result,
    disqualified,
    motion_words,
    movements,
    person_name,
    taking_part,
    voices_by_answer,
)
from hubra_desktop.model.minutes.places import field_source
from hubra_desktop.model.minutes.sections import is_settled, same_words
from hubra_desktop.model.records.minutes import Decision, SectionBallot, SectionDissent
from hubra_desktop.model.structured import parts
from hubra_desktop.model.text_entry import presenters_text

CASE_NUMBER: Final = "Diarienummer"
NO_DECISION: Final = "Beslutet är inte antecknat."
HEADING: Final = -1
"""Where a §'s heading is written, as the place in its text."""
_BAR: Final = 2.5
"""The width of the bar beside a decision, in points."""
_THIN_BAR: Final = 2.0
"""That of the bar beside what somebody wrote."""


class SectionPrinter:
    """Prints the §§ of one paper. ``level`` is that of their headings."""

    def __init__(
        self, view: MinutesView, root: Element, look: Look, headings: Headings, measure: float,
        separator: str, level: Level = 2,
    ) -> None:  # fmt: skip
        self.view, self.root, self.look, self.headings = view, root, look, headings
        self.measure, self.separator, self.level = measure, separator, level
        self.apparatus = Apparatus()
        self._below: Level = 3

    def blocks(self, section: SectionView, *, movement: bool = True) -> list[Block]:
        """Return all of a §; with ``movement`` who came and left before it."""
        first = [
            *self.head(section),
            *(self._movements(section) if movement else ()),
            *self._quiet_lines(disqualified(self.view, section, self.separator)),
            *self._presented(section),
        ]
        rest = self._rest(section)
        for each in first if rest else ():
            each.keep = True  # no heading stands at a page's foot with who spoke alone
        return [*first, *rest]

    def _rest(self, section: SectionView) -> list[Block]:
        return [
            *self._matter(section),
            *self._proposed(section),
            *self._moved(section),
            *self._text("Beslutsgång", section.section.procedure, section.section.id, "procedure"),
            *self._ballots(section),
            *self.decided(section),
            *self._dissents(section),
            *self.told(section),
        ]

    def head(self, section: SectionView) -> list[Block]:
        """Return the heading of a §, its case number, and who led it where another did."""
        row = section.section
        number = section.sign or (f"{section.row_number}." if section.row_number else "")
        title = row.heading.strip() or "Rubrik saknas"
        words = f"{number}\u2002{title}" if number else title
        made: list[Block] = [self.headings.add(self.level, words)]
        self.root.kids[-1].source = (field_source(row.id, "heading"), HEADING)
        said = [f"{CASE_NUMBER} {row.case_number.strip()}"] if row.case_number.strip() else []
        leader = self.view.attendance(row.chair_id)
        if leader is not None:
            said.append(f"{person_name(leader)} är ordförande i ärendet")
        if said:
            made.append(self._line(" · ".join(said), self._quiet(keep=True)))
        return made

    def _movements(self, section: SectionView) -> list[Block]:
        place = self.view.sections.index(section) if section in self.view.sections else 0
        return self._quiet_lines(movements(self.view, place, self.separator))

    def _presented(self, section: SectionView) -> list[Block]:
        presenters = section.item.presenters if section.item else ()
        if not presenters:
            return []
        names = [presenters_text((each,)) for each in presenters]
        return [self._line(f"Föredragande: {'; '.join(names)}", self._quiet())]

    def _matter(self, section: SectionView) -> list[Block]:
        row = section.section
        made = self._rich(row.background, row.id, "background")
        return [*made, *self._rich(row.debate, row.id, "debate")]

    def _proposed(self, section: SectionView) -> list[Block]:
        """Return what was proposed, where something else was decided."""
        shown = [
            each
            for each in section.section.decisions
            if each.proposed.strip() and not same_words(each.proposed, each.adopted)
        ]
        if not shown:
            return []
        return [self._label("Förslag till beslut"), *self._decisions(shown, "proposed")]

    def _moved(self, section: SectionView) -> list[Block]:
        standing = [each for each in section.section.proposals if not each.withdrawn]
        if not standing:
            return []
        lines = [motion_words(each, self.view.attendance(each.attendance_id)) for each in standing]
        return [self._label("Yrkanden" if len(lines) > 1 else "Yrkande"), *self._lines(lines)]

    def _ballots(self, section: SectionView) -> list[Block]:
        made: list[Block] = []
        for each in section.section.ballots:
            made += [self._label("Omröstning"), *self._ballot(each)]
        return made

    def _ballot(self, ballot: SectionBallot) -> list[Block]:
        made: list[Block] = [self._line(ballot_lead(ballot), self.look.text)]
        voices = voices_by_answer(ballot)
        if voices:
            facts = [StatedFact(answer, names) for answer, names in voices]
            table = stated_facts(self.root, facts, self.look, self.measure)
            made.append(replace(table, after=0.6 * self.look.body))
        return [*made, self._line(ballot_result(ballot), self.look.text)]

    def decided(self, section: SectionView) -> list[Block]:
        """Return what was decided, behind a bar, and who took part in it."""
        decisions = section.section.decisions
        if not decisions:
            return []
        first = len(self.root.kids)
        whole: list[Block] = [self._label("Beslut"), *self._decisions(decisions, "adopted")]
        if all(map(_is_as_proposed, decisions)):
            whole[-1].tail = True
            whole.append(self._line("Beslutet är i enlighet med förslaget.", self._quiet()))
        assert len(self.root.kids) > first
        air = 0.9 * self.look.body
        words = taking_part(self.view, section)
        bar = Banner(
            Stack(whole), _BAR + air, self.look.accent, _BAR,
            before=0.8 * self.look.body, after=0.6 * self.look.body, tail=bool(words),
        )  # fmt: skip
        return [bar, *([self._line(words, self._quiet())] if words else [])]

    def _decisions(self, decisions: Sequence[Decision], field: str) -> list[Block]:
        """Return the words of decisions, numbered where there are several of one line each."""
        texts = [self._words(each, field) for each in decisions]
        if len(texts) > 1 and all(len(parts(text)) == 1 for text in texts):
            return [listing(self.root, [inline_pieces(each) for each in texts], self.look, True)]
        made: list[Block] = []
        for each, text in zip(decisions, texts, strict=True):
            made += self._rich(text, each.id, field)
        return made

    def _words(self, decision: Decision, field: str) -> str:
        text: str = getattr(decision, field).strip()
        if field == "adopted" and not is_settled(decision):
            return f"*{NO_DECISION}*"
        return text

    def _dissents(self, section: SectionView) -> list[Block]:
        made: list[Block] = []
        for kind in DissentKind:
            those = [each for each in section.section.dissents if each.kind is kind]
            if those:
                one, many = DISSENTS[kind]
                made.append(self._label(many if len(those) > 1 else one))
                for each in those:
                    made += self._dissent(each)
        return made

    def _dissent(self, dissent: SectionDissent) -> list[Block]:
        who = self.view.attendance(dissent.attendance_id)
        name = person_name(who) if who is not None else dissent.name.strip()
        text = dissent.text.strip()
        if dissent.kind is DissentKind.RESERVATION:
            said = f"{name} reserverar sig mot beslutet"
        else:
            said = name
        if not text:
            return [self._line(f"{said}.", self.look.text)]
        if _is_one_paragraph(text):
            words = (Piece(f"{said}: "), *inline_pieces(text))
            return [paragraph(self.root.add("P"), words, self.look.text)]
        return [
            self._line(f"{said}:", replace(self.look.text, keep=True)),
            *self._own_words(text, dissent.id),
        ]

    def _own_words(self, text: str, row_id: str) -> list[Block]:
        """Set off what somebody wrote, so that it is seen and heard where it ends."""
        if any(each.kind == "heading" for each in parts(text)):
            return self._rich(text, row_id, "text")
        inset = _THIN_BAR + 0.8 * self.look.body
        blocks = rich(
            self.root.add("BlockQuote"), text, self.look, self.headings, self.measure - inset,
            self._below, self.apparatus, field_source(row_id, "text"),
        )  # fmt: skip
        return [Banner(Stack(blocks), inset, HAIRLINE, _THIN_BAR, after=0.6 * self.look.body)]

    def told(self, section: SectionView) -> list[Block]:
        """Return who is told of the decisions."""
        notices = (each for one in section.section.decisions for each in one.notices)
        names = list(dict.fromkeys(each.name.strip() for each in notices if each.name.strip()))
        if not names:
            return []
        return [self._label("Beslutet delges"), *self._lines(names)]

    def _text(self, label: str, text: str, row_id: str, field: str) -> list[Block]:
        if not text.strip():
            return []
        return [self._label(label), *self._rich(text, row_id, field)]

    def _rich(self, text: str, row_id: str, field: str) -> list[Block]:
        return rich(
            self.root, text, self.look, self.headings, self.measure, self._below,
            self.apparatus, field_source(row_id, field),
        )  # fmt: skip

    def _label(self, text: str) -> Block:
        return self.headings.add(self._below, text)

    def _lines(self, lines: Sequence[str]) -> list[Block]:
        if len(lines) == 1:
            return [self._line(lines[0], self.look.text)]
        return [listing(self.root, list(lines), self.look)]

    def _quiet_lines(self, lines: Sequence[str]) -> list[Block]:
        return [self._line(each, replace(self.look.text, italic=True)) for each in lines]

    def _line(self, text: str, style: TextStyle) -> Block:
        return paragraph(self.root.add("P"), (Piece(text),), style)

    def _quiet(self, *, keep: bool = False) -> TextStyle:
        return replace(self.look.text, colour=QUIET, keep=keep)


def _is_one_paragraph(text: str) -> bool:
    blocks = parts(text)
    return len(blocks) == 1 and blocks[0].kind == "paragraph" and "^[" not in text


def _is_as_proposed(decision: Decision) -> bool:
    proposed = decision.outcome is DecisionOutcome.AS_PROPOSED and decision.proposed.strip()
    return bool(proposed) and same_words(decision.proposed, decision.adopted)

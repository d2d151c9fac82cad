"""What the minutes say of each row of an agenda, as they begin; what a decision says; numbers.

A proposal is written as the decision that it would be, so that it can be adopted as it
stands and a deviation is seen at once. Texts are structured, as those of written papers.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Any, Final

from hubra_desktop.model.closed_rows import public_row
from hubra_desktop.model.minutes.minutes_terms import AppealKind, DecisionOutcome
from hubra_desktop.model.outline import active_items, outline
from hubra_desktop.model.records.council import Body
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.records.minutes import (
    BallotVoice,
    Decision,
    DecisionNotice,
    Section,
)
from hubra_desktop.model.records.reports import Report
from hubra_desktop.model.reports.marks import strip_links
from hubra_desktop.model.reports.templates import PROPOSAL, SUMMARY
from hubra_desktop.model.structured import TextBlock, parts, verbatim
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.terms import BodyKind, ItemKind

_PROPOSES: Final = re.compile(
    r"^[^.\n]{0,300}?\bföreslå(?:r|s)(?: också| även)? att\s+", re.IGNORECASE
)
_THAT: Final = re.compile(r"^att\s+", re.IGNORECASE)

_STANDING: Final[Mapping[DecisionOutcome, str]] = {
    DecisionOutcome.REJECTED: "{body} avslår förslaget.",
    DecisionOutcome.TABLED: "{body} bordlägger ärendet.",
    DecisionOutcome.REFERRED_BACK: "{body} återremitterar ärendet.",
    DecisionOutcome.FILED: "{body} lägger ärendet till handlingarna.",
    DecisionOutcome.NOTED: "{body} har tagit del av informationen.",
}
"""What is decided where nobody has written it otherwise."""

SETTLED_BY_ITSELF: Final = frozenset(_STANDING)
"""Outcomes that say something else than the proposal by what they are."""


@dataclass(frozen=True)
class RowToMinute:
    """What a § begins from: a row of the agenda, and the paper that proposes a decision."""

    item: Item
    statement: Report | None = None


def minuted_rows(meeting: Meeting, numbers: Mapping[str, str]) -> tuple[Item, ...]:
    """Return the rows that the minutes tell of: those with a number that were not withdrawn."""
    return tuple(each for each in active_items(outline(meeting.items)) if each.id in numbers)


def begun_section(
    source: RowToMinute, meeting_id: str, position: int, appeal: AppealKind
) -> Section:
    """Return the § of a row as it begins, with what is proposed.

    A row behind closed doors says what everybody may read of it, and nothing of its paper.
    ``appeal`` is how the body's decisions can be appealed.
    """
    item = public_row(source.item)
    decides = item.kind is ItemKind.DECISION or source.statement is not None
    statement = None if item.closed else source.statement
    return Section(
        meeting_id=meeting_id,
        item_id=item.id,
        position=position,
        heading=_heading(item),
        case_number=item.case_number,
        background=_background(item, statement),
        appeal=appeal if decides else AppealKind.NONE,
        decisions=_decisions(statement) if decides else (),
    )


def _heading(item: Item) -> str:
    return " ".join(item.title.split())


def _background(item: Item, statement: Report | None) -> str:
    """Return the statement's summary, else what the kallelse says under the row."""
    summary = _text_of(statement, SUMMARY)
    if summary:
        return summary
    return verbatim(item.note) if item.note.strip() else ""


def _decisions(statement: Report | None) -> tuple[Decision, ...]:
    proposed = proposed_decisions(_text_of(statement, PROPOSAL)) or ("",)
    first, *more = (Decision(proposed=each) for each in proposed)
    return (replace(first, notices=_notices(statement)), *more)


def _notices(statement: Report | None) -> tuple[DecisionNotice, ...]:
    lines = statement.delivered_to.splitlines() if statement else ()
    return tuple(DecisionNotice(name=each.strip()) for each in lines if each.strip())


def _text_of(statement: Report | None, key: str) -> str:
    sections = statement.sections if statement else ()
    return strip_links(next((each.text for each in sections if each.key == key), "")).strip()


def proposed_decisions(text: str) -> tuple[str, ...]:
    """Cut a paper's "Förslag till beslut" into decisions, each as it would read if adopted.

    Each item of a list is one of them, and what stands before the list is not; without a
    list all of it is one. "Förvaltningen föreslår att rådet godkänner …" becomes "Rådet
    godkänner …".
    """
    blocks = parts(text)
    items = [line.text for each in blocks if each.kind == "list" for line in each.lines]
    whole = items or [_plain(blocks)]
    return tuple(each for each in map(as_decision, whole) if each)


def _plain(blocks: Sequence[TextBlock]) -> str:
    told = ("\n".join(line.text for line in each.lines) for each in blocks)
    return "\n\n".join(told).strip()


def as_decision(proposal: str) -> str:
    """Write a proposal as the decision that it would be."""
    text = _THAT.sub("", _PROPOSES.sub("", proposal.strip(), count=1), count=1).strip()
    return capitalised(text)


def body_subject(body: Body | None) -> str:
    """Return what a body is called where it decides: "Rådet", "Nämnden", else its name."""
    kind = body.kind if body else BodyKind.COUNCIL
    fixed = {BodyKind.COUNCIL: "Rådet", BodyKind.COMMITTEE: "Nämnden"}
    name = (body.short_name.strip() or body.name.strip()) if body else ""
    return fixed.get(kind, name or "Rådet")


def outcome_text(outcome: DecisionOutcome, subject: str) -> str:
    """Return what an outcome says by itself; "" where it depends on the proposal."""
    return _STANDING.get(outcome, "").format(body=subject)


def settled(
    decision: Decision, outcome: DecisionOutcome, adopted: str, subject: str, *, confirmed: bool
) -> Decision:
    """Return a decision with what became of it.

    Where nothing is ``adopted`` in words, a bifall says what was proposed and the like of a
    bordläggning its standing sentence.
    """
    if outcome is DecisionOutcome.OPEN:
        return replace(decision, outcome=outcome, adopted="", deviation_confirmed=False)
    text = adopted.strip() or outcome_text(outcome, subject)
    if outcome is DecisionOutcome.AS_PROPOSED:
        text = text or decision.proposed.strip()
    made = replace(decision, outcome=outcome, adopted=text)
    return replace(made, deviation_confirmed=confirmed and deviates(made))


def deviates(decision: Decision) -> bool:
    """Tell whether what was adopted is in other words than the proposal, where there was one."""
    if decision.outcome in SETTLED_BY_ITSELF or not decision.proposed.strip():
        return False
    return bool(decision.adopted.strip()) and not same_words(decision.proposed, decision.adopted)


def same_words(one: str, other: str) -> bool:
    """Tell whether two texts say the same, however their lines are broken."""
    return one.split() == other.split()


def is_settled(decision: Decision) -> bool:
    """Tell whether a decision has been taken and says what."""
    return decision.outcome is not DecisionOutcome.OPEN and bool(decision.adopted.strip())


def next_section_number(taken: Collection[int], first: int | None = None) -> int:
    """Return the next § of a body's year; ``first`` begins one that has none."""
    return max(taken) + 1 if taken else (first or 1)


def numbered_sections(sections: Sequence[Section], following: int) -> tuple[Section, ...]:
    """Return the sections with numbers from ``following`` on where they have none."""
    free = count(following)
    return tuple(
        each if each.number is not None else replace(each, number=next(free)) for each in sections
    )


def in_section_order(sections: Iterable[Section], order: Sequence[str]) -> tuple[Section, ...]:
    """Return the sections of a meeting in their order: numbered ones first, by their numbers.

    The others follow the ``order`` in which the rows of the agenda were handled; one without
    a row stays after the one before it.
    """
    places = {item_id: place for place, item_id in enumerate(order)}
    keys: dict[str, tuple[int, int]] = {}
    latest = -1
    for each in in_position(sections):
        latest = places.get(each.item_id or "", latest)
        keys[each.id] = (1, latest) if each.number is None else (0, each.number)
    return tuple(sorted(in_position(sections), key=lambda each: keys[each.id]))


def in_position(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Return the sections of a meeting in their order."""
    return tuple(sorted(sections, key=lambda each: (each.position, each.id)))


def number_words(numbers: Collection[int]) -> str:
    """Write which §§ there are: ``§ 14``, ``§§ 14–20``, ``§§ 14, 16–17``; "" for none."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    words = ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
    sign = "§§" if len(numbers) > 1 else "§"
    return f"{sign}\u00a0{words}" if words else ""


def voices_outside(section: Section, voters: Collection[str]) -> tuple[BallotVoice, ...]:
    """Return the votes of those who take no part in a section, by the ids of those who do."""
    voices = (each for ballot in section.ballots for each in ballot.voices)
    return tuple(each for each in voices if each.attendance_id not in {None, *voters})


def recorded_rows(section: Section) -> dict[str, str]:
    """Return the ids of what is recorded of a §, each with that of the row of a list it is of.

    Who is told of a decision, and how somebody voted, are of a decision and a vote.
    """
    lists: tuple[Any, ...] = (
        *section.proposals, *section.ballots, *section.dissents, *section.disqualifications,
        *section.decisions,
    )  # fmt: skip
    made = {each.id: each.id for each in lists} | {
        each.id: row.id for row in section.ballots for each in row.voices
    }
    for decision in section.decisions:
        made |= {each.id: decision.id for each in decision.notices}
        made |= {each.id: decision.id for each in decision.anchorings}
    return made

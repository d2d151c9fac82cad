"""What a § of the minutes says, as headings with texts, for those who get it alone."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from hubra_desktop.model.minutes.minutes_terms import DissentKind
from hubra_desktop.model.minutes.minutes_view import MinutesView, SectionView
from hubra_desktop.model.minutes.minutes_words import (
    DISSENTS,
    ballot_lead,
    ballot_result,
    disqualified,
    motion_words,
    taking_part,
    voices_by_answer,
)
from hubra_desktop.model.minutes.sections import same_words
from hubra_desktop.model.minutes.told_of import without_names
from hubra_desktop.model.records.minutes import SectionBallot
from hubra_desktop.model.structured import verbatim


class SectionPart(NamedTuple):
    """A heading of a § with its structured text."""

    title: str
    text: str


def section_parts(
    view: MinutesView, shown: SectionView, separator: str, names: Collection[str] = ()
) -> tuple[SectionPart, ...]:
    """Return what a § says in the order of the minutes; ``names`` are left out of it."""
    parts = (
        SectionPart(title, without_names(text.strip(), names))
        for title, text in _parts(view, shown, separator, named=not names)
    )
    return tuple(each for each in parts if each.text)


def names_of(view: MinutesView, shown: SectionView) -> tuple[str, ...]:
    """Return the names of all who decided or took part, and of those whom the § names."""
    section = shown.section
    found = [each.name for each in view.attendances]
    found += [view.chair, view.secretary]
    found += [each.name for each in view.minutes.approvers] if view.minutes else []
    found += [name for each in section.proposals for name in (each.name, *_joined(each.seconded))]
    found += [each.name for each in section.dissents]
    found += [each.name for each in section.disqualifications]
    found += [voice.name for ballot in section.ballots for voice in ballot.voices]
    return tuple(dict.fromkeys(name for name in found if name.strip()))


def _joined(seconded: str) -> tuple[str, ...]:
    """Return the names in ``Eva Lind, Finn Dahl och Gun Falk``."""
    return tuple(each.strip() for each in seconded.replace(" och ", ",").split(","))


def _parts(
    view: MinutesView, shown: SectionView, separator: str, *, named: bool
) -> Iterator[tuple[str, str]]:
    section = shown.section
    yield "Jäv", verbatim("\n".join(disqualified(shown, separator)))
    yield "Beskrivning av ärendet", "\n\n".join(filter(None, (section.background, section.debate)))
    yield "Förslag till beslut", "\n\n".join(_proposed(shown))
    yield "Yrkanden", verbatim("\n".join(_moved(view, shown)))
    yield "Beslutsgång", section.procedure
    for ballot in section.ballots:
        yield "Omröstning", verbatim("\n".join(_voted(ballot, named=named)))
    yield "Beslut", _decided(shown)
    if named:
        yield "Deltagande i beslutet", verbatim(taking_part(view, shown))
    for kind in DissentKind:
        yield from _dissents(shown, kind)


def _proposed(shown: SectionView) -> Iterator[str]:
    """Yield what was proposed, where something else was decided."""
    for each in shown.section.decisions:
        if each.proposed.strip() and not same_words(each.proposed, each.adopted):
            yield each.proposed.strip()


def _moved(view: MinutesView, shown: SectionView) -> Iterator[str]:
    for each in shown.section.proposals:
        if not each.withdrawn:
            yield motion_words(each, view.attendance(each.attendance_id))


def _voted(ballot: SectionBallot, *, named: bool) -> Iterator[str]:
    yield ballot_lead(ballot)
    yield ballot_result(ballot)
    if named and not ballot.secret:
        yield from (f"{answer}: {names}" for answer, names in voices_by_answer(ballot))


def _decided(shown: SectionView) -> str:
    texts = [each.adopted.strip() for each in shown.section.decisions if each.adopted.strip()]
    if len(texts) < 2:
        return "\n".join(texts)
    return "\n".join(f"{number}. {text}" for number, text in enumerate(texts, 1))


def _dissents(shown: SectionView, kind: DissentKind) -> Iterator[tuple[str, str]]:
    those = [each for each in shown.section.dissents if each.kind is kind]
    one, several = DISSENTS[kind]
    title = one if len(those) == 1 else several
    yield title, "\n\n".join(f"{each.name}: {each.text}".strip(": ") for each in those)

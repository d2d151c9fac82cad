"""What an extract holds of the minutes: one § with what it needs, with names or without."""

from collections.abc import Collection, Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from hubra_desktop.model.minutes.minutes_view import MinutesView, SectionView, printed_view
from hubra_desktop.model.minutes.told_of import NAMELESS, without_names
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.model.records.minutes import Section, SectionProposal
from hubra_desktop.model.swedish import folded
from hubra_desktop.model.text_entry import names_an_organisation

T = TypeVar("T")
_NEVER = frozenset({"id", "meeting_id", "body_id"})
"""Fields that name a row, whatever letters they are of."""


def extract_view(view: MinutesView, shown: SectionView) -> MinutesView:
    """Return the minutes with one § alone; of the others only who took part in them stays."""
    printed = printed_view(view)
    sections = tuple(
        each
        if each.section.id == shown.section.id
        else SectionView(section=_bare(each.section), voters=each.voters)
        for each in printed.sections
    )
    return replace(printed, minutes=None, sections=sections)


def _bare(section: Section) -> Section:
    return Section(id=section.id, meeting_id=section.meeting_id, position=section.position)


def nameless_view(
    view: MinutesView, shown: SectionView, organisations: Collection[str] = ()
) -> MinutesView:
    """Return an extract's minutes without the names of those who decided or took part.

    Votes stand as figures, and nobody is told of them; who is told of the decision goes too.
    ``organisations`` are named where the text speaks of them, but not as somebody who took part.
    """
    names = people_named(names_of(view, shown), view.attendances, organisations)
    section = shown.section
    bare = replace(
        shown,
        section=replace(
            section,
            decisions=tuple(replace(each, notices=()) for each in section.decisions),
            ballots=tuple(replace(each, voices=()) for each in section.ballots),
            proposals=tuple(map(_moved_by_nobody, section.proposals)),
            dissents=tuple(replace(each, name=_left_out(each.name)) for each in section.dissents),
            disqualifications=tuple(
                replace(each, name=_left_out(each.name)) for each in section.disqualifications
            ),
        ),
        item=_by_nobody(shown.item) if shown.item else None,
        # Who was inside is asked for: of one with jäv who was, nothing is told of being out.
        inside=tuple(map(_nobody, shown.inside)),
        voters=(),
    )
    masked: MinutesView = _masked(replace(view, sections=(bare,), chair="", secretary=""), names)
    return replace(masked, attendances=tuple(map(_nobody, masked.attendances)))


def people_named(
    names: Iterable[str], attendances: Iterable[Attendance], organisations: Collection[str]
) -> tuple[str, ...]:
    """Return the names that are not those of organisations.

    What somebody of the register is called is the name of a person, whatever else it is.
    """
    people = {folded(each.name) for each in attendances if each.person_id}
    others = {folded(each) for each in organisations} - people
    return tuple(
        name
        for name in names
        if folded(name) in people or not (folded(name) in others or names_an_organisation(name))
    )


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
    found += [each.name for each in shown.item.presenters] if shown.item else []
    return tuple(dict.fromkeys(name for name in found if name.strip()))


def _joined(seconded: str) -> tuple[str, ...]:
    """Return the names in ``Eva Lind, Finn Dahl och Gun Falk``."""
    return tuple(each.strip() for each in seconded.replace(" och ", ",").split(","))


def _left_out(name: str) -> str:
    return NAMELESS if name.strip() else ""


def _moved_by_nobody(each: SectionProposal) -> SectionProposal:
    seconded = without_names(each.seconded, _joined(each.seconded))
    return replace(each, name=_left_out(each.name), seconded=seconded)


def _by_nobody(item: Item) -> Item:
    """Return a row of the agenda without who presented it: their titles tell of them too."""
    return replace(item, presenters=tuple(
        replace(each, name=NAMELESS, title="", unit="") if each.name.strip() else each
        for each in item.presenters
    ))  # fmt: skip


def _nobody(each: Attendance) -> Attendance:
    return replace(each, name=NAMELESS, title="", unit="", party="", group="", note="")


def _masked(value: Any, names: Collection[str]) -> Any:  # noqa: ANN401
    """Return a frozen value with the names left out of every text in it."""
    if type(value) is str:
        return without_names(value, names)
    if isinstance(value, tuple):
        return tuple(_masked(each, names) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        told = {each.name: getattr(value, each.name) for each in fields(value)}
        return replace(value, **{
            name: _masked(each, names) for name, each in told.items()
            if name not in _NEVER and not name.endswith("_id")
        })  # fmt: skip
    return value

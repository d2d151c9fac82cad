"""A register, or part of one, as frozen values: what travels between registers.

The ids are kept, so that a register written out, read in and written out again is
the same to the byte.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields
from typing import Annotated, Any, Final

from hubra_desktop.model.case_number import normal_form
from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.indicators.indicator_rules import refuse_indicator
from hubra_desktop.model.meeting_rules import check_anchor, check_meeting_times, check_move
from hubra_desktop.model.money.evidence import refuse_evidence
from hubra_desktop.model.plan.plan_rules import refuse_activity, refuse_consultation
from hubra_desktop.model.records.attendance import (
    AgendaRun,
    AllowancePeriod,
    AllowanceRate,
    Attendance,
)
from hubra_desktop.model.records.catalogue import KINDS
from hubra_desktop.model.records.council import (
    BacklogItem,
    Body,
    Mandate,
    Matter,
    MatterAlias,
    Person,
    Register,
)
from hubra_desktop.model.records.dispatch import DiaryTick, Dispatch, MailingList
from hubra_desktop.model.records.fields import OmitDefault, fields_of
from hubra_desktop.model.records.follow_ups import FollowUp
from hubra_desktop.model.records.indicators import Indicator
from hubra_desktop.model.records.meeting import HouseStyle, Meeting, MeetingTemplate
from hubra_desktop.model.records.minutes import (
    Minutes,
    Phrase,
    ReportedMatter,
    Section,
    SignedPaper,
)
from hubra_desktop.model.records.money import (
    AccountStatement,
    Association,
    BudgetYear,
    Evidence,
    Grant,
    LedgerEntry,
)
from hubra_desktop.model.records.plan import Activity, Agreement, Consultation, Letter, Plan
from hubra_desktop.model.records.reports import IssuedPaper, KnownWord, Report
from hubra_desktop.model.records.rulebook import BlockedPeriod, BodyRules, Disposal, LawNote
from hubra_desktop.model.wording import quoted


@dataclass(frozen=True, kw_only=True)
class Bundle:
    """A whole register, or single meetings with what they refer to.

    ``register`` and ``house_style`` are there when the whole register is.
    """

    register: Register | None = None
    house_style: HouseStyle | None = None
    bodies: tuple[Body, ...] = ()
    persons: tuple[Person, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    meeting_templates: Annotated[tuple[MeetingTemplate, ...], OmitDefault()] = ()
    matters: tuple[Matter, ...] = ()
    matter_aliases: tuple[MatterAlias, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    plans: tuple[Plan, ...] = ()
    activities: tuple[Activity, ...] = ()
    letters: tuple[Letter, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    associations: tuple[Association, ...] = ()
    budget_years: tuple[BudgetYear, ...] = ()
    grants: tuple[Grant, ...] = ()
    ledger: tuple[LedgerEntry, ...] = ()
    statements: Annotated[tuple[AccountStatement, ...], OmitDefault()] = ()
    evidence: Annotated[tuple[Evidence, ...], OmitDefault()] = ()
    indicators: tuple[Indicator, ...] = ()
    reports: tuple[Report, ...] = ()
    issued_papers: Annotated[tuple[IssuedPaper, ...], OmitDefault()] = ()
    known_words: Annotated[tuple[KnownWord, ...], OmitDefault()] = ()
    body_rules: Annotated[tuple[BodyRules, ...], OmitDefault()] = ()
    backlog: Annotated[tuple[BacklogItem, ...], OmitDefault()] = ()
    mailing_lists: Annotated[tuple[MailingList, ...], OmitDefault()] = ()
    dispatches: Annotated[tuple[Dispatch, ...], OmitDefault()] = ()
    diary_ticks: Annotated[tuple[DiaryTick, ...], OmitDefault()] = ()
    blocked_periods: Annotated[tuple[BlockedPeriod, ...], OmitDefault()] = ()
    law_notes: Annotated[tuple[LawNote, ...], OmitDefault()] = ()
    disposals: Annotated[tuple[Disposal, ...], OmitDefault()] = ()
    attendances: Annotated[tuple[Attendance, ...], OmitDefault()] = ()
    agenda_runs: Annotated[tuple[AgendaRun, ...], OmitDefault()] = ()
    minutes: Annotated[tuple[Minutes, ...], OmitDefault()] = ()
    sections: Annotated[tuple[Section, ...], OmitDefault()] = ()
    signed_papers: Annotated[tuple[SignedPaper, ...], OmitDefault()] = ()
    reported_matters: Annotated[tuple[ReportedMatter, ...], OmitDefault()] = ()
    phrases: Annotated[tuple[Phrase, ...], OmitDefault()] = ()
    follow_ups: Annotated[tuple[FollowUp, ...], OmitDefault()] = ()
    allowance_rates: Annotated[tuple[AllowanceRate, ...], OmitDefault()] = ()
    allowance_periods: Annotated[tuple[AllowancePeriod, ...], OmitDefault()] = ()


LISTS: Final = tuple(each.name for each in fields(Bundle) if each.default == ())
"""The lists of a bundle, in the order in which they are stored and told."""


def people_of(meeting: Meeting) -> set[str]:
    """Return the ids of the people that a meeting leads to."""
    named = {one.person_id for item in meeting.items for one in item.presenters}
    authors = (paper.author_id for paper in meeting.papers)
    return {each for each in (meeting.chair_id, meeting.secretary_id, *named, *authors) if each}


def matters_of(matters: tuple[Matter, ...], meetings: Iterable[Meeting]) -> tuple[Matter, ...]:
    """Return the matters whose numbers stand in the meetings' agendas, however written."""
    numbers = {normal_form(item.case_number) for each in meetings for item in each.items} - {""}
    return tuple(each for each in matters if normal_form(each.case_number) in numbers)


def with_those_above(bodies: tuple[Body, ...], wanted: Iterable[str]) -> tuple[Body, ...]:
    """Return the wanted bodies and those that they are part of, in the order given."""
    by_id = {body.id: body for body in bodies}
    kept: set[str] = set()
    for each in wanted:
        above: str | None = each
        while above in by_id and above not in kept:
            kept.add(above)
            above = by_id[above].parent_id
    return tuple(body for body in bodies if body.id in kept)


def check_bundle(bundle: Bundle) -> None:
    """Refuse a bundle that no register could hold, with a sentence that names the place.

    Every value must fit its field, every id be there and be unique, every reference
    within a meeting point into it, and what the plan and the indicators demand be there.
    """
    seen: set[str] = set()
    for place, part in parts_of(bundle):
        _check_values(part, place)
        with _at(place):
            _check_alone(part, seen)
            rule = _WHOLES.get(type(part))
            if rule is not None:
                rule(part)


@contextmanager
def _at(place: str) -> Iterator[None]:
    """Say where it was, when something within is refused."""
    try:
        yield
    except InputError as error:
        raise InputError(f"{place}: {error.sentence}") from None


def _check_values(part: Any, place: str) -> None:  # noqa: ANN401
    for name, each in fields_of(type(part)).items():
        with _at(f"{place}.{name}"):
            each.rule(getattr(part, name))


def _check_alone(part: Any, seen: set[str]) -> None:  # noqa: ANN401
    part_id = getattr(part, "id", None)
    if part_id in seen:
        raise refusal("Id {id} förekommer två gånger.", id=quoted(str(part_id)))
    if part_id is not None:
        seen.add(part_id)


def _check_body(body: Body) -> None:
    if body.parent_id == body.id:
        raise refusal(
            "Organet {name} kan inte ingå i sig självt. Välj ett annat ovanför det.",
            name=quoted(body.name),
        )


def _check_meeting(meeting: Meeting) -> None:
    check_meeting_times(meeting.start, meeting.end)
    check_move(meeting.id, meeting.moved_to)
    items = {item.id for item in meeting.items}
    for number, note in enumerate(meeting.footnotes):
        with _at(f"footnotes[{number}]"):
            check_anchor(note.anchor, note.item_id, items)


def _check_template(template: MeetingTemplate) -> None:
    check_meeting_times(template.start, template.end)


_WHOLES: Final[Mapping[type, Callable[[Any], None]]] = {
    Meeting: _check_meeting,
    MeetingTemplate: _check_template,
    Body: _check_body,
    Indicator: refuse_indicator,
    Activity: refuse_activity,
    Consultation: refuse_consultation,
    Evidence: refuse_evidence,
}
"""The rules of records that more than one field has a part in."""


def parts_of(part: Any, place: str = "") -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    """Yield every record in the bundle with its place, such as meetings[0].items[2]."""
    if type(part) in KINDS:
        yield place, part
    for each in fields(part):
        value = getattr(part, each.name)
        inside = f"{place}.{each.name}" if place else each.name
        if isinstance(value, tuple):
            for number, item in enumerate(value):
                yield from parts_of(item, f"{inside}[{number}]")
        elif type(value) in KINDS:
            yield from parts_of(value, inside)

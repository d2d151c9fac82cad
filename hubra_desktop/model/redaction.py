"""What a meeting's kallelse may carry as data: what it prints, and nothing beside it.

A kallelse is published. What its reader cannot see must not lie hidden in the file:
inner notes, titles behind closed doors, what the register knows of people and matters
beyond the page. The way back is here too: a paper that returns to the register it
came from takes nothing away that it never held.

A field is left out unless it is named below, so that a new one is not let out by
being forgotten.
"""

from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields, replace
from typing import Any, Final, TypeVar

from hubra_desktop.model.closed_rows import public_meeting, public_row
from hubra_desktop.model.export_bundle import Bundle, matters_of, people_of, with_those_above
from hubra_desktop.model.language import N_plural, say_count
from hubra_desktop.model.records.council import Matter, Person
from hubra_desktop.model.records.meeting import Item, Meeting, Presenter
from hubra_desktop.model.swedish import folded
from hubra_desktop.model.terms import MeetingState

S = TypeVar("S")

_PUBLIC: Final[dict[type, frozenset[str]]] = {
    Person: frozenset({"id", "name", "title", "unit"}),
    Matter: frozenset({"id", "case_number", "title"}),
    Presenter: frozenset({"id", "name", "title", "unit", "person_id"}),
    Item: frozenset({
        "id", "kind", "title", "public_title", "closed", "level", "number_typed", "numbered",
        "case_number", "print_note", "print_place", "print_presenters", "print_case_number",
        "duration", "pin", "print_time", "parallel", "place", "withdrawn", "added_late", "note",
        "presenters",
    }),
    Meeting: frozenset({
        "id", "body_id", "body", "kind", "state", "date", "start", "end", "place", "link",
        "chair_id", "secretary_id", "notice_place", "notice_date", "note", "pre_meetings",
        "footnotes", "signatures", "items",
    }),
}  # fmt: skip


def public_person(person: Person) -> Person:
    """Return a person as a meeting names them: without contact details and notes."""
    return _public_part(person)


def public_view(bundle: Bundle, meeting_id: str) -> Bundle:
    """Return one meeting of the bundle with what its kallelse prints, and what that refers to.

    The meeting that took a moved one's place is left out: it has a kallelse of its own.
    """
    persons = {person.id: person for person in bundle.persons}
    found = public_meeting(next(each for each in bundle.meetings if each.id == meeting_id))
    meeting = replace(
        _public_part(found), items=tuple(_item(each, persons) for each in found.items)
    )
    people = people_of(meeting)
    return Bundle(
        bodies=with_those_above(bundle.bodies, [meeting.body_id]),
        persons=tuple(public_person(each) for each in bundle.persons if each.id in people),
        matters=tuple(_matters(bundle.matters, meeting)),
        meetings=(meeting,),
    )


def with_private_parts(coming: Bundle, here: Bundle) -> Bundle:
    """Return what a kallelse carries, with what it leaves out as the register has it ``here``.

    Where it says what a kallelse printed now would say, the meeting stays as it is.
    """
    known = {each.id for each in here.meetings}
    meetings = (_kept(each, here) if each.id in known else each for each in coming.meetings)
    return replace(coming, meetings=tuple(meetings))


def of_a_paper(bundle: Bundle) -> Bundle:
    """Return what a kallelse can carry of a bundle: no paper tells more of people and matters."""
    return Bundle(
        bodies=bundle.bodies,
        persons=tuple(public_person(each) for each in bundle.persons),
        matters=tuple(_public_part(each) for each in bundle.matters),
        meetings=bundle.meetings,
    )


def inner_things(bundle: Bundle) -> tuple[str, ...]:
    """Tell what of the bundle's meetings no paper prints: whoever gets the file reads it all."""
    items = [item for meeting in bundle.meetings for item in meeting.items]
    notes = sum(bool(item.inner_note.strip()) for item in items)
    closed = [item for item in items if item.closed]
    titles = sum(bool(item.title.strip()) for item in closed)
    hidden = sum(replace(public_row(item), title=item.title) != item for item in closed)
    secret = sum(paper.secret for meeting in bundle.meetings for paper in meeting.papers)
    counts = (
        (notes, N_plural("{n} inre anteckning", "{n} inre anteckningar")),
        (titles, N_plural("{n} rubrik bakom stängda dörrar", "{n} rubriker bakom stängda dörrar")),
        (hidden, N_plural(
            "{n} stängd rad med annat som inte skrivs ut",
            "{n} stängda rader med annat som inte skrivs ut")),
        (secret, N_plural("{n} handling med sekretess", "{n} handlingar med sekretess")),
    )  # fmt: skip
    return tuple(say_count(*forms, number) for number, forms in counts if number)


def _public_part(part: S) -> S:
    """Return the record with every field that is not public at its default."""
    hidden = (each for each in fields(part) if each.name not in _PUBLIC[type(part)])  # type: ignore[arg-type]
    values = {each.name: each.default for each in hidden}
    assert MISSING not in values.values()
    return replace(part, **values)  # type: ignore[type-var]


def _item(item: Item, persons: dict[str, Person]) -> Item:
    public = public_row(_public_part(item))
    presenters = tuple(_presenter(each, persons) for each in public.presenters)
    return replace(public, presenters=presenters)


def _presenter(presenter: Presenter, persons: dict[str, Person]) -> Presenter:
    """Lead to a person only under the name that is printed: another may be kept on purpose."""
    person = persons.get(presenter.person_id or "")
    same = person is not None and folded(person.name) == folded(presenter.name)
    return _public_part(presenter if same else replace(presenter, person_id=None))


def _matters(matters: tuple[Matter, ...], meeting: Meeting) -> Iterator[Matter]:
    """Yield the matters whose numbers are printed, with the titles that are."""
    titles = [folded(item.title) for item in meeting.items]
    for matter in matters_of(matters, [meeting]):
        printed = any(folded(matter.title) in title for title in titles)
        yield replace(_public_part(matter), title=matter.title if printed else "")


def _kept(coming: Meeting, here: Bundle) -> Meeting:
    """Return the meeting from a paper with what the paper leaves out as it is here."""
    stored = next(each for each in here.meetings if each.id == coming.id)
    (printed,) = public_view(here, coming.id).meetings
    meeting = _merged(coming, printed, stored)
    return meeting if meeting.state is MeetingState.MOVED else replace(meeting, moved_to=None)


def _merged(coming: S, printed: S, stored: S) -> S:
    """Return ``coming``, but what it says as it is printed now stands as it is stored."""
    if coming == printed:
        return stored
    values: dict[str, Any] = {}
    for name in (each.name for each in fields(coming)):  # type: ignore[arg-type]
        sent, now, kept = (getattr(each, name) for each in (coming, printed, stored))
        if sent == now:
            values[name] = kept
        elif isinstance(sent, tuple):
            values[name] = _merged_parts(sent, now, kept)
    return replace(coming, **values)  # type: ignore[type-var]


def _merged_parts(
    coming: tuple[Any, ...], printed: tuple[Any, ...], stored: tuple[Any, ...]
) -> tuple[Any, ...]:
    now = {each.id: each for each in printed}

    def join(part: Any, kept: Any) -> Any:  # noqa: ANN401
        return _merged(part, now[part.id], kept) if part.id in now else part

    return _each(coming, stored, join)


def _each(
    coming: tuple[Any, ...], here: tuple[Any, ...], join: Callable[[Any, Any], Any]
) -> tuple[Any, ...]:
    """Join each part with the one of the same id that is here, where there is one."""
    known = {each.id: each for each in here}
    return tuple(join(each, known[each.id]) if each.id in known else each for each in coming)

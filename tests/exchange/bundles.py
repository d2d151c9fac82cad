"""Bundles for the tests: any that a register can hold, drawn by Hypothesis.

Fictional throughout; the texts have emoji, Arabic, combining marks and quotes.
"""

from datetime import date

from hypothesis import strategies as st

from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.records.council import Body, Mandate, Matter, Person, Register
from hubra_desktop.model.records.meeting import (
    Footnote,
    HouseStyle,
    Item,
    Meeting,
    PreMeeting,
    Presenter,
    Signature,
)
from hubra_desktop.model.terms import (
    Anchor,
    BodyKind,
    ItemKind,
    MeetingKind,
    MeetingState,
    PrintTime,
    Role,
)
from tests.exchange.years import PICTURES, years

Maybe = st.SearchStrategy[str | None]
_ODD = "aÅäö é👩‍🚒مرحبا\u0301\u202e\"\\/<{}%;'\t"
lines = st.text(alphabet=_ODD, max_size=12)
texts = st.text(alphabet=_ODD + "\n", max_size=20)
days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
maybe_days = st.none() | days
styles = st.builds(
    HouseStyle,
    organisation=lines,
    time_separator=st.sampled_from([".", ":"]),
    head_prefix=lines,
    item_prefix=lines,
    note_prefix=lines,
    accent=st.integers(0, 0xFFFFFF).map(lambda colour: f"#{colour:06x}"),
    address=texts,
    logotype=PICTURES,
    logotype_text=lines,
    sub_numbers=st.sampled_from(["letters", "decimals"]),
    kerning=st.booleans(),
)


class _Ids:
    """Ids that no other part of the bundle has."""

    def __init__(self) -> None:
        self._count = 0

    def __call__(self, kind: str) -> str:
        self._count += 1
        return f"{kind}-{self._count:04}"


def _in_order(meeting: Meeting) -> tuple[date, bool, int, str]:
    return meeting.date, meeting.start is None, meeting.start or 0, meeting.id


@st.composite
def bundles(draw: st.DrawFn) -> Bundle:
    """Draw a whole register: every reference leads somewhere."""
    ids = _Ids()
    bodies = _bodies(draw, ids)
    persons = tuple(
        draw(st.builds(Person, id=st.just(ids("p")), name=lines, title=lines, note=texts))
        for _ in range(draw(st.integers(0, 3)))
    )
    maybe_person = st.sampled_from([None, *(each.id for each in persons)])
    meetings = tuple(
        _meeting(draw, ids, draw(st.sampled_from(bodies)), maybe_person)
        for _ in range(draw(st.integers(0, 3)))
    )
    own = draw(st.sampled_from([None, *(each.id for each in bodies)]))
    return Bundle(
        register=draw(
            st.builds(Register, name=lines, municipality=lines, own_body_id=st.just(own))
        ),
        house_style=draw(styles),
        bodies=bodies,
        persons=persons,
        mandates=tuple(_mandate(draw, ids, each.id, bodies) for each in persons),
        matters=(draw(st.builds(Matter, id=st.just(ids("x")), case_number=lines)),),
        meetings=tuple(sorted(meetings, key=_in_order)),
        **(years(draw, ids, bodies[0].id) if draw(st.booleans()) else {}),
    )


def _bodies(draw: st.DrawFn, ids: _Ids) -> tuple[Body, ...]:
    made: list[Body] = []
    for _ in range(draw(st.integers(1, 3))):
        above = draw(st.sampled_from([None, *(each.id for each in made)]))
        body = st.builds(
            Body,
            id=st.just(ids("b")),
            name=lines,
            short_name=lines,
            kind=st.sampled_from(BodyKind),
            parent_id=st.just(above),
            active_from=maybe_days,
        )
        made.append(draw(body))
    return tuple(made)


def _mandate(draw: st.DrawFn, ids: _Ids, person_id: str, bodies: tuple[Body, ...]) -> Mandate:
    return Mandate(
        id=ids("d"),
        person_id=person_id,
        body_id=draw(st.sampled_from(bodies)).id,
        role=draw(st.sampled_from(Role)),
        party=draw(lines),
        valid_to=draw(maybe_days),
    )


def _meeting(draw: st.DrawFn, ids: _Ids, body: Body, maybe_person: Maybe) -> Meeting:
    start = draw(st.none() | st.integers(1, 1439))
    items = tuple(_item(draw, ids, maybe_person) for _ in range(draw(st.integers(0, 3))))
    return Meeting(
        id=ids("m"),
        body_id=body.id,
        body=body.name,
        kind=draw(st.sampled_from(MeetingKind)),
        state=draw(st.sampled_from(MeetingState)),
        date=draw(days),
        start=start,
        end=draw(st.none() | st.integers((start or 0) + 1, 2880)),
        place=draw(lines),
        chair_id=draw(maybe_person),
        secretary_id=draw(maybe_person),
        notice_date=draw(maybe_days),
        note=draw(texts),
        items=items,
        pre_meetings=(
            PreMeeting(id=ids("g"), group=draw(lines), start=draw(st.none() | st.just(1439))),
        ),
        footnotes=(
            *(
                Footnote(id=ids("f"), anchor=Anchor.ITEM, item_id=each.id, text=draw(texts))
                for each in items
            ),
            Footnote(id=ids("f"), anchor=draw(st.sampled_from([Anchor.TIME, Anchor.PLACE]))),
        ),
        signatures=(Signature(id=ids("s"), name=draw(lines), role=draw(lines)),),
    )


def _item(draw: st.DrawFn, ids: _Ids, maybe_person: Maybe) -> Item:
    presenter = st.builds(
        Presenter, id=st.just(ids("r")), name=lines, unit=lines, person_id=maybe_person
    )
    item = st.builds(
        Item,
        id=st.just(ids("i")),
        kind=st.sampled_from(ItemKind),
        title=texts,
        public_title=texts,
        closed=st.booleans(),
        level=st.integers(0, 1),
        number_typed=lines,
        numbered=st.none() | st.booleans(),
        print_note=st.booleans(),
        print_place=st.booleans(),
        print_presenters=st.booleans(),
        print_case_number=st.booleans(),
        case_number=lines,
        duration=st.none() | st.integers(0, 480),
        pin=st.none() | st.integers(0, 2880),
        print_time=st.sampled_from(PrintTime),
        parallel=st.booleans(),
        withdrawn=st.booleans(),
        added_late=maybe_days,
        note=texts,
        inner_note=texts,
        presenters=st.tuples(presenter),
    )
    return draw(item)

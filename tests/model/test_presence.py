"""Who is inside and votes at each row, whatever is noted in whatever order."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.attendance.attendance_statistics import HeldList, attendance_year
from hubra_desktop.model.attendance.attendance_terms import (
    AttendanceReply,
    AttendanceRole,
    AttendanceStatus,
)
from hubra_desktop.model.attendance.handled_order import current_item, handled_order, run_starts
from hubra_desktop.model.attendance.presence import (
    clock_spans,
    entered,
    expected_voters,
    inside_places,
    left_at,
    overlapping,
    present_at,
    quorum,
    serves_for,
    serving_at,
    stay_at,
    stays_of,
    voters_at,
)
from hubra_desktop.model.attendance.presence_words import (
    PresenceNames,
    inside_text,
    presence_text,
    service_text,
)
from hubra_desktop.model.attendance.substitutes import next_substitute, substitutes_in_turn
from hubra_desktop.model.council.rulebook_terms import Quorum, SubstituteRule
from hubra_desktop.model.records.attendance import AgendaRun, Attendance, AttendanceStay
from hubra_desktop.model.records.council import Mandate
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.model.records.rulebook import BodyRules, RulesSeat
from hubra_desktop.model.terms import Role

ORDER = ("a", "b", "c", "d")
MOVES = st.lists(st.tuples(st.booleans(), st.sampled_from(ORDER)), max_size=8)


def person(name: str, *stays: AttendanceStay, **values: object) -> Attendance:
    given: dict[str, object] = {"role": AttendanceRole.MEMBER, "status": AttendanceStatus.PRESENT}
    return Attendance(id=name, meeting_id="m", name=name, stays=stays, **{**given, **values})  # type: ignore[arg-type]


def away(name: str, **values: object) -> Attendance:
    return person(name, status=AttendanceStatus.EXCUSED, **values)


def substitute(name: str, *stays: AttendanceStay, **values: object) -> Attendance:
    return person(name, *stays, role=AttendanceRole.SUBSTITUTE, mandate_id=f"{name}-m", **values)


@given(MOVES)
def test_coming_and_going_is_as_a_door_that_is_watched_row_by_row(
    moves: list[tuple[bool, str]],
) -> None:
    stays: tuple[AttendanceStay, ...] = ()
    inside: set[str] = set()
    for comes, item in moves:
        each = person("Bo", *stays) if stays else away("Bo")
        there = stay_at(each, item, ORDER) is not None
        assert there == (item in inside)
        place = ORDER.index(item)
        if comes and not there:
            following = next((n for n in range(place, 4) if ORDER[n] in inside), 4)
            inside |= set(ORDER[place:following])
            stays = entered(stays, ORDER, None, item)
        elif not comes and there:
            end = next((n for n in range(place, 4) if ORDER[n] not in inside), 4)
            inside -= set(ORDER[place:end])
            stays = left_at(stays, ORDER, None, item)
        assert not overlapping(stays, ORDER)
        assert {ORDER[n] for n in inside_places(stays, ORDER)} == inside


@given(st.sets(st.integers(0, 3)), st.sets(st.integers(0, 3)))
def test_those_who_vote_are_those_inside_and_no_seat_votes_twice(
    member_in: set[int], serving: set[int]
) -> None:
    stays: tuple[AttendanceStay, ...] = ()
    for place in sorted(member_in):
        if place - 1 not in member_in:
            stays = entered(stays, ORDER, None, ORDER[place])
        if place + 1 not in member_in and place < 3:
            stays = left_at(stays, ORDER, None, ORDER[place + 1])
    member = person("Bo", *stays) if stays else away("Bo")
    stand_in = substitute("Nils", *serving_at((AttendanceStay(),), ORDER, "Bo", serving, {}))
    for place, item in enumerate(ORDER):
        voters = [each.id for each in voters_at((member, stand_in), item, ORDER)]
        expected = ["Bo"] if place in member_in else ["Nils"] if place in serving else []
        assert voters == expected
        assert serves_for(stand_in, item, ORDER) == ("Bo" if place in serving else None)
        out = [each.id for each in voters_at((member, stand_in), item, ORDER, {"Bo"})]
        assert out == (["Nils"] if place in serving else [])


def test_guests_and_substitutes_who_do_not_serve_are_inside_and_never_counted() -> None:
    guest = person("Gäst", role=AttendanceRole.GUEST)
    listed = (person("Bo"), substitute("Nils"), guest, away("Cia"))
    assert present_at(listed, None, ()) == listed[:3]
    assert voters_at(listed, None, ()) == listed[:1]
    assert stays_of(listed[0]) == (AttendanceStay(),)


def test_two_who_serve_for_the_same_member_are_one_vote() -> None:
    stay = AttendanceStay(serves_for_id="Cia")
    listed = (substitute("Nils", stay), substitute("Olga", stay), away("Cia"))
    assert [each.id for each in voters_at(listed, "a", ORDER)] == ["Nils"]


def test_more_than_half_of_the_seats_are_wanted_where_the_rules_say_so() -> None:
    listed = [person(str(number)) for number in range(4)]
    rules = BodyRules(body_id="b", quorum=Quorum.HALF)
    assert (quorum(listed, rules, 2).needed, quorum(listed, rules, 2).enough) == (3, False)
    seats = replace(rules, seats=(RulesSeat(name="politiker", seats=13),))
    assert quorum(listed, seats, 7).needed == 7
    assert quorum(listed, BodyRules(body_id="b"), 0).enough


def test_replies_promise_votes_and_a_called_substitute_makes_up_for_one() -> None:
    prevented = replace(away("Cia"), status=AttendanceStatus.OPEN, reply=AttendanceReply.PREVENTED)
    called = replace(substitute("Nils"), called_for_id="Cia", status=AttendanceStatus.OPEN)
    silent = replace(person("Bo"), status=AttendanceStatus.OPEN)
    assert expected_voters([silent, prevented]) == 1
    assert expected_voters([silent, prevented, called]) == 2


def test_a_time_inside_is_the_clock_s_where_it_was_noted_and_else_the_row_s() -> None:
    first = AttendanceStay(left_item_id="b")
    second = AttendanceStay(came=965, came_item_id="c", left=990, left_item_id="d")
    goes_on = AttendanceStay(came=990, came_item_id="d", remote=True)
    bo = person("Bo", first, second, goes_on)
    assert clock_spans(bo, 930, 1040, {"b": 950}) == ((930, 950), (965, 1040))


def test_rows_stand_in_the_order_in_which_they_were_last_taken_up() -> None:
    items = tuple(Item(id=each) for each in ORDER)
    runs = [
        AgendaRun(meeting_id="m", item_id="a", started=930, ended=940),
        AgendaRun(meeting_id="m", item_id="c", started=940, ended=950),
        AgendaRun(meeting_id="m", pause=True, started=950, ended=960),
        AgendaRun(meeting_id="m", item_id="a", started=960),
    ]
    assert handled_order(items, ()) == ORDER
    assert handled_order(items, runs[1:]) == ("c", "d", "a", "b")
    assert run_starts(runs) == {"a": 930, "c": 940}
    hurried = [
        AgendaRun(meeting_id="m", item_id="d", started=930, ended=930),
        AgendaRun(meeting_id="m", item_id="b", started=930, ended=930),
        AgendaRun(meeting_id="m", item_id="a", started=930, ended=935),
    ]
    assert handled_order(items, hurried) == ("b", "c", "d", "a")
    assert (current_item(runs), current_item(())) == ("a", None)


def _mandate(name: str, **values: object) -> Mandate:
    return Mandate(
        id=f"{name}-m",
        person_id=name,
        body_id="b",
        role=Role.SUBSTITUTE,
        **values,  # type: ignore[arg-type]
    )


LISTED = (
    away("Cia", mandate_id="Cia-m", group="Vänstra"),
    substitute("Nils", group="Högra"),
    substitute("Olga", group="Vänstra"),
    substitute("Pia", group="Vänstra"),
)
RANKED = (_mandate("Nils", rank=1), _mandate("Olga", rank=3), _mandate("Pia", rank=2))


def chosen(rule: SubstituteRule, listed: tuple[Attendance, ...] = LISTED, law: bool = False) -> str:
    rules = BodyRules(body_id="b", substitute_rule=rule, local_government_act=law)
    mandates = (*RANKED[:1], replace(RANKED[1], substitute_for_id="Cia-m"), RANKED[2])
    found = next_substitute(listed, "Cia", rules, mandates)
    return f"{found.attendance.id if found.attendance else ''}: {found.reason}"


def test_the_next_substitute_is_the_one_the_rule_names_and_says_why() -> None:
    assert chosen(SubstituteRule.NONE) == ": Organets regler säger inget om ersättare."
    assert chosen(SubstituteRule.RANKED) == "Nils: Nils är nummer 1 i ordningen."
    assert chosen(SubstituteRule.GROUP) == "Pia: Pia är nummer 2 i gruppen Vänstra."
    assert chosen(SubstituteRule.PERSONAL) == "Olga: Olga är personlig ersättare för Cia."


def test_one_who_cannot_come_or_serves_already_is_passed_over_and_named() -> None:
    nils = replace(LISTED[1], status=AttendanceStatus.OPEN, reply=AttendanceReply.PREVENTED)
    pia = replace(LISTED[3], called_for_id="Dan")
    listed = (LISTED[0], nils, LISTED[2], pia, away("Dan"))
    assert chosen(SubstituteRule.RANKED, listed) == (
        "Olga: Olga är nummer 3 i ordningen. Nils kan inte komma. Pia är kallad för Dan."
    )
    alone = (LISTED[0], nils)
    assert chosen(SubstituteRule.RANKED, alone) == (
        ": Ingen ersättare är ledig. Nils kan inte komma."
    )


def test_the_second_who_is_away_is_given_the_next_in_turn() -> None:
    rules = BodyRules(body_id="b", substitute_rule=SubstituteRule.RANKED)
    listed = (*LISTED, away("Dan"), away("Eva"), away("Finn"))
    found = substitutes_in_turn(listed, rules, RANKED)
    next_ones = {key: each.attendance.id for key, each in found.items() if each.attendance}
    assert next_ones == {"Cia": "Nils", "Dan": "Pia", "Eva": "Olga"}
    assert found["Dan"].reason == "Pia är nummer 2 i ordningen. Nils står i tur för Cia."
    assert found["Finn"].reason.startswith("Ingen ersättare är ledig.")
    called = (*LISTED[:3], replace(LISTED[3], called_for_id="Cia"), away("Dan"))
    assert list(substitutes_in_turn(called, rules, RANKED)) == ["Dan"]


def test_one_who_has_begun_to_serve_goes_first_only_where_the_law_says_so() -> None:
    served = AttendanceStay(left_item_id="b", serves_for_id="Dan")
    olga = substitute("Olga", served, AttendanceStay(came_item_id="b"))
    listed = (LISTED[0], LISTED[1], olga, person("Dan"))
    assert chosen(SubstituteRule.RANKED, listed).startswith("Nils:")
    assert chosen(SubstituteRule.RANKED, listed, law=True) == (
        "Olga: Olga har redan tjänstgjort och går före de andra."
    )


def test_one_who_has_gone_out_does_not_serve_at_a_row() -> None:
    gone = replace(LISTED[1], stays=(AttendanceStay(left_item_id="b"),))
    listed = (LISTED[0], gone, *LISTED[2:])
    rules = BodyRules(body_id="b", substitute_rule=SubstituteRule.RANKED)
    found = next_substitute(listed, "Cia", rules, RANKED, item_id="b", order=ORDER)
    assert found.reason == "Pia är nummer 2 i ordningen. Nils är inte inne då."
    found = next_substitute(listed, "Cia", rules, RANKED, item_id="a", order=ORDER)
    assert found.reason == "Nils är nummer 1 i ordningen."


def test_one_who_was_out_for_a_while_was_not_there_all_the_time() -> None:
    noon = AttendanceStay(came_item_id="c", came=720)
    all_the_time = (
        (),
        (AttendanceStay(left_item_id="c", left=720), replace(noon, remote=True)),
    )
    in_part = (
        (AttendanceStay(left_item_id="b", left=700), noon),
        (noon,),
        (AttendanceStay(left_item_id="c"),),
    )
    for stays in (*all_the_time, *in_part):
        year = attendance_year(2018, [HeldList(date(2018, 3, 7), (person("Bo", *stays),))])
        assert year.members.partly == (stays in in_part)


def test_nobody_to_call_is_said_with_the_reason() -> None:
    alone = LISTED[:1]
    assert "inga ersättare den dagen" in chosen(SubstituteRule.RANKED, alone)
    assert "i gruppen Vänstra" in chosen(SubstituteRule.GROUP, alone)
    assert "ingen personlig ersättare" in chosen(SubstituteRule.PERSONAL, alone)


NAMES = PresenceNames(order=ORDER, numbers={"a": "1", "c": "2", "d": "3"}, names={"Cia": "Cia"})


def test_it_is_told_on_which_rows_somebody_was_inside_from_afar_and_for_whom() -> None:
    def told(*stays: AttendanceStay) -> str:
        return presence_text(substitute("Nils", *stays), NAMES)

    until = AttendanceStay(left_item_id="c", left=960)
    assert told() == ""
    assert told(until) == "t.o.m. ärende 1 (kl. 16.00)"
    assert told(AttendanceStay(came_item_id="b")) == "fr.o.m. ärende 2"
    assert told(until, AttendanceStay(came_item_id="d", came=970)) == (
        "t.o.m. ärende 1 (kl. 16.00) och fr.o.m. ärende 3 (kl. 16.10)"
    )
    serving = AttendanceStay(serves_for_id="Cia")
    assert told(serving) == "tjänstgör för Cia"
    assert told(
        replace(until, serves_for_id="Cia"), AttendanceStay(came_item_id="c", came=960)
    ) == ("tjänstgör för Cia t.o.m. ärende 1")
    afar = AttendanceStay(came_item_id="c", remote=True)
    assert told(afar) == "fr.o.m. ärende 2, på distans"
    assert told(AttendanceStay(left_item_id="c"), afar) == "på distans fr.o.m. ärende 2"
    assert told(AttendanceStay(left_item_id="a")) == "inte med på något ärende"
    assert inside_text(away("Bo"), NAMES) == service_text(away("Bo"), NAMES) == ""

"""Who sits on a body on a day, and what that lacks of what the body's own rules want."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.council.composition import Composition, Seated, composition, holds_on
from hubra_desktop.model.council.composition_findings import composition_findings, mandates_due
from hubra_desktop.model.council.rulebook_terms import SubstituteRule
from hubra_desktop.model.findings import Level
from hubra_desktop.model.records.council import Mandate
from hubra_desktop.model.records.rulebook import BodyRules, RulesCommittee, RulesSeat
from hubra_desktop.model.terms import Role

DAY = date(2018, 3, 7)
SEATS = (
    RulesSeat(id="s1", name="politiker", seats=9),
    RulesSeat(id="s2", name="polis", seats=2),
    RulesSeat(id="s3", name="tjänstemän", seats=2),
)
WANTED = tuple(
    RulesCommittee(id=f"c{place}", body_id=name)
    for place, name in enumerate(("grundskola", "social", "kultur", "bygg", None))
)
RULES = BodyRules(id="rules", body_id="council", seats=SEATS, committees=WANTED)
NAMES = {
    "grundskola": "Grundskolenämnden",
    "social": "Socialnämnden",
    "kultur": "Kulturnämnden",
    "bygg": "Byggnämnden",
}


def seated(person: str, role: Role = Role.MEMBER, seat: str = "politiker", **more: Any) -> Seated:
    values = {"id": f"m-{person}", "person_id": person, "body_id": "council", **more}
    return Seated(mandate=Mandate(role=role, seat=seat, **values), person=person)


def composed(
    *rows: Seated,
    rules: BodyRules = RULES,
    serving: Mapping[str, Collection[str]] | None = None,
    ruled: bool = True,
) -> Composition:
    return composition(rows, rules, DAY, body="Rådet", ruled=ruled, bodies=NAMES, serving=serving)


def told(found: Composition) -> list[str]:
    return [each.sentence for each in composition_findings(found)]


CHAIR = seated("Åsa", Role.CHAIR)


def whole() -> list[Seated]:
    """Thirteen of whom nine are politicians, each committee but the school's represented."""
    politicians = [seated(f"P{n}", represents_id=name) for n, name in enumerate(NAMES)][1:]
    more = [seated(f"Q{n}") for n in range(5)]
    others = [seated(f"{seat}{n}", seat=seat) for seat in ("polis", "tjänstemän") for n in (1, 2)]
    return [CHAIR, *politicians, *more, *others]


def test_thirteen_seats_are_nine_and_two_and_two() -> None:
    found = composed(*whole())
    assert [(each.name, each.seats, len(each.held)) for each in found.sorts] == [
        ("politiker", 9, 9),
        ("polis", 2, 2),
        ("tjänstemän", 2, 2),
    ]
    assert (found.seats, len(found.seated), found.unplaced) == (13, 13, ())
    assert told(found) == ["Ingen företräder Grundskolenämnden, fast någon bör göra det."]


def test_a_sort_that_is_not_full_or_too_full_is_told() -> None:
    found = composed(CHAIR, *(seated(f"L{n}", seat="Polis") for n in range(3)))
    politicians, police, officials = found.sorts
    assert (politicians.free, politicians.over) == (8, 0)
    assert (police.free, police.over) == (0, 1)
    assert told(found)[:3] == [
        "8 av 9 platser för politiker är lediga.",
        "3 har plats för polis, men reglerna ger bara 2.",
        "2 av 2 platser för tjänstemän är lediga.",
    ]
    one_left = replace(RULES, seats=(RulesSeat(id="s", name="politiker", seats=2),), committees=())
    assert told(composed(CHAIR, rules=one_left)) == ["1 av 2 platser för politiker är ledig."]
    assert officials.held == ()


def test_one_who_serves_a_committee_represents_it() -> None:
    found = composed(CHAIR, serving={"Åsa": {"grundskola"}, "någon": {"social"}})
    assert [[row.person for row in each.by] for each in found.wanted] == [["Åsa"], [], [], []]


def test_a_seat_that_the_rules_do_not_know_is_asked_about() -> None:
    found = composed(*whole(), seated("Örjan", seat="akademi"), seated("Bo", seat=""))
    assert [each.person for each in found.unplaced] == ["Bo", "Örjan"]
    assert "Det är inte angivet vilken plats Bo och Örjan har." in told(found)


def test_a_body_without_rules_has_no_free_seats() -> None:
    usual = BodyRules(id="usual", body_id="council")
    found = composed(CHAIR, seated("Bo"), rules=usual, ruled=False)
    assert (found.seats, len(found.seated)) == (0, 2)
    [finding] = composition_findings(found)
    assert (finding.level, finding.field, finding.item_id) == (Level.TIP, "new-rules", "")
    assert told(composed(seated("Bo"), rules=usual)) == ["Ingen är ordförande den dagen."]
    assert told(composed(rules=usual)) == []


def test_somebody_of_two_roles_holds_one_seat() -> None:
    both = seated("Åsa", id="m2")
    found = composed(both, CHAIR)
    assert [each.mandate.role for each in found.seated] == [Role.CHAIR]


def test_groups_are_told_with_their_members_and_substitutes() -> None:
    rows = [
        seated("Åsa", Role.CHAIR, group="Koalitionen"),
        seated("Bo", group="oppositionen"),
        seated("Cecilia", Role.SUBSTITUTE, group="Oppositionen"),
        seated("David"),
    ]
    found = composed(*rows)
    assert [
        (each.name, [row.person for row in each.members], [row.person for row in each.substitutes])
        for each in found.groups
    ] == [("Koalitionen", ["Åsa"], []), ("oppositionen", ["Bo"], ["Cecilia"])]


def test_substitutes_stand_in_the_order_in_which_they_serve() -> None:
    rules = replace(RULES, substitute_rule=SubstituteRule.RANKED, seats=(), committees=())
    rows = [
        seated("Bo", Role.SUBSTITUTE, rank=2),
        seated("Åke", Role.SUBSTITUTE),
        seated("Cia", Role.SUBSTITUTE, rank=1),
        seated("Disa", Role.SUBSTITUTE, rank=2),
    ]
    found = composed(CHAIR, *rows, seated("Eva", Role.SECRETARY), rules=rules)
    assert [each.person for each in found.substitutes] == ["Cia", "Bo", "Disa", "Åke"]
    assert [each.person for each in found.others] == ["Eva"]
    assert told(found) == [
        "Ersättarna tjänstgör i en ordning, men Åke har inget nummer i den.",
        "Bo och Disa har samma nummer i ordningen: 2.",
    ]
    assert told(composed(CHAIR, rows[0], rules=rules)) == []
    assert "Reglerna säger inget om ersättare" in " ".join(told(composed(CHAIR, *rows)))


def test_a_personal_substitute_stands_in_for_one_who_sits() -> None:
    rules = replace(RULES, substitute_rule=SubstituteRule.PERSONAL, seats=(), committees=())
    for_chair = seated("Bo", Role.SUBSTITUTE, substitute_for_id=CHAIR.id)
    gone = replace(
        seated("Cia", Role.SUBSTITUTE, substitute_for_id="m-gone"), substitute_for="Disa"
    )
    assert told(composed(CHAIR, for_chair, rules=rules)) == []
    assert told(composed(CHAIR, gone, rules=rules)) == [
        "Cia är personlig ersättare för Disa, som inte har plats den dagen.",
        "Åsa har ingen personlig ersättare.",
    ]


def test_mandates_that_end_soon_and_have_ended_are_told() -> None:
    usual = BodyRules(id="usual", body_id="council")
    rows = [
        CHAIR,
        seated("Bo", valid_to=DAY + timedelta(60)),
        seated("Cia", valid_to=DAY + timedelta(30)),
        seated("Disa", valid_to=DAY - timedelta(1)),
        seated("Eva", valid_to=DAY + timedelta(91)),
        seated("Fia", valid_to=DAY + timedelta(5)),
        seated("Fia", id="again", valid_from=DAY + timedelta(6)),
    ]
    found = composed(*rows, rules=usual)
    assert [(each.level, each.sentence) for each in composition_findings(found)] == [
        (Level.WARNING, "Uppdraget för Cia (ledamot) tar slut den 6 april 2018."),
        (Level.TIP, "Uppdraget för Bo (ledamot) tar slut den 6 maj 2018."),
        (Level.TIP, "Uppdraget för Disa (ledamot) tog slut den 6 mars 2018."),
    ]


def test_mandates_that_end_together_are_due_as_one() -> None:
    last = date(2018, 4, 1)
    rows = [
        CHAIR,
        seated("Bo", valid_to=last),
        seated("Cia", valid_to=last),
        seated("Disa", valid_to=date(2018, 6, 1)),
        seated("Eva", valid_to=date(2018, 3, 6)),
    ]
    due = list(mandates_due(rows, {"council": "Rådet"}, DAY))
    assert [(each.level, each.sentence, each.kind, each.id) for each in due] == [
        (Level.WARNING, "2 uppdrag i ”Rådet” tar slut den 1 april 2018.", "body", "council"),
        (Level.TIP, "Uppdraget för Disa (ledamot) tar slut den 1 juni 2018.", "mandate", "m-Disa"),
    ]


DAYS = st.none() | st.integers(-3, 3).map(lambda days: DAY + timedelta(days))


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from(Role), DAYS, DAYS), max_size=8))
def test_whoever_serves_stands_in_one_place(rows: list[tuple[Any, ...]]) -> None:
    mandates = [
        seated(person, role, valid_from=first, valid_to=last, id=f"m{place}")
        for place, (person, role, first, last) in enumerate(rows)
    ]
    found = composed(*mandates)
    shown = [each.id for each in (*found.seated, *found.substitutes, *found.others)]
    assert len(shown) == len(set(shown))
    holding = {each.id: each.mandate for each in mandates if holds_on(each.mandate, DAY)}
    assert set(shown) <= set(holding)
    seat_holders = [each.mandate.person_id for each in found.seated]
    assert len(seat_holders) == len(set(seat_holders))
    assert {each.person_id for each in holding.values()} == {
        holding[each].person_id for each in shown
    }

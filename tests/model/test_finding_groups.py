"""A long list of findings as few lines, the stops first."""

from hubra_desktop.model.finding_groups import grouped
from hubra_desktop.model.findings import Finding, Level


def some(count: int, kind: str, level: Level = Level.TIP) -> list[Finding]:
    return [
        Finding(id=kind, level=level, sentence=f"Ärende {number} saknar föredragande.")
        for number in range(count)
    ]


def test_nineteen_of_a_kind_are_one_line() -> None:
    (line,) = grouped(some(19, "no_presenter"))
    assert line.sentence == "19 punkter saknar föredragande."
    assert len(line.findings) == 19
    assert line.many


def test_two_of_a_kind_are_said_each() -> None:
    lines = grouped(some(2, "no_presenter"))
    assert [line.sentence for line in lines] == [
        "Ärende 0 saknar föredragande.",
        "Ärende 1 saknar föredragande.",
    ]
    assert not any(line.many for line in lines)


def test_a_kind_without_words_of_its_own_says_the_first_and_how_many() -> None:
    (line,) = grouped(some(4, "something"))
    assert line.sentence == "Ärende 0 saknar föredragande. Så är det på 4 ställen."


def test_stops_stand_first_whatever_the_order() -> None:
    lines = grouped(
        [*some(3, "no_presenter"), *some(1, "gap", Level.WARNING), *some(1, "no_place", Level.STOP)]
    )
    assert [line.level for line in lines] == [Level.STOP, Level.WARNING, Level.TIP]


def test_the_same_kind_at_two_levels_is_two_lines() -> None:
    found = [*some(3, "sum_differs"), *some(3, "sum_differs", Level.WARNING)]
    assert [len(line.findings) for line in grouped(found)] == [3, 3]

"""The seven indicators of the annual report for 2017, as the paper prints them."""

from hubra_desktop.model.indicators.terms import Direction, Group, GroupSet, Unit
from hubra_desktop.model.indicators.values import groups_of, parse_line
from hubra_desktop.model.records.indicators import Indicator, Measurement

LIVING = Indicator(
    id="living",
    name="Invånarnas betyg på hur de bedömer Huddinge som en plats att leva och bo på med "
    "fokus på trygghet (index 1-100)",
    unit=Unit.INDEX,
    source="Medborgarundersökningen",
    interval_years=2,
    groups=GroupSet.ADULTS,
)
EVENING = Indicator(
    id="evening",
    name="Andel elever i årskurs nio som upplever sitt bostadsområde tryggt på kvällstid",
    source="Ung Livsstil",
    interval_years=3,
    groups=GroupSet.YOUNG,
)
ADULTS = Indicator(
    id="adults",
    name="Andel vuxna som upplever sitt område som tryggt på kvällstid",
    source="Befolkningsundersökningen",
    groups=GroupSet.ADULTS,
)
THRIVING = Indicator(
    id="thriving",
    name="Andel elever i årskurs nio som trivs bra i sitt bostadsområde",
    source="Stockholmsenkäten",
    interval_years=2,
    groups=GroupSet.YOUNG,
)
NEIGHBOURS = Indicator(
    id="neighbours",
    name="Antal grannsamverkansföreningar",
    unit=Unit.COUNT,
    source="Info från Polisen",
    interval_years=1,
)
VICTIMS = Indicator(
    id="victims",
    name="Andel personer som erhållit stöd från brottsofferjouren",
    unit=Unit.COUNT,
    direction=Direction.NEUTRAL,
    source="Info från Brottsofferjouren",
    interval_years=1,
    groups=GroupSet.ADULTS,
    shares=True,
)
SCHOOL = Indicator(
    id="school", name="Elevers trygghet i skolan", source="Elevenkäten Grundskolan senare del"
)
LINES: dict[str, tuple[str, ...]] = {
    "living": ("2017: alla 55 män 58 kvinnor 53", "2015: alla 57 män 59 kvinnor 53"),
    "evening": ("2015: alla 54 pojkar 78 flickor 33,5", "2012: alla 78 pojkar 89 flickor 68"),
    "adults": ("2014: alla 65 män 75 kvinnor 55", "2012: alla 64 män 74 kvinnor 56"),
    "neighbours": ("2017: 369", "2016: 354"),
    "victims": ("2017: antal 574 män 41% kvinnor 59%", "2016: antal 556 män 38% kvinnor 62%"),
    "school": ("2017: 90%", "2015: 91"),
}


def with_lines(indicator: Indicator, *lines: str) -> Indicator:
    """Return the indicator with the values of lines such as ``2017: alla 55``."""
    from dataclasses import replace

    rows = []
    for line in lines:
        year, values = parse_line(line, indicator)
        assert year is not None
        rows += [
            Measurement(
                id=f"{indicator.id}-{year}-{group}",
                year=year,
                group=group,
                value_thousandths=value.thousandths,
                missing=value.missing,
            )
            for group, value in values.items()
        ]
    return replace(indicator, measurements=(*indicator.measurements, *rows))


SOURCE: tuple[Indicator, ...] = tuple(
    with_lines(each, *LINES.get(each.id, ()))
    for each in (LIVING, EVENING, ADULTS, THRIVING, NEIGHBOURS, VICTIMS, SCHOOL)
)
BY_ID = {each.id: each for each in SOURCE}
EVERY_GROUP: tuple[Group, ...] = groups_of(LIVING)

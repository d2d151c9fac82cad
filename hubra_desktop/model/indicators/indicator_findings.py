"""Findings of an indicator: oddities that are stored all the same, each with its place."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from hubra_desktop.model.findings import LEVELS, Finding, Level
from hubra_desktop.model.indicators.change import strange_figures
from hubra_desktop.model.indicators.indicator_rules import wrong_total
from hubra_desktop.model.indicators.reading import (
    Years,
    all_years,
    comparable,
    known,
    measured,
    years_shown,
    years_with_values,
)
from hubra_desktop.model.indicators.terms import Group, Unit
from hubra_desktop.model.indicators.values import (
    groups_of,
    value_text,
    with_unit,
)
from hubra_desktop.model.language import say
from hubra_desktop.model.records.indicators import Indicator
from hubra_desktop.model.swedish import folded, sort_key
from hubra_desktop.model.wording import joined, quoted
from hubra_desktop.model.words import word


def indicator_findings(indicator: Indicator, years: Years | None = None) -> tuple[Finding, ...]:
    """Return the findings of an indicator, the heaviest first.

    ``years`` are the two that are shown; without them the latest and the one before.
    """
    shown = years or years_shown(indicator)
    found = chain(
        _of_label(indicator),
        _of_gaps(indicator, shown),
        _of_values(indicator),
        _of_comparison(indicator, shown),
        _of_text(indicator, shown),
    )
    return tuple(sorted(found, key=lambda each: LEVELS.index(each.level)))


def all_findings(indicators: Iterable[Indicator], until: int | None = None) -> tuple[Finding, ...]:
    """Return the findings of all indicators, for values of at most ``until``."""
    found = chain.from_iterable(
        indicator_findings(each, years_shown(each, until)) for each in indicators
    )
    return tuple(sorted(found, key=lambda each: LEVELS.index(each.level)))


def _finding(indicator: Indicator, name: str, level: Level, sentence: str, field: str) -> Finding:
    return Finding(
        id=f"indicator-{name}", level=level, sentence=sentence, item_id=indicator.id, field=field
    )


def _of_label(indicator: Indicator) -> Iterator[Finding]:
    name = folded(indicator.name)
    if not name:
        sentence = say("Ett mått saknar namn. Skriv vad som mäts.")
        yield _finding(indicator, "name", Level.STOP, sentence, "name")
    elif indicator.unit is Unit.COUNT and name.startswith(("andel", "procent")):
        yield _finding(indicator, "share-of-count", Level.WARNING, _called_share(indicator), "name")
    elif indicator.unit is Unit.PERCENT and name.startswith("antal"):
        sentence = say(
            "{name} kallas antal, men värdena är andelar i procent. "
            "Skriv Andel i namnet, eller ändra enheten.",
            name=quoted(indicator.name),
        )
        yield _finding(indicator, "count-of-share", Level.WARNING, sentence, "name")


def _called_share(indicator: Indicator) -> str:
    year = years_shown(indicator).latest
    value = known(indicator, year, Group.ALL)
    text = say("{value} år {year}", value=value_text(value or 0), year=year)
    example = f" ({text})" if value is not None else ""
    return say(
        "{name} kallas andel, men värdena är antal{example}. "
        "Skriv Antal i namnet, eller ändra enheten.",
        name=quoted(indicator.name),
        example=example,
    )


def _of_gaps(indicator: Indicator, shown: Years) -> Iterator[Finding]:
    name = quoted(indicator.name)
    if not years_with_values(indicator):
        sentence = _no_value(indicator)
        yield _finding(indicator, "no-value", Level.WARNING, sentence, "measurements")
        return
    if shown.latest is not None and shown.compared is None:
        sentence = say("{name} har inget tidigare värde att jämföra med.", name=name)
        yield _finding(indicator, "no-comparison", Level.TIP, sentence, "measurements")
    for year in (each for each in shown if each is not None):
        yield from _of_missing_groups(indicator, year)


def _no_value(indicator: Indicator) -> str:
    """Say that there is no value, and the latest reason if one is given."""
    years = all_years(indicator)
    name = quoted(indicator.name)
    if not years:
        return say("{name} har inget värde. Skriv in ett, eller varför det saknas.", name=name)
    reasons = {row.missing for row in measured(indicator, years[-1]).values()}
    return say(
        "{name} har inget värde ({year}: {reason}).",
        name=name,
        year=years[-1],
        reason=joined(sorted((word(each) for each in reasons), key=sort_key)),
    )


def _of_missing_groups(indicator: Indicator, year: int) -> Iterator[Finding]:
    rows = measured(indicator, year)
    gone = [word(group) for group in groups_of(indicator) if group not in rows]
    if gone:
        sentence = say(
            "{name} {year}: värde saknas för {groups}. Skriv in det, eller varför det saknas.",
            name=quoted(indicator.name),
            year=year,
            groups=joined(gone),
        )
        yield _finding(indicator, "no-group", Level.WARNING, sentence, f"{year}")


def _of_values(indicator: Indicator) -> Iterator[Finding]:
    for year in all_years(indicator):
        values = {group: known(indicator, year, group) for group in groups_of(indicator)}
        whole = values.pop(Group.ALL, None)
        parts = {group: value for group, value in values.items() if value is not None}
        if indicator.shares:
            yield from _of_shares(indicator, year, list(values.values()))
        elif whole is not None and parts and len(parts) == len(values):
            yield from _of_whole(indicator, year, whole, parts)


def _of_shares(indicator: Indicator, year: int, shares: list[int | None]) -> Iterator[Finding]:
    wrong = wrong_total(shares)
    if wrong:
        sentence = f"{quoted(indicator.name)} {year}: {wrong}"
        yield _finding(indicator, "shares", Level.STOP, sentence, f"{year}")


def _of_whole(
    indicator: Indicator, year: int, whole: int, parts: Mapping[Group, int]
) -> Iterator[Finding]:
    """Point out a value for all that its groups cannot give."""
    values = parts.values()
    if indicator.unit is Unit.COUNT:
        fits = sum(values) <= whole
    else:
        fits = min(values) <= whole <= max(values)
    if fits:
        return
    sentence = say(
        "{name} {year}: alla {whole} stämmer inte med {parts}. Se efter i källan.",
        name=quoted(indicator.name),
        year=year,
        whole=with_unit(whole, indicator.unit),
        parts=joined([f"{word(g)} {with_unit(v, indicator.unit)}" for g, v in parts.items()]),
    )
    yield _finding(indicator, "whole", Level.WARNING, sentence, f"{year}.{Group.ALL}")


def _of_comparison(indicator: Indicator, shown: Years) -> Iterator[Finding]:
    if shown.latest is None or shown.compared is None:
        return
    if not comparable(indicator, shown.latest, shown.compared):
        sentence = say(
            "{name}: {latest} och {compared} är inte jämförbara, så ingen skillnad beräknas.",
            name=quoted(indicator.name),
            latest=shown.latest,
            compared=shown.compared,
        )
        yield _finding(indicator, "incomparable", Level.TIP, sentence, f"{shown.latest}")


def _of_text(indicator: Indicator, shown: Years) -> Iterator[Finding]:
    """Point out figures in edited texts that are no longer the indicator's."""
    for each in indicator.change_texts:
        strange = strange_figures(indicator, each.text, each.year, each.compared_year)
        if not strange:
            continue
        own = (each.year, each.compared_year) == tuple(shown)
        sentence = say(
            "{name}: texten om {year} och {compared} nämner {figures}, som inte finns bland "
            "värdena. Har de ändrats sedan texten skrevs?",
            name=quoted(indicator.name),
            year=each.year,
            compared=each.compared_year,
            figures=joined(strange),
        )
        level = Level.WARNING if own else Level.TIP
        field = f"text.{each.year}.{each.compared_year}"
        yield _finding(indicator, "stale-text", level, sentence, field)

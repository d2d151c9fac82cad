"""What is said of the change between two years: cautious words, and what somebody wrote instead.

The derived sentence tells the two values, how far apart they are and whether that is
the direction wished for. It never says why. A small difference is said to be small;
years that cannot be compared are not compared. Percent differ by percentage points.
Each measured value is a fact.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from hubra_desktop.model.indicators.reading import (
    comparable,
    known,
    measured,
    years_with_values,
)
from hubra_desktop.model.indicators.terms import Direction, Group, Missing, Unit
from hubra_desktop.model.indicators.values import groups_of, unit_of, value_text, with_unit
from hubra_desktop.model.language import N_, Tell, say, swedish
from hubra_desktop.model.narrative import (
    FactText,
    Value,
    Words,
    fill_template,
    join_words,
    plain_words,
    value_key,
)
from hubra_desktop.model.records.indicators import ChangeText, Indicator
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.words import word

SMALL_POINTS: Final = 3_000
"""Up to this a difference of shares or indexes is small, in thousandths of a point."""
SMALL_SHARE: Final = 20
"""A count differs little when it differs by at most a twentieth."""
FEW: Final = 20_000
"""Counts below this are few, in thousandths."""


class Difference(NamedTuple):
    """A group's two values in thousandths."""

    group: Group
    unit: Unit
    now: int
    before: int

    @property
    def size(self) -> int:
        """How far apart they are, never below zero."""
        return abs(self.now - self.before)

    @property
    def small(self) -> bool:
        """Whether so small a difference says little."""
        if self.unit is not Unit.COUNT:
            return self.size <= SMALL_POINTS
        few = max(self.now, self.before) < FEW
        return few or self.size * SMALL_SHARE <= max(self.now, self.before)


def differences(indicator: Indicator, year: int, compared: int) -> tuple[Difference, ...]:
    """Return the groups that have a value in both years."""
    found = []
    for group in groups_of(indicator):
        now, before = known(indicator, year, group), known(indicator, compared, group)
        if now is not None and before is not None:
            found.append(Difference(group, unit_of(indicator, group), now, before))
    return tuple(found)


def edited(indicator: Indicator, year: int, compared: int) -> ChangeText | None:
    """Return what somebody wrote of the change between two years, if anybody did."""
    texts = (each for each in indicator.change_texts if each.text.strip())
    wanted = (year, compared)
    return next((each for each in texts if (each.year, each.compared_year) == wanted), None)


def change_words(
    indicator: Indicator, year: int | None, compared: int | None, tell: Tell = say
) -> Words:
    """Return what is said of the change: what somebody wrote, or else the derived sentence."""
    if year is None:
        return _tell(tell, N_("Uppgift saknas."))
    if compared is None:
        return _alone(indicator, year, tell)
    written = edited(indicator, year, compared)
    own = written.text.strip() if written else ""
    return (own,) if own else derived_words(indicator, year, compared, tell)


def change_text(
    indicator: Indicator, year: int | None, compared: int | None, tell: Tell = say
) -> str:
    """Return what is said of the change, as its reader sees it."""
    return plain_words(change_words(indicator, year, compared, tell))


def printed_text(indicator: Indicator, year: int | None, compared: int | None) -> str:
    """Return what a paper says of the change, in Swedish."""
    return change_text(indicator, year, compared, swedish)


def derived_text(indicator: Indicator, year: int, compared: int, tell: Tell = say) -> str:
    """Say what the figures show of the change, as its reader sees it."""
    return plain_words(derived_words(indicator, year, compared, tell))


def derived_words(indicator: Indicator, year: int, compared: int, tell: Tell = say) -> Words:
    """Say what the figures show of the change, and no more."""
    found = differences(indicator, year, compared)
    if not found:
        return _nothing_to_compare(indicator, year, compared, tell)
    if not comparable(indicator, year, compared):
        return _incomparable(indicator, year, compared, tell)
    sentences = [_first(indicator, found[0], year, compared, tell)]
    if len(found) > 1:
        sentences.append(_others(indicator, found[1:], year, compared, tell))
    sentences += [(each,) for each in _missing(indicator, year, compared, tell)]
    sentences += [(each,) for each in _care(indicator, found, tell)]
    return join_words(sentences)


def _tell(tell: Tell, sentence: str, **values: Value) -> Words:
    """Fill in a sentence, its facts kept as facts."""
    return fill_template(tell(sentence), **values)


def _value(indicator: Indicator, year: int, group: Group, thousandths: int) -> FactText:
    words = with_unit(thousandths, unit_of(indicator, group))
    return FactText(words, value_key(indicator.id, year, group))


def _alone(indicator: Indicator, year: int, tell: Tell) -> Words:
    return _tell(
        tell,
        N_("Värdet {year}: {values}. Det finns inget tidigare värde att jämföra med."),
        year=str(year),
        values=_valued(indicator, year, tell) or word(Missing.NOT_STATED, tell),
    )


def _valued(indicator: Indicator, year: int, tell: Tell) -> Words:
    alone = len(groups_of(indicator)) == 1
    told: list[Words] = []
    for group in groups_of(indicator):
        value = known(indicator, year, group)
        if value is not None:
            whom = "" if alone else f"{_of_group(indicator, group, tell)} "
            told.append((whom, _value(indicator, year, group, value)))
    return join_words(told, ", ")


def _of_group(indicator: Indicator, group: Group, tell: Tell) -> str:
    whole = indicator.shares and group is Group.ALL
    return word(Unit.COUNT, tell) if whole else word(group, tell)


def _nothing_to_compare(indicator: Indicator, year: int, compared: int, tell: Tell) -> Words:
    missing = " ".join(_missing(indicator, year, compared, tell))
    told = tell("{year} och {compared} kan inte jämföras.", year=year, compared=compared)
    return (f"{missing} {told}".strip(),)


def _incomparable(indicator: Indicator, year: int, compared: int, tell: Tell) -> Words:
    return _tell(
        tell,
        N_(
            "Värdet {year}: {now}. Värdet {compared}: {before}. "
            "De två åren är inte jämförbara, så ingen skillnad beräknas."
        ),
        year=str(year),
        compared=str(compared),
        now=_valued(indicator, year, tell),
        before=_valued(indicator, compared, tell),
    )


def _first(indicator: Indicator, each: Difference, year: int, compared: int, tell: Tell) -> Words:
    """Say how the first group stands: for most indicators all of them."""
    parts: dict[str, Value] = {
        "subject": _subject(indicator, each, tell),
        "now": _value(indicator, year, each.group, each.now),
        "before": _value(indicator, compared, each.group, each.before),
        "year": str(year),
        "compared": str(compared),
    }
    if not each.size:
        return _tell(tell, N_("{subject} var {now} både {year} och {compared}."), **parts)
    return _tell(
        tell,
        N_("{subject} var {now} år {year} och {before} år {compared}, alltså {apart}{wished}."),
        apart=apart(each, tell),
        wished=_wished(indicator, each, tell),
        **parts,
    )


_SUBJECTS: Final = {
    Unit.INDEX: N_("Indexet"),
    Unit.PERCENT: N_("Andelen"),
    Unit.COUNT: N_("Antalet"),
}


def _subject(indicator: Indicator, each: Difference, tell: Tell) -> str:
    noun = tell(_SUBJECTS[each.unit])
    if len(groups_of(indicator)) == 1 or (indicator.shares and each.group is Group.ALL):
        return noun
    if indicator.shares:
        return f"{noun} {word(each.group, tell)}"
    return f"{noun} {tell('för')} {word(each.group, tell)}"


def apart(each: Difference, tell: Tell = say) -> str:
    """Write how far apart two values are: 2 indexenheter lägre, 15 fler (4 %), oförändrat."""
    if not each.size:
        return tell("oförändrat")
    if each.unit is Unit.COUNT:
        return _fewer_or_more(each, tell)
    one, many = _POINTS[each.unit]
    up = each.now > each.before
    return tell(
        "{size}\u00a0{points} {way}",
        size=value_text(each.size),
        points=tell(one if each.size == 1000 else many),
        way=tell("högre") if up else tell("lägre"),
    )


_POINTS: Final = {
    Unit.INDEX: (N_("indexenhet"), N_("indexenheter")),
    Unit.PERCENT: (
        N_("procentenhet"),
        N_("procentenheter"),
    ),
}


def _fewer_or_more(each: Difference, tell: Tell) -> str:
    up = each.now > each.before
    way = tell("fler") if up else tell("färre")
    told = f"{value_text(each.size)}\u00a0{way}"
    if each.before < FEW:
        return told
    percent = (each.size * 100 + each.before // 2) // each.before
    share = value_text(percent * 1000) if percent else tell("under 1")
    return f"{told} ({share}\u00a0%)"


def _wished(indicator: Indicator, each: Difference, tell: Tell) -> str:
    """Say whether a difference that is not small goes the way wished for."""
    parted = indicator.shares and each.group is not Group.ALL
    if indicator.direction is Direction.NEUTRAL or each.small or parted:
        return ""
    if (each.now > each.before) is (indicator.direction is Direction.HIGHER):
        return tell(", vilket är den önskade riktningen")
    return tell(", vilket inte är den önskade riktningen")


def _others(
    indicator: Indicator, found: Sequence[Difference], year: int, compared: int, tell: Tell
) -> Words:
    """Say how the other groups stand, the earlier year's value in parentheses."""
    told: list[Words] = []
    for each in found:
        if indicator.shares:
            subject = tell("andelen {group}", group=word(each.group, tell))
        else:
            subject = tell("för {group}", group=word(each.group, tell))
        told.append(fill_template(
            "{subject}{verb} {now} ({before}), {apart}", apart=apart(each, tell),
            subject=subject if told else capitalised(subject),
            verb="" if told else f" {_was(indicator, tell)}",
            now=_value(indicator, year, each.group, each.now),
            before=_value(indicator, compared, each.group, each.before),
        ))  # fmt: skip
    return (*join_words(told, tell(", och ")), ".")


def _was(indicator: Indicator, tell: Tell) -> str:
    if indicator.shares:
        return tell("var")
    return tell("var den") if indicator.unit is Unit.PERCENT else tell("var det")


def _missing(indicator: Indicator, year: int, compared: int, tell: Tell) -> Iterator[str]:
    """Name the values that are missing in one of the years."""
    groups = groups_of(indicator)
    for each in (year, compared):
        rows = measured(indicator, each)
        reasons = {
            group: rows[group].missing if group in rows else Missing.NOT_STATED
            for group in groups
            if known(indicator, each, group) is None
        }
        if len(reasons) == len(groups) and len(set(reasons.values())) == 1:
            yield _told_missing("", each, reasons[groups[0]], tell)
            continue
        for group, reason in reasons.items():
            whom = f" {tell('för')} {word(group, tell)}"
            yield _told_missing(whom, each, reason, tell)


def _told_missing(whom: str, year: int, reason: Missing, tell: Tell) -> str:
    return tell(
        "Värde{whom} {year} saknas ({reason}).", whom=whom, year=year, reason=word(reason, tell)
    )


def _care(indicator: Indicator, found: tuple[Difference, ...], tell: Tell) -> Iterator[str]:
    """Say which differences are too small to be read much into."""
    differing = [each for each in found if each.size]
    small = [each for each in differing if each.small]
    if not small:
        return
    if len(small) == len(differing):
        yield (
            tell("Skillnaden är liten") if len(small) == 1 else tell("Skillnaderna är små")
        ) + tell(" och bör tolkas med försiktighet.")
        return
    groups = tell(" och ").join(_of_group(indicator, e.group, tell) for e in small)
    yield tell("Skillnaden för {groups} är liten och bör tolkas med försiktighet.", groups=groups)


_FIGURE = re.compile(r"(?<![\w,.])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|(?<![\w,.])\d+(?:,\d+)?")


def strange_figures(indicator: Indicator, text: str, year: int, compared: int) -> tuple[str, ...]:
    """Return the figures of an edited text that are no longer any of the indicator's.

    Years, differences, and what the indicator's own name holds, are its own too.
    """
    own = _own_figures(indicator, year, compared)
    found = dict.fromkeys(match[0] for match in _FIGURE.finditer(text))
    return tuple(each for each in found if _plain(each) not in own)


def _plain(figure: str) -> str:
    return re.sub(r"[ \u00a0\u202f]", "", figure)


def _own_figures(indicator: Indicator, year: int, compared: int) -> set[str]:
    own = {str(each) for each in (*years_with_values(indicator), year, compared)}
    own.add(str(abs(year - compared)))
    own |= {_plain(found[0]) for found in _FIGURE.finditer(f"{indicator.name} {indicator.source}")}
    own |= set(re.findall(r"\d+", indicator.name))
    for each in (year, compared):
        values = [known(indicator, each, group) for group in groups_of(indicator)]
        there = [value for value in values if value is not None]
        own |= {_plain(value_text(value)) for value in there}
        own |= {_plain(value_text(abs(a - b))) for a in there for b in there if a != b}
    for difference in differences(indicator, year, compared):
        own |= {_plain(found[0]) for found in _FIGURE.finditer(apart(difference, swedish))}
    return own

"""The change between two years in cautious words, or in those that somebody wrote instead.

The derived sentence tells the two values, how far apart they are and whether that is
the direction wished for. It never says why. A small difference is said to be small;
years that cannot be compared are not compared. Percent differ by percentage points.
Each measured value is a fact.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from hubra_desktop.model.indicators.reading import comparable, known, measured, years_with_values
from hubra_desktop.model.indicators.terms import Direction, Group, Missing, Unit
from hubra_desktop.model.indicators.values import (
    group_name,
    groups_of,
    unit_of,
    value_text,
    with_unit,
)
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
    indicator: Indicator, year: int | None, compared: int | None, tell: Tell = say,
    *, cautious: bool = True,
) -> Words:  # fmt: skip
    """Return the change in words: what somebody wrote, or else the derived sentence.

    Without ``cautious`` nothing is said of how small a difference is: it is said once for
    several indicators.
    """
    if year is None:
        return (tell("Uppgift saknas."),)
    if compared is None:
        return _Change(indicator, year, year, tell).alone()
    written = edited(indicator, year, compared)
    own = written.text.strip() if written else ""
    return (own,) if own else _Change(indicator, year, compared, tell).words(cautious=cautious)


def asks_for_caution(indicator: Indicator, year: int | None, compared: int | None) -> bool:
    """Tell whether the derived sentence says that a difference is small."""
    if year is None or compared is None or edited(indicator, year, compared):
        return False
    found = differences(indicator, year, compared)
    small = any(each.size and each.small for each in found)
    return small and comparable(indicator, year, compared)


def printed_text(indicator: Indicator, year: int | None, compared: int | None) -> str:
    """Return what a paper says of the change, in Swedish."""
    return plain_words(change_words(indicator, year, compared, swedish))


def derived_text(indicator: Indicator, year: int, compared: int, tell: Tell = say) -> str:
    """Say what the figures show of the change, and no more, as its reader sees it."""
    return plain_words(_Change(indicator, year, compared, tell).words())


@dataclass(frozen=True)
class _Change:
    """Writes of the change of one indicator between two years."""

    indicator: Indicator
    year: int
    compared: int
    tell: Tell

    def words(self, *, cautious: bool = True) -> Words:
        found = differences(self.indicator, self.year, self.compared)
        if not found:
            return (self._nothing_to_compare(),)
        if not comparable(self.indicator, self.year, self.compared):
            return self._incomparable()
        sentences = [self._first(found[0])]
        if len(found) > 1:
            sentences.append(self._others(found[1:]))
        care = self._care(found) if cautious else ()
        return join_words([*sentences, *((each,) for each in (*self._missing(), *care))])

    def alone(self) -> Words:
        """Tell the one year that there is."""
        sentence = self.tell(
            "Värdet {year}: {values}. Det finns inget tidigare värde att jämföra med."
        )
        values = self._values(self.year) or word(Missing.NOT_STATED, self.tell)
        return fill_template(sentence, year=str(self.year), values=values)

    def _value(self, year: int, group: Group, thousandths: int) -> FactText:
        text = with_unit(thousandths, unit_of(self.indicator, group))
        return FactText(text, value_key(self.indicator.id, year, group))

    def _values(self, year: int) -> Words:
        groups = groups_of(self.indicator)
        found: list[Words] = []
        for group in groups:
            value = known(self.indicator, year, group)
            if value is not None:
                whom = "" if len(groups) == 1 else f"{self._group(group)} "
                found.append((whom, self._value(year, group, value)))
        return join_words(found, ", ")

    def _group(self, group: Group) -> str:
        return group_name(self.indicator, group, self.tell)

    def _nothing_to_compare(self) -> str:
        sentence = self.tell(
            "{year} och {compared} kan inte jämföras.", year=self.year, compared=self.compared
        )
        return " ".join([*self._missing(), sentence])

    def _incomparable(self) -> Words:
        sentence = self.tell(
            "Värdet {year}: {now}. Värdet {compared}: {before}. "
            "De två åren är inte jämförbara, så ingen skillnad beräknas."
        )
        now, before = self._values(self.year), self._values(self.compared)
        return fill_template(sentence, now=now, before=before, **self._years())

    def _years(self) -> dict[str, Value]:
        return {"year": str(self.year), "compared": str(self.compared)}

    def _first(self, each: Difference) -> Words:
        """Say how the first group stands: for most indicators all of them.

        The year stands first: after the value it could be read as an age.
        """
        if each.size:
            sentence = self.tell(
                "{year} var {subject} {now}, vilket är {apart} än {compared}, då {it} var {before}."
            )
        else:
            sentence = self.tell("{year} var {subject} {now}, oförändrat jämfört med {compared}.")
        told = fill_template(
            sentence, subject=self._subject(each), apart=apart(each, self.tell),
            it=self._it(), now=self._value(self.year, each.group, each.now),
            before=self._value(self.compared, each.group, each.before), **self._years(),
        )  # fmt: skip
        return join_words([told, *((wished,) for wished in self._wished(each))])

    def _subject(self, each: Difference) -> str:
        noun = self.tell(_SUBJECTS[each.unit])
        shares = self.indicator.shares
        if len(groups_of(self.indicator)) == 1 or (shares and each.group is Group.ALL):
            return noun
        of = "" if shares else f"{self.tell('för')} "
        return f"{noun} {of}{word(each.group, self.tell)}"

    def _it(self) -> str:
        """Return the pronoun of the first group's noun: andelen is den, the others det."""
        return self.tell("den") if self.indicator.unit is Unit.PERCENT else self.tell("det")

    def _wished(self, each: Difference) -> Iterator[str]:
        """Say whether a difference that is not small goes the way wished for."""
        direction = self.indicator.direction
        parted = self.indicator.shares and each.group is not Group.ALL
        if direction is Direction.NEUTRAL or each.small or parted:
            return
        if (each.now > each.before) is (direction is Direction.HIGHER):
            yield self.tell("Det är en förändring i önskad riktning.")
        else:
            yield self.tell("Det är inte en förändring i önskad riktning.")

    def _others(self, found: Sequence[Difference]) -> Words:
        """Say how the other groups stand, the earlier year and its value in parentheses."""
        of_group = N_("andelen {group}") if self.indicator.shares else N_("för {group}")
        parts: list[Words] = []
        for each in found:
            subject = self.tell(of_group, group=word(each.group, self.tell))
            parts.append(fill_template(
                "{subject}{verb} {now} ({compared}: {before}), {apart}",
                apart=apart(each, self.tell), compared=str(self.compared),
                subject=subject if parts else capitalised(subject),
                verb="" if parts else f" {self._was()}",
                now=self._value(self.year, each.group, each.now),
                before=self._value(self.compared, each.group, each.before),
            ))  # fmt: skip
        return (*join_words(parts, self.tell(", och ")), ".")

    def _was(self) -> str:
        was = self.tell("var")
        return was if self.indicator.shares else f"{was} {self._it()}"

    def _missing(self) -> Iterator[str]:
        """Name the values that are missing in one of the years."""
        groups = groups_of(self.indicator)
        for year in (self.year, self.compared):
            rows = measured(self.indicator, year)
            reasons = {
                group: rows[group].missing if group in rows else Missing.NOT_STATED
                for group in groups
                if known(self.indicator, year, group) is None
            }
            if len(reasons) == len(groups) and len(set(reasons.values())) == 1:
                yield self._missing_text("", year, reasons[groups[0]])
                continue
            for group, reason in reasons.items():
                whom = f" {self.tell('för')} {word(group, self.tell)}"
                yield self._missing_text(whom, year, reason)

    def _missing_text(self, whom: str, year: int, reason: Missing) -> str:
        text = word(reason, self.tell)
        return self.tell("Värde{whom} {year} saknas ({reason}).", whom=whom, year=year, reason=text)

    def _care(self, found: Sequence[Difference]) -> Iterator[str]:
        """Say which differences are too small to be read much into."""
        differing = [each for each in found if each.size]
        small = [each for each in differing if each.small]
        if small and len(small) == len(differing):
            one = len(small) == 1
            what = self.tell("Skillnaden är liten") if one else self.tell("Skillnaderna är små")
            yield what + self.tell(" och bör tolkas med försiktighet.")
        elif small:
            groups = self.tell(" och ").join(self._group(each.group) for each in small)
            yield self.tell(
                "Skillnaden för {groups} är liten och bör tolkas med försiktighet.", groups=groups
            )


_SUBJECTS: Final = {
    Unit.INDEX: N_("indexet"),
    Unit.PERCENT: N_("andelen"),
    Unit.COUNT: N_("antalet"),
}
_POINTS: Final = {
    Unit.INDEX: (N_("indexenhet"), N_("indexenheter")),
    Unit.PERCENT: (N_("procentenhet"), N_("procentenheter")),
}


def apart(each: Difference, tell: Tell = say) -> str:
    """Write how far apart two values are: 2 indexenheter lägre, 15 fler (4 %), oförändrat."""
    if not each.size:
        return tell("oförändrat")
    if each.unit is Unit.COUNT:
        return _fewer_or_more(each, tell)
    one, many = _POINTS[each.unit]
    return tell(
        "{size}\u00a0{points} {way}",
        size=value_text(each.size),
        points=tell(one if each.size == 1000 else many),
        way=tell("högre") if each.now > each.before else tell("lägre"),
    )


def _fewer_or_more(each: Difference, tell: Tell) -> str:
    way = tell("fler") if each.now > each.before else tell("färre")
    text = f"{value_text(each.size)}\u00a0{way}"
    if each.before < FEW:
        return text
    percent = (each.size * 100 + each.before // 2) // each.before
    share = value_text(percent * 1000) if percent else tell("under 1")
    return f"{text} ({share}\u00a0%)"


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

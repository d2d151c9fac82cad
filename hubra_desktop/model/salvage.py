"""What was saved of a damaged register and what is gone, told in plain words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple

from hubra_desktop.model.days import day_in_text, moment_in_words
from hubra_desktop.model.generations import Generation
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.records.field_words import field_word
from hubra_desktop.model.records.kind_words import rows_counted
from hubra_desktop.model.swedish import clock_of
from hubra_desktop.model.wording import quoted

_MOST_NAMED: Final = 200
"""Rows of a kind that are named: the report is read to know what to write again."""


class NamedRow(NamedTuple):
    """A row by its kind, what it is called ("" when nobody knows) and a field of it, or ""."""

    kind: str
    name: str
    field: str = ""


@dataclass(frozen=True)
class SalvageReport:
    """What became of each row; ``generation`` is the latest sound backup beside it, if any.

    ``in_generation`` are the rows that only the generation has. ``refilled`` counts the files
    whose content came from the generation, by their checksums. ``steps`` are those of the
    history that were kept, of ``steps_read``.
    """

    source: str
    target: str
    moment: datetime
    saved: Mapping[str, int]
    gone: tuple[NamedRow, ...] = ()
    in_generation: tuple[NamedRow, ...] = ()
    left_out: tuple[NamedRow, ...] = ()
    emptied: tuple[NamedRow, ...] = ()
    mended: tuple[NamedRow, ...] = ()
    loosened: tuple[NamedRow, ...] = ()
    from_history: tuple[NamedRow, ...] = ()
    uncertain: tuple[NamedRow, ...] = ()
    refilled: int = 0
    steps: int = 0
    steps_read: int = 0
    generation: Generation | None = None

    @property
    def lost(self) -> int:
        """Return how many rows are known to have been there and are not, or not whole, any more."""
        return len({*self.gone, *self.left_out, *self.in_generation, *self.emptied})

    @property
    def summary(self) -> str:
        """Say in one or two sentences what came of it."""
        saved = say_count("{n} rad är räddad.", "{n} rader är räddade.", sum(self.saved.values()))
        if not self.lost:
            return f"{saved} {say('Inget som är känt saknas.')}"
        lost = say_count(
            "{n} rad är borta eller kunde inte stå kvar.",
            "{n} rader är borta eller kunde inte stå kvar.",
            self.lost,
        )
        return f"{saved} {lost}"

    @property
    def text(self) -> str:
        """Return the whole report as lines of plain text."""
        day = f"{day_in_text(self.moment.date())} {clock_of(self.moment)}"
        lines = [
            say("Räddat ur {name}, {day}", name=quoted(self.source), day=day),
            say("Det ligger i {name}. Den skadade filen är orörd.", name=quoted(self.target)),
            self.summary,
        ]
        for heading, rows in self._parts():
            if rows:
                lines += ["", heading, *(f"    {line}" for line in _by_kind(rows))]
        saved = sorted(self.saved.items(), key=lambda each: (-each[1], each[0]))
        lines += ["", say("Räddat:"), *(f"    {rows_counted(kind, n)}" for kind, n in saved)]
        lines += ["", self._history(), self._latest()]
        lines += [*self._refilled(), ""]
        return "\n".join(lines)

    def _parts(self) -> Iterable[tuple[str, tuple[NamedRow, ...]]]:
        yield say("Borta:"), self.gone
        if self.generation is not None:
            moment = moment_in_words(self.generation.moment, self.moment)
            yield (
                say("Finns bara i säkerhetskopian från {moment}:", moment=moment),
                (self.in_generation),
            )
        yield say("Kunde inte stå kvar, för något som det hör till är borta:"), self.left_out
        yield say("Saknar sitt innehåll, som är borta:"), self.emptied
        yield say("Osäkert, läs igenom det:"), self.uncertain
        yield say("Fick ett annat värde, för det som stod där gick inte att läsa:"), self.mended
        yield say("Pekar inte längre på något, för det är borta:"), self.loosened
        yield say("Hämtat ur historiken:"), self.from_history

    def _history(self) -> str:
        kept = say_count(
            "Historiken: {n} steg av {all} är kvar.",
            "Historiken: {n} steg av {all} är kvar.",
            self.steps,
            all=self.steps_read,
        )
        return f"{kept} {say('Det som gjordes före räddningen kan inte ångras.')}"

    def _refilled(self) -> Iterable[str]:
        if self.refilled:
            yield say_count(
                "Ur den är innehållet i {n} fil hämtat; kontrollsumman stämmer.",
                "Ur den är innehållet i {n} filer hämtat; kontrollsummorna stämmer.",
                self.refilled,
            )

    def _latest(self) -> str:
        if self.generation is None:
            return say("Det finns ingen säkerhetskopia bredvid registret.")
        return say(
            "Senaste säkerhetskopian är från {moment}.",
            moment=moment_in_words(self.generation.moment, self.moment),
        )


def _by_kind(rows: Iterable[NamedRow]) -> list[str]:
    """Return a line for each kind: how many there are, and what they are called."""
    kinds: dict[str, list[str]] = {}
    for row in rows:
        name = quoted(row.name) if row.name else ""
        told = field_word(row.kind, row.field) if row.field else ""
        kinds.setdefault(row.kind, []).append(" ".join(filter(None, (name, told))))
    return [_line(kind, names) for kind, names in sorted(kinds.items())]


def _line(kind: str, names: list[str]) -> str:
    known = [each for each in names if each]
    shown = known[:_MOST_NAMED]
    if len(known) > len(shown):
        shown.append(say("{n} till", n=len(known) - len(shown)))
    count = rows_counted(kind, len(names))
    return f"{count}: {', '.join(shown)}" if shown else count

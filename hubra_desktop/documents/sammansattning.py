"""The paper Sammansättning: who sits on a body on a day, held against its own rules.

It names people and what they serve as, and holds no address, so that it can be shown to
anybody.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hubra_desktop.documents.kit.figure_table import (
    Columns,
    FigureGroup,
    FigureLine,
    filled_columns,
)
from hubra_desktop.documents.kit.formal import StatedFact
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.official import OfficialPaper, Sender
from hubra_desktop.model.council.composition import Composition, Seated, SeatSort
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.swedish import capitalised, date_in_text, listed, short_date
from hubra_desktop.model.words import swedish_word

_MEMBERS: Final[Columns] = {
    "Namn": 0.4, "Roll": 0.2, "Grupp": 0.16, "Företräder": 0.3, "Till": 0.14,
}  # fmt: skip
_SUBSTITUTES: Final[Columns] = {
    "Namn": 0.34, "Ordning": 0.12, "Parti": 0.1, "Grupp": 0.16, "Ersätter": 0.3, "Till": 0.14,
}  # fmt: skip
_WANTED: Final[Columns] = {"Organ": 0.5, "Företräds av": 0.5}
NOBODY: Final = "Ingen"


@dataclass(frozen=True, kw_only=True)
class CompositionPaper:
    """Who sits on a body on a day, and whose paper it is."""

    sender: Sender
    composition: Composition


def sammansattning_manuscript(
    paper: CompositionPaper, style: HouseStyle, *, text_size: float | None = None
) -> Manuscript:
    """Compose the paper."""
    shown = paper.composition
    made = OfficialPaper(style, paper.sender, text_size=text_size)
    title = f"Sammansättning {date_in_text(shown.day)}"
    made.begin(title)
    _in_short(made, shown)
    _members(made, shown)
    if shown.substitutes:
        made.section("Ersättare")
        lines = [FigureLine(tuple(_substitute_cells(each))) for each in shown.substitutes]
        made.table(*filled_columns(_SUBSTITUTES, [FigureGroup("", lines)]))
    if shown.wanted:
        made.section("Organ som bör vara företrädda")
        made.table(_WANTED, [FigureGroup("", list(_wanted_lines(shown)))])
    if shown.others:
        made.section("Övriga")
        _people(made, [FigureGroup("", _lines(shown.others))])
    return made.finish(
        title=f"{title}, {shown.body}",
        subject=f"Vilka som har plats i {shown.body} {date_in_text(shown.day)}",
        day=shown.day,
    )


def _in_short(made: OfficialPaper, shown: Composition) -> None:
    """Add how many seats are held, and where that is said."""
    seats = f"{len(shown.seated)} av {shown.seats}" if shown.seats else str(len(shown.seated))
    missing = [each.name for each in shown.wanted if not each.by]
    facts = [
        StatedFact("Besatta platser", seats),
        StatedFact("Regler", shown.rules.decision if shown.ruled else ""),
        StatedFact("Inte företrädda", listed(missing)),
    ]
    made.facts(facts)


def _members(made: OfficialPaper, shown: Composition) -> None:
    """Add those who hold a seat, by sort of seat."""
    made.section("Ledamöter")
    groups = [FigureGroup(_sort_name(each), _lines(each.held)) for each in shown.sorts if each.held]
    if shown.unplaced:
        name = "Plats inte angiven" if groups else ""
        groups.append(FigureGroup(name, _lines(shown.unplaced)))
    if groups:
        _people(made, groups)
    else:
        made.prose("Ingen har plats den dagen.")
    empty = [f"{each.name} ({each.seats})" for each in shown.sorts if not each.held]
    if empty:
        made.prose(f"Platser som ingen har: {listed(empty)}.")


def _sort_name(sort: SeatSort) -> str:
    return f"{capitalised(sort.name)}, {len(sort.held)} av {sort.seats}"


def _people(made: OfficialPaper, groups: Sequence[FigureGroup]) -> None:
    made.table(*filled_columns(_MEMBERS, groups))


def _lines(rows: Sequence[Seated]) -> list[FigureLine]:
    return [FigureLine(tuple(_cells(each))) for each in rows]


def _cells(each: Seated) -> Iterator[str]:
    mandate = each.mandate
    yield each.person
    party = f"\u00a0({mandate.party})" if mandate.party else ""
    yield f"{capitalised(swedish_word(mandate.role))}{party}"
    yield mandate.group
    yield each.represents
    yield short_date(mandate.valid_to) if mandate.valid_to else ""


def _substitute_cells(each: Seated) -> Iterator[str]:
    mandate = each.mandate
    yield each.person
    yield "" if mandate.rank is None else str(mandate.rank)
    yield mandate.party
    yield mandate.group
    yield each.substitute_for
    yield short_date(mandate.valid_to) if mandate.valid_to else ""


def _wanted_lines(shown: Composition) -> Iterator[FigureLine]:
    for each in shown.wanted:
        yield FigureLine((each.name, listed([row.person for row in each.by]) or NOBODY))

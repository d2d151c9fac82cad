"""A year's budget on paper: plan, outcome, deviations, decisions, transfers.

The table has the figures of the window. The ledger is an appendix on request. Examples are
marked wherever they stand.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from hubra_desktop.documents.kit.blocks import Stack, paragraph
from hubra_desktop.documents.kit.compose import NestedItem, listing
from hubra_desktop.documents.kit.figure_table import FigureGroup, FigureLine
from hubra_desktop.documents.kit.formal import StatedFact
from hubra_desktop.documents.kit.frames import alarm
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.kit.tree import Piece
from hubra_desktop.documents.ledger_table import EXPLAINED, PrintedEntry, ledger_table
from hubra_desktop.documents.money_text import (
    UNKNOWN,
    at_least,
    post_in_print,
    post_name,
    posts_table,
    sums_explained,
)
from hubra_desktop.documents.official import OfficialPaper, Sender, on_fitting_sheet
from hubra_desktop.model.language import swedish
from hubra_desktop.model.money.amounts import digits, kronor
from hubra_desktop.model.money.budget import BudgetRow, BudgetTable, version_on
from hubra_desktop.model.money.budget_outcome import decided_text
from hubra_desktop.model.money.commitments import Commitment
from hubra_desktop.model.money.figures import NOT_IN_BUDGET, figures_shown, post_called
from hubra_desktop.model.money.grant_list import NO_DAY, day_of
from hubra_desktop.model.money.ledger import PostSums, effective, effective_day
from hubra_desktop.model.money.ledger_numbers import PassedOver, passed_over_text
from hubra_desktop.model.money.terms import EntryKind
from hubra_desktop.model.narrative import own_sentence
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.records.money import BudgetVersion, BudgetYear, LedgerEntry
from hubra_desktop.model.swedish import capitalised, figure, short_date
from hubra_desktop.model.words import swedish_word


@dataclass(frozen=True, kw_only=True)
class BudgetPaper:
    """A year's budget to print.

    ``table`` is the year on the day ``on`` (None: all that is known), ``sheet`` the year
    itself. ``entries`` are the ledger's rows of the year, ``originals`` what rows point to,
    of any year, ``names`` what bodies are called by their ids. ``ledger`` prints the rows
    as an appendix, with the numbers ``passed`` over. ``body`` is the council.
    """

    sender: Sender
    table: BudgetTable
    sheet: BudgetYear
    on: dt.date | None = None
    entries: tuple[LedgerEntry, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    originals: Mapping[str, LedgerEntry] = field(default_factory=dict)
    ledger: bool = False
    passed: PassedOver = field(default_factory=PassedOver)
    body: str = ""
    draft: bool = False


def budget_manuscript(
    budget: BudgetPaper, style: HouseStyle, *, text_size: float | None = None
) -> Manuscript:
    """Compose the budget."""

    def write(wide: bool) -> tuple[OfficialPaper, Manuscript]:
        paper = _Writer(style, budget, text_size, wide)
        return paper, paper.manuscript()

    return on_fitting_sheet(write)


class _Writer(OfficialPaper):
    """Writes one budget; used once."""

    def __init__(
        self, style: HouseStyle, budget: BudgetPaper, text_size: float | None, wide: bool
    ) -> None:
        super().__init__(style, budget.sender, draft=budget.draft, text_size=text_size, wide=wide)
        self.budget, self.year = budget, budget.table
        self.posts = {post.id: post_called(post, swedish) for post in budget.sheet.posts}

    def manuscript(self) -> Manuscript:
        title = f"Budget {self.year.year}"
        self.begin(title)
        self._marks()
        self._in_short()
        self._posts()
        self._committed()
        self._held()
        self._deviations()
        self._decisions()
        self._transfers()
        self._other_years()
        if self.budget.ledger:
            self._ledger()
        day = f" per den {short_date(self.budget.on)}" if self.budget.on else ""
        return self.finish(
            title=f"{title}{day}, {self.budget.body}".rstrip(", "),
            subject=f"Budget och utfall {self.year.year}{day}",
            day=self.budget.on or dt.date(self.year.year, 12, 31),
        )

    def _marks(self) -> None:
        """Warn before all figures that they are not decided."""
        if not self.year.has_example:
            return
        look = self.look
        text = (
            "Fördelningen är helt eller delvis ett exempel. Ingen har beslutat de belopp som är "
            "märkta ”exempel”."
        )
        stack = Stack([paragraph(self.root.add("P"), text, look.style(bold=True))])
        self.add(alarm(stack, look, after=1.2))

    def _in_short(self) -> None:
        table = self.year
        day = short_date(self.budget.on) if self.budget.on else ""
        closed = short_date(table.closed_on) if table.closed_on else ""
        facts = [
            StatedFact("Ram", kronor(table.frame_ore) if table.frame_ore is not None else UNKNOWN),
            StatedFact("Fördelat på poster", self._allocated()),
            StatedFact("Redovisning", capitalised(swedish_word(table.basis))),
            StatedFact("Läge den", day),
            StatedFact("Året stängt", closed),
        ]
        self.facts(facts, across=True)

    def _allocated(self) -> str:
        table = self.year
        if table.version is None:
            return "ingen budget är beslutad"
        shared = kronor(table.allocated_ore)
        if table.frame_ore is None:
            return shared
        return f"{shared}, lika med ramen" if table.balanced else f"{shared}, inte lika med ramen"

    def _posts(self) -> None:
        """Print the table: every post with its sums, the whole below."""
        self.section("Poster")
        figures = figures_shown(self.year)
        shown = posts_table(self.year, figures)
        self.table(shown.columns, shown.groups, total=shown.total, caption="Belopp i kronor")
        self.prose(sums_explained(figures))

    def _committed(self) -> None:
        """List the grants that are not paid out, those of earlier years told apart."""
        reserved = [row for row in self.year.rows if row.leaf and row.sums.reserved]
        if not (self.year.commitments or reserved):
            return
        self.section("Intecknat")
        committed = self.year.commitments
        lines = [
            *(self._commitment(each, by_hand=bool(reserved)) for each in committed),
            *(_reserved(row) for row in reserved),
        ]
        known = all(each.known for each in committed)
        granted, paid = (sum(getattr(c, name) for c in committed) for name in ("granted", "paid"))
        held = sum(row.sums.reserved for row in reserved)
        total = (
            "Summa", "", at_least(granted, known=known), digits(paid),
            *([digits(held)] if reserved else []), digits(self.year.total.committed),
        )  # fmt: skip
        names = ("Beviljat", "Utbetalt", *(["Reserverat"] if reserved else []), "Intecknat")
        columns = {"Bidrag eller post": 0.7, "Beslutat": 0.3, **dict.fromkeys(names, 0.0)}
        self.table(columns, [FigureGroup("", lines)], total=total, caption="Belopp i kronor")

    def _commitment(self, each: Commitment, *, by_hand: bool) -> FigureLine:
        name = self.budget.names.get(each.body_id, "").strip()
        titles = [part for part in (name, each.title.strip()) if part]
        return FigureLine(
            (", ".join(titles) or "Bidrag utan namn", decided_text(each, swedish),
             at_least(each.granted, known=each.known), digits(each.paid),
             *(["0"] if by_hand else []), digits(each.ore))
        )  # fmt: skip

    def _held(self) -> None:
        self.section("Höll budgeten?")
        self.prose(_verdict(self.year))

    def _deviations(self) -> None:
        """Name every post that misses by more than the year's share, with its explanation."""
        missed = [row for row in self.year.rows if row.leaf and row.deviates]
        share = self.budget.sheet.deviation_share
        self.section("Avvikelser")
        if not self.year.ended:
            some = "De poster som går med underskott står här."
            none = "Ingen post går med underskott."
            later = "Vad som är kvar av en post bedöms när året är slut."
            self.prose(f"{some if missed else none} {later}")
        elif not missed:
            self.prose(f"Ingen post går med underskott eller har mer än {share} procent kvar.")
        else:
            self.prose(
                f"Poster med underskott, eller med mer än {share} procent av det planerade kvar:"
            )
        if not missed:
            return
        items = [NestedItem(_deviation(row)) for row in missed]
        self.add(listing(self.root, items, self.look))

    def _decisions(self) -> None:
        self.section("Beslut om budgeten")
        versions = self.budget.sheet.versions
        if not versions:
            self.prose("Inget beslut om budgeten är antecknat.")
            return
        held = version_on(self.budget.sheet, self.budget.on)
        lines = [
            FigureLine(_version(number, each, each is held))
            for number, each in enumerate(versions, 1)
        ]
        columns = {"Budget": 0.2, "Beslutad": 0.2, "Beslut": 0.3, "Anteckning": 0.3, "Ram": 0.0}
        self.table(columns, [FigureGroup("", lines)])

    def _transfers(self) -> None:
        """Print each transfer as one row: from which post, to which."""
        moves = list(self._moves())
        if not moves:
            return
        self.section("Omföringar")
        columns = {"Dag": 0.15, "Från post": 0.3, "Till post": 0.3, "Text": 0.25, "Kronor": 0.0}
        self.table(columns, [FigureGroup("", moves)])

    def _moves(self) -> Iterator[FigureLine]:
        entries = self._known(self.budget.entries)
        sources = {each.id: each for each in entries if each.kind is EntryKind.TRANSFER_OUT}
        left = effective(entries)
        for each in entries:
            if each.kind is EntryKind.TRANSFER_IN and left[each.id]:
                source = sources.get(each.original_id or "")
                out = self.posts.get(source.post_id, NOT_IN_BUDGET) if source else UNKNOWN
                to = self.posts.get(each.post_id, NOT_IN_BUDGET)
                day, text = day_of(each.date, each.year), each.text.strip()
                yield FigureLine((day, out, to, text, digits(left[each.id])))

    def _known(self, entries: Iterable[LedgerEntry]) -> list[LedgerEntry]:
        """Leave out rows after the paper's day."""
        on = self.budget.on
        return [each for each in entries if on is None or effective_day(each) <= on]

    def _other_years(self) -> None:
        """List rows of other years that concern this one."""
        if not self.year.notes:
            return
        self.section("Bokfört andra år")
        self.prose(
            f"De här raderna avser {self.year.year} men är bokförda det år då pengarna rörde sig."
        )
        shown = ledger_table(self._rows(self.year.notes))
        self.table(shown.columns, shown.groups, total=shown.total, caption="Belopp i kronor")

    def _ledger(self) -> None:
        self.add(*self.headings.appendix("Huvudbok"))
        shown = ledger_table(self._rows(self._known(self.budget.entries)), self.budget.sheet)
        self.table(shown.columns, shown.groups, total=shown.total, caption="Belopp i kronor")
        self.prose(f"{EXPLAINED} {passed_over_text(self.budget.passed)}".rstrip())

    def _rows(self, entries: Iterable[LedgerEntry]) -> list[PrintedEntry]:
        """Return rows by their numbers, with what they point to."""
        budget = self.budget
        known = {**budget.originals, **{each.id: each for each in budget.entries}}
        return [
            PrintedEntry(
                each,
                known.get(each.original_id or ""),
                each.counterpart.strip() or budget.names.get(each.counterpart_id or "", ""),
            )
            for each in sorted(entries, key=lambda each: (each.number, each.id))
        ]


def _verdict(table: BudgetTable) -> str:
    """Write whether the budget held, with what is left or missing."""
    sums = table.total
    if not any(row.stated for row in table.rows):
        return "Det går inte att säga: ingen budget är fördelad på poster."
    if sums == PostSums(planned=sums.planned):
        return f"Inget är bokfört. Hela budgeten, {kronor(sums.planned)}, är kvar."
    booked = f"Av {kronor(sums.planned)} är {kronor(sums.net)} bokfört netto"
    booked += f" och {kronor(sums.committed)} intecknat" if sums.committed else ""
    if sums.left < 0:
        return f"Nej. {booked}, {kronor(-sums.left)} mer än planerat."
    if table.closed_on is None:
        return f"Hittills, ja. {booked}. {_left(sums.left)} Året är inte stängt: mer kan tillkomma."
    return f"Ja, efter det som är bokfört. {booked}. {_left(sums.left)}"


def _left(ore: int) -> str:
    return f"{kronor(ore)} är kvar." if ore else "Det är på kronan vad som var planerat."


def _deviation(row: BudgetRow) -> list[Piece]:
    share = f" ({figure(round(abs(row.share), 1))} procent)" if row.share is not None else ""
    left = row.sums.left
    text = f"{kronor(abs(left))} {'mer än planerat' if left < 0 else 'kvar'}{share}. "
    why = own_sentence(row.post.deviation_text) or "Förklaring saknas."
    return [*post_name(row, post_in_print(row.post)), Piece(": "), Piece(text), Piece(why)]


def _reserved(row: BudgetRow) -> FigureLine:
    held = digits(row.sums.reserved)
    return FigureLine((post_in_print(row.post), "reserverat för hand", "0", "0", held, held))


def _version(number: int, version: BudgetVersion, held: bool) -> tuple[str, ...]:
    day = short_date(version.decided_on) if version.decided_on else NO_DAY
    frame = digits(version.frame_ore) if version.frame_ore is not None else UNKNOWN
    name = f"Version {number}{' (gäller)' if held else ''}"
    return name, day, version.reference.strip(), version.note.strip(), frame

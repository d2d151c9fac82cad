"""A year's budget on paper: what was planned, what became of it, and whether it held.

The table is the same that the window shows, figure for figure: it is handed in ready.
After it come the posts that deviate with their explanation, the decisions and transfers
behind the figures, what other years' books say of this one, and, when asked for, the
ledger itself. What is only an example is marked so wherever it stands.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from hubra_desktop.documents.kit.blocks import Block, Stack, paragraph
from hubra_desktop.documents.kit.compose import NestedItem, Text, listing, prose
from hubra_desktop.documents.kit.figure_table import FigureColumn, FigureGroup, FigureLine, accounts
from hubra_desktop.documents.kit.formal import StatedFact, facts_across, stated_facts
from hubra_desktop.documents.kit.frames import Banner
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.kit.style import A4, ACROSS, ALARM, BODY
from hubra_desktop.documents.kit.tree import Piece
from hubra_desktop.documents.official import OfficialPaper, Sender
from hubra_desktop.model.money.amounts import digits, kronor
from hubra_desktop.model.money.budget import BudgetRow, BudgetTable, version_on
from hubra_desktop.model.money.ledger import PostSums
from hubra_desktop.model.money.terms import EntryKind
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.records.money import BudgetVersion, BudgetYear, LedgerEntry
from hubra_desktop.model.swedish import capitalised, figure, short_date
from hubra_desktop.model.words import swedish_word

_UNKNOWN: Final = "saknas"
_NO_DAY: Final = "dag saknas"
_EXAMPLE: Final = "exempel"
_UNNAMED: Final = "Post utan namn"
_ELSEWHERE: Final = "Bokfört på poster som budgeten inte har"

_Figure = tuple[str, Callable[[PostSums], int]]
_ALWAYS: Final = frozenset({"Planerat", "Reserverat", "Utbetalt", "Återbetalt", "Netto", "Kvar"})
_FIGURES: Final[tuple[_Figure, ...]] = (
    ("Planerat", lambda sums: sums.planned), ("Reserverat", lambda sums: sums.reserved),
    ("Utbetalt", lambda sums: sums.paid), ("Kostnad", lambda sums: sums.cost),
    ("Återbetalt", lambda sums: sums.repaid), ("Intäkt", lambda sums: sums.income),
    ("Netto", lambda sums: sums.net), ("Kvar", lambda sums: sums.left),
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class BudgetPaper:
    """A year's budget to print.

    ``table`` is the year on the day ``on`` (None: all that is known), ``sheet`` the year
    itself. ``entries`` are the ledger's rows of the year, ``names`` what bodies are called
    by their ids. ``ledger`` prints the rows as an appendix. ``body`` is the council.
    """

    sender: Sender
    table: BudgetTable
    sheet: BudgetYear
    on: dt.date | None = None
    entries: tuple[LedgerEntry, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    ledger: bool = False
    body: str = ""
    draft: bool = False


def budget_manuscript(
    budget: BudgetPaper, style: HouseStyle, *, text_size: float | None = None
) -> Manuscript:
    """Tell the budget once, for print and for text."""
    sheet = A4 if (text_size or BODY) > BODY else ACROSS
    paper = OfficialPaper(
        style, budget.sender, draft=budget.draft, text_size=text_size, sheet=sheet
    )
    return _Writer(paper, budget).manuscript()


class _Writer:
    """Writes one budget; used once."""

    def __init__(self, paper: OfficialPaper, budget: BudgetPaper) -> None:
        self.paper, self.budget, self.table = paper, budget, budget.table
        self.posts = {post.id: post.name.strip() or _UNNAMED for post in budget.sheet.posts}
        self.blocks: list[Block] = []

    def manuscript(self) -> Manuscript:
        title = f"Budget {self.table.year}"
        self.blocks = self.paper.opening(title)
        self._marks()
        self._in_short()
        self._posts()
        self._held()
        self._deviations()
        self._decisions()
        self._transfers()
        self._other_years()
        if self.budget.ledger:
            self._ledger()
        day = f" per den {short_date(self.budget.on)}" if self.budget.on else ""
        return self.paper.manuscript(
            self.blocks,
            title=f"{title}{day}, {self.budget.body}".rstrip(", "),
            subject=f"Budget och utfall {self.table.year}{day}",
            day=self.budget.on or dt.date(self.table.year, 12, 31),
        )

    def _marks(self) -> None:
        """Say before all figures what they are not: decided."""
        if not self.table.has_example:
            return
        look = self.paper.look
        text = (
            "Fördelningen är helt eller delvis ett exempel. Ingen har beslutat de belopp som är "
            "märkta ”exempel”."
        )
        stack = Stack([paragraph(self.paper.root.add("P"), text, look.style(bold=True))])
        self.blocks.append(Banner(stack, ALARM, 0.8 * look.body, after=1.2 * look.body))

    def _in_short(self) -> None:
        table = self.table
        day = short_date(self.budget.on) if self.budget.on else ""
        closed = short_date(table.closed_on) if table.closed_on else ""
        given = [
            StatedFact("Ram", kronor(table.frame_ore) if table.frame_ore is not None else _UNKNOWN),
            StatedFact("Fördelat på poster", self._allocated()),
            StatedFact("Redovisning", capitalised(swedish_word(table.basis))),
            StatedFact("Läge den", day),
            StatedFact("Året stängt", closed),
        ]
        told = [fact for fact in given if fact.text]
        set_out = stated_facts if self.paper.look.large else facts_across
        self.blocks.append(set_out(self.paper.root, told, self.paper.look, self.paper.measure))

    def _allocated(self) -> str:
        table = self.table
        if table.version is None:
            return "ingen budget är beslutad"
        shared = kronor(table.allocated_ore)
        if table.frame_ore is None:
            return shared
        return f"{shared}, lika med ramen" if table.balanced else f"{shared}, inte lika med ramen"

    def _section(self, title: str) -> None:
        self.blocks.append(self.paper.headings.add(2, title))

    def _say(self, text: str) -> None:
        self.blocks += prose(self.paper.root, text, self.paper.look)

    def _accounts(
        self,
        columns: Sequence[FigureColumn],
        groups: Sequence[FigureGroup],
        total: Sequence[Text] = (),
        caption: str = "",
    ) -> None:
        self.blocks += accounts(
            self.paper.root, columns, groups, self.paper.look, self.paper.measure,
            total=total, caption=caption,
        )  # fmt: skip

    def _posts(self) -> None:
        """Print the table: every post with its sums, the whole below."""
        self._section("Poster")
        shown = [each for each in _FIGURES if each[0] in _ALWAYS or self._uses(each[1])]
        columns = [FigureColumn("Post", 1.0), *(FigureColumn(name) for name, _ in shown)]
        lines = [self._line(row, shown) for row in self.table.rows]
        sums = [digits(take(self.table.total)) for _, take in shown]
        total = ("Summa", *sums) if lines else ()
        self._accounts(columns, [FigureGroup("", lines)], total, "Belopp i kronor")
        self._say(
            "Netto är det som är utbetalt och övriga kostnader minus det som är återbetalt och "
            "intäkter. Kvar är det planerade minus netto och det som är reserverat."
        )

    def _uses(self, take: Callable[[PostSums], int]) -> bool:
        return any(take(row.sums) for row in self.table.rows)

    def _line(self, row: BudgetRow, shown: Sequence[_Figure]) -> FigureLine:
        figures = [
            _UNKNOWN if name in {"Planerat", "Kvar"} and not row.stated else digits(take(row.sums))
            for name, take in shown
        ]
        return FigureLine((self._name(row), *figures), depth=row.depth, strong=not row.leaf)

    def _name(self, row: BudgetRow) -> list[Piece]:
        name = row.post.name.strip() or (_UNNAMED if row.post.id else _ELSEWHERE)
        code = f"{row.post.code.strip()} " if row.post.code.strip() else ""
        mark = f" ({_EXAMPLE})" if row.example and row.leaf else ""
        return [Piece(f"{code}{name}"), *([Piece(mark, quiet=True)] if mark else [])]

    def _held(self) -> None:
        self._section("Höll budgeten?")
        self._say(_verdict(self.table))

    def _deviations(self) -> None:
        """Name every post that misses by more than the year's share, with its explanation."""
        missed = [row for row in self.table.rows if row.leaf and row.deviates]
        share = self.budget.sheet.deviation_share
        self._section("Avvikelser")
        if not missed:
            self._say(f"Ingen post avviker med mer än {share} procent.")
            return
        self._say(f"Poster som avviker med mer än {share} procent från det planerade:")
        items = [NestedItem(_deviation(row, self._name(row))) for row in missed]
        self.blocks.append(listing(self.paper.root, items, self.paper.look))

    def _decisions(self) -> None:
        self._section("Beslut om budgeten")
        versions = self.budget.sheet.versions
        if not versions:
            self._say("Inget beslut om budgeten är antecknat.")
            return
        held = version_on(self.budget.sheet, self.budget.on)
        lines = [
            FigureLine(_version(number, each, each is held))
            for number, each in enumerate(versions, 1)
        ]
        columns = (
            FigureColumn("Version", 0.2),
            FigureColumn("Beslutad", 0.2),
            FigureColumn("Beslut", 0.3),
            FigureColumn("Anteckning", 0.3),
            FigureColumn("Ram"),
        )
        self._accounts(columns, [FigureGroup("", lines)])

    def _transfers(self) -> None:
        """Print each transfer as one row: from which post, to which."""
        moves = list(self._moves())
        if not moves:
            return
        self._section("Omföringar")
        columns = (
            FigureColumn("Dag", 0.15),
            FigureColumn("Från post", 0.3),
            FigureColumn("Till post", 0.3),
            FigureColumn("Text", 0.25),
            FigureColumn("Kronor"),
        )
        self._accounts(columns, [FigureGroup("", moves)])

    def _moves(self) -> Iterator[FigureLine]:
        entries = self._known(self.budget.entries)
        sources = {each.id: each for each in entries if each.kind is EntryKind.TRANSFER_OUT}
        for each in entries:
            if each.kind is EntryKind.TRANSFER_IN:
                source = sources.get(each.original_id or "")
                out = self.posts.get(source.post_id, _UNNAMED) if source else _UNKNOWN
                to = self.posts.get(each.post_id, _UNNAMED)
                yield FigureLine((_day(each), out, to, each.text.strip(), digits(each.amount_ore)))

    def _known(self, entries: Iterable[LedgerEntry]) -> list[LedgerEntry]:
        """Leave out what came after the day that the paper tells of."""
        on = self.budget.on
        return [
            each for each in entries
            if on is None or (each.date or dt.date(each.year, 12, 31)) <= on
        ]  # fmt: skip

    def _other_years(self) -> None:
        """Note what is booked in other years and concerns this one."""
        if not self.table.notes:
            return
        self._section("Bokfört andra år")
        self._say(
            f"De här raderna avser {self.table.year} men är bokförda det år då pengarna rörde sig."
        )
        self._accounts(
            _LEDGER, [FigureGroup("", [self._booked(each) for each in self.table.notes])]
        )

    def _ledger(self) -> None:
        self.blocks += self.paper.headings.appendix("Huvudbok")
        entries = sorted(self._known(self.budget.entries), key=lambda each: (each.number, each.id))
        groups = [
            FigureGroup(name, [self._booked(each) for each in rows])
            for name, rows in _by_post(entries, self.budget.sheet)
        ]
        self._accounts(_LEDGER, groups, caption="Belopp i kronor; radens slag säger om de går ut")

    def _booked(self, entry: LedgerEntry) -> FigureLine:
        by_id = self.budget.names.get(entry.counterpart_id or "", "")
        said = (entry.counterpart.strip() or by_id, entry.text.strip(), _concerned(entry))
        return FigureLine(
            (
                str(entry.number), _day(entry), capitalised(swedish_word(entry.kind)),
                ". ".join(part for part in said if part), entry.voucher.strip(),
                digits(entry.amount_ore),
            )
        )  # fmt: skip


_LEDGER: Final = (
    FigureColumn("Nr", 0.08),
    FigureColumn("Dag", 0.14),
    FigureColumn("Slag", 0.16),
    FigureColumn("Motpart och text", 0.46),
    FigureColumn("Verifikation", 0.16),
    FigureColumn("Kronor"),
)


def _by_post(
    entries: Sequence[LedgerEntry], year: BudgetYear
) -> Iterator[tuple[str, list[LedgerEntry]]]:
    """Part the rows by post, in the budget's order."""
    order = {post.id: place for place, post in enumerate(year.posts)}
    names = {post.id: f"{post.code} {post.name}".strip() or _UNNAMED for post in year.posts}
    placed = sorted(entries, key=lambda each: order.get(each.post_id, len(order)))
    for post_id, rows in groupby(placed, key=lambda each: each.post_id):
        yield names.get(post_id, _ELSEWHERE), list(rows)


def _verdict(table: BudgetTable) -> str:
    """Say in words whether the budget held, with what is left or missing."""
    sums = table.total
    if not any(row.stated for row in table.rows):
        return "Det går inte att säga: ingen budget är fördelad på poster."
    if sums == PostSums(planned=sums.planned):
        return f"Inget är bokfört. Hela budgeten, {kronor(sums.planned)}, är kvar."
    booked = f"Av {kronor(sums.planned)} är {kronor(sums.net)} bokfört netto"
    booked += f" och {kronor(sums.reserved)} reserverat" if sums.reserved else ""
    if sums.left < 0:
        return f"Nej. {booked}, {kronor(-sums.left)} mer än planerat."
    if table.closed_on is None:
        return f"Hittills, ja. {booked}. {_left(sums.left)} Året är inte stängt: mer kan tillkomma."
    return f"Ja, efter det som är bokfört. {booked}. {_left(sums.left)}"


def _left(ore: int) -> str:
    return f"{kronor(ore)} är kvar." if ore else "Det är på kronan vad som var planerat."


def _deviation(row: BudgetRow, name: Sequence[Piece]) -> list[Piece]:
    share = f" ({figure(round(abs(row.share), 1))} procent)" if row.share is not None else ""
    left = row.sums.left
    told = f"{kronor(abs(left))} {'mer än planerat' if left < 0 else 'kvar'}{share}. "
    why = row.post.deviation_text.strip() or "Förklaring saknas."
    return [*name, Piece(": "), Piece(told), Piece(why)]


def _version(number: int, version: BudgetVersion, held: bool) -> tuple[str, ...]:
    day = short_date(version.decided_on) if version.decided_on else _NO_DAY
    frame = digits(version.frame_ore) if version.frame_ore is not None else _UNKNOWN
    name = f"{number} (gäller)" if held else str(number)
    return name, day, version.reference.strip(), version.note.strip(), frame


def _day(entry: LedgerEntry) -> str:
    return short_date(entry.date) if entry.date else f"{entry.year}, {_NO_DAY}"


def _concerned(entry: LedgerEntry) -> str:
    concerned = entry.year_concerned
    return f"Avser {concerned}" if concerned not in {None, entry.year} else ""

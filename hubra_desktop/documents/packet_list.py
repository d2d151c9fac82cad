"""The list of papers that a packet begins with: what is in it, where, and what is not.

Each title leads to its paper. What a screen reader cannot read is told here and nowhere
hidden; what lies beside as a file of its own and what is left out is listed with the reason.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hubra_desktop.documents.kit.figure_table import FigureGroup, FigureLine, filled_columns
from hubra_desktop.documents.kit.links import linked
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.kit.tree import Piece
from hubra_desktop.documents.official import OfficialPaper, Sender
from hubra_desktop.model.dispatch.packets import BoundPart, Packet, PacketPart
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.swedish import count_in_words, figure
from hubra_desktop.model.words import swedish_word


@dataclass(frozen=True, kw_only=True)
class PacketList:
    """A packet and where its papers stand; ``links`` lead to them, as addresses.

    ``places`` and ``links`` are those of ``packet.parts`` in their order.
    """

    packet: Packet
    places: Sequence[BoundPart]
    links: Sequence[str] = ()
    pages: int = 0


def packet_list_manuscript(listed: PacketList, style: HouseStyle) -> Manuscript:
    """Compose the list."""
    return _Writer(style, listed).manuscript()


class _Writer(OfficialPaper):
    """Writes one list; used once."""

    def __init__(self, style: HouseStyle, listed: PacketList) -> None:
        packet = listed.packet
        super().__init__(style, Sender(kind="Handlingar", administration=packet.body))
        self.listed, self.packet = listed, packet

    def manuscript(self) -> Manuscript:
        packet = self.packet
        self.begin(packet.title)
        if packet.internal:
            self.line(
                "Internt: här finns handlingar som inte är till för alla.",
                self.look.style(bold=True),
            )
        self._bound()
        self._untagged()
        self._others("Som egna filer", [part for part in packet.parts if part.beside])
        self._others("Följer inte med", [part for part in packet.parts if _missing(part)])
        return self.finish(
            title=f"{packet.title}, {packet.body}".rstrip(", "),
            subject=f"Kallelse och handlingar: {packet.title.lower()}",
            day=packet.day,
        )

    def _pairs(self) -> Iterator[tuple[int, PacketPart, BoundPart]]:
        rows = zip(self.packet.parts, self.listed.places, strict=True)
        for place, (part, where) in enumerate(rows):
            if part.bound:
                yield place, part, where

    def _bound(self) -> None:
        rows = list(self._pairs())
        if not rows:
            self.prose("Inga handlingar är infogade.")
            return
        self.section("I den här filen")
        columns = {"Handling": 0.56, "Ärende": 0.16, "För skärmläsare": 0.28,
                   "Sidor": 0.0, "Från sida": 0.0}  # fmt: skip
        lines = [
            FigureLine((
                self._title(place, part), part.item, _read_by(where),
                figure(where.pages), figure(where.first),
            ))
            for place, part, where in rows
        ]  # fmt: skip
        kept, groups = filled_columns(columns, [FigureGroup("", lines)])
        self.table(kept, groups, caption=f"{self.listed.pages} sidor med den här förteckningen")

    def _title(self, place: int, part: PacketPart) -> list[Piece]:
        label = [Piece(f"{part.label}\n", bold=True)] if part.label and part.title else []
        words, links = part.title or part.label, self.listed.links
        return [*label, linked(words, links[place]) if links else Piece(words)]

    def _untagged(self) -> None:
        """Say what of the packet a screen reader passes as pictures."""
        poor = [part.called for _, part, where in self._pairs() if where.untagged]
        if poor:
            self.prose(
                "Allt är inte uppmärkt för skärmläsare. Sidor utan uppmärkning läses upp som "
                "en bild med handlingens namn. Det gäller " + "; ".join(poor) + "."
            )

    def _others(self, title: str, parts: Sequence[PacketPart]) -> None:
        if not parts:
            return
        self.section(title)
        columns = {"Handling": 0.5, "Ärende": 0.16, "Varför": 0.34}
        lines = [FigureLine((_named(part), part.item, _why(part))) for part in parts]
        kept, groups = filled_columns(columns, [FigureGroup("", lines)])
        self.table(kept, groups)


def _missing(part: PacketPart) -> bool:
    return not part.bound and not part.beside


def _named(part: PacketPart) -> list[Piece]:
    label = [Piece(f"{part.label}\n", bold=True)] if part.label and part.title else []
    name = [Piece(f"\n{part.name}", quiet=True)] if part.beside and part.name else []
    return [*label, Piece(part.title or part.label), *name]


def _why(part: PacketPart) -> str:
    if part.left_out:
        return part.left_out
    return swedish_word(part.unbound) if part.unbound is not None else ""


def _read_by(where: BoundPart) -> str:
    if where.tagged:
        return "uppmärkt"
    if where.untagged == where.pages:
        return "inte uppmärkt"
    left = where.untagged
    return f"{count_in_words(left)} {'sida' if left == 1 else 'sidor'} inte uppmärkta"

"""A packet made of its papers: bound into one PDF, or laid in a folder.

Nothing is read from the register here: a packet is a value, and this is work for a thread
of its own, which tells how far it has come and can be stopped. Nothing is written before
all of it is made.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hubra_desktop.model.dispatch.packets import (
    LARGEST_PACKET,
    MOST_PAGES,
    BoundPacket,
    BoundPart,
    Packet,
    PacketPart,
    Unbound,
    UnboundError,
)
from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.file_names import mended_name
from hubra_desktop.model.language import say
from hubra_desktop.model.progress import NOBODY, Progress
from hubra_desktop.model.records.meeting import HouseStyle

if TYPE_CHECKING:
    from hubra_desktop.exchange.packet import BrokenPartError, Lettering

LIST_NAME: Final = "Förteckning"


def make_packet(packet: Packet, style: HouseStyle, progress: Progress = NOBODY) -> BoundPacket:
    """Bind a packet; what cannot be bound lies beside, and the list says why.

    Raises InputError for one that is too large, and StoppedError.
    """
    from hubra_desktop.exchange.packet import BrokenPartError

    packet, counts = _surveyed(packet, progress)
    while True:
        try:
            return _bound(packet, counts, style, progress)
        except BrokenPartError as error:
            packet, counts = _without(packet, counts, error)


def _without(
    packet: Packet, counts: list[BoundPart], error: "BrokenPartError"
) -> tuple[Packet, list[BoundPart]]:
    """Lay beside a paper that turned out to be damaged; one of the program's own is an error."""
    bound = [place for place, part in enumerate(packet.parts) if part.bound]
    if not error.place or packet.parts[bound[error.place - 1]].own:
        raise error
    parts, left = list(packet.parts), list(counts)
    place = bound[error.place - 1]
    parts[place], left[place] = parts[place].lies_beside(Unbound.DAMAGED), BoundPart()
    return replace(packet, parts=tuple(parts)), left


def _bound(
    packet: Packet, counts: Sequence[BoundPart], style: HouseStyle, progress: Progress
) -> BoundPacket:
    from hubra_desktop.exchange.packet import ToBind, bind

    own, listed = _list_pages(packet, counts, style)
    bound = [part for part in packet.parts if part.bound]
    total = own + sum(each.pages for each in counts)
    if total > MOST_PAGES:
        raise refusal("Paketet får fler än {most} sidor. Spara det som en mapp.", most=MOST_PAGES)
    papers = [
        ToBind(called=LIST_NAME, content=listed, own=True),
        *(ToBind(called=part.called, content=part.content, own=part.own) for part in bound),
    ]
    lettering = _lettering(packet, list(_placed(counts, own)), total, style)
    merged = bind(papers, lettering, progress)
    places = iter(merged.places[1:])
    return BoundPacket(
        packet=packet,
        content=merged.content,
        pages=total,
        places=tuple(next(places) if part.bound else BoundPart() for part in packet.parts),
        claims=merged.claims,
    )


def _lettering(
    packet: Packet, places: Sequence[BoundPart], total: int, style: HouseStyle
) -> "Lettering":
    """Letter the pages of papers that stand at ``places``."""
    from hubra_desktop.documents.packet_stamps import lettered_lines
    from hubra_desktop.exchange.packet import Lettering

    lines = [f"{packet.running} · sida {number} ({total})" for number in range(1, total + 1)]
    labels = [""]
    for part, where in zip(packet.parts, places, strict=True):
        if part.bound:
            labels.append(part.label)
            # The first page has the number as text that is read.
            for page in range(where.first, where.first + where.pages - 1):
                lines[page] = f"{part.label} · {lines[page]}" if part.label else lines[page]
    made = lettered_lines(labels, lines, style)
    widths = made.widths
    return Lettering(
        content=made.content, labels=widths[: len(labels)], lines=widths[len(labels) :]
    )


def _surveyed(packet: Packet, progress: Progress) -> tuple[Packet, list[BoundPart]]:
    """Look at every file: make pages of pictures, and lay beside what cannot be bound."""
    if packet.size > LARGEST_PACKET:
        raise refusal(
            "Handlingarna är på {size} MB, och högst {most} MB fogas ihop. Spara dem som en mapp.",
            size=packet.size >> 20,
            most=LARGEST_PACKET >> 20,
        )
    parts, counts = list[PacketPart](), list[BoundPart]()
    for number, part in enumerate(packet.parts):
        progress.at(say("Läser {name}", name=part.called), number, len(packet.parts))
        seen, count = _seen(part)
        parts.append(seen)
        counts.append(count)
    return replace(packet, parts=tuple(parts)), counts


def _seen(part: PacketPart) -> tuple[PacketPart, BoundPart]:
    """Return a paper as it is bound, and how many pages it has, and how many without tags."""
    from hubra_desktop.exchange.packet_file import open_part

    if part.left_out or part.unbound is not None or not part.content:
        missing = not part.content and part.unbound is None and not part.left_out
        return (part.lies_beside(Unbound.MISSING) if missing else part), BoundPart()
    if part.is_picture:
        part = _as_page(part)
        if part.unbound is not None:
            return part, BoundPart()
    try:
        opened = open_part(part.content)
    except UnboundError as error:
        return part.lies_beside(error.why), BoundPart()
    pages = len(opened.pages)
    return part, BoundPart(pages=pages, untagged=pages - len(opened.tagged))


def _as_page(part: PacketPart) -> PacketPart:
    from hubra_desktop.documents.packet_stamps import picture_page

    try:
        page = picture_page(part.content, f"Bild: {part.called}")
    except InputError:
        return part.lies_beside(Unbound.DAMAGED)
    return replace(part, content=page, own=True)


def _list_pages(
    packet: Packet, counts: Sequence[BoundPart], style: HouseStyle
) -> tuple[int, bytes]:
    """Set the list of papers until its own pages are counted right; return them and it."""
    from hubra_desktop.documents.kit.render import to_pdf
    from hubra_desktop.documents.packet_list import PacketList, packet_list_manuscript
    from hubra_desktop.exchange.packet import link_to
    from hubra_desktop.exchange.packet_file import page_count

    order = [place for place, part in enumerate(packet.parts) if part.bound]
    links = ["" for _ in packet.parts]
    for number, place in enumerate(order):
        links[place] = link_to(number)
    own = 1
    while True:
        places = tuple(_placed(counts, own))
        listed = PacketList(
            packet=packet, places=places, links=links,
            pages=own + sum(each.pages for each in counts),
        )  # fmt: skip
        content = to_pdf(packet_list_manuscript(listed, style))
        pages = page_count(content)
        if pages <= own:
            return own, content
        own = pages


def _placed(counts: Sequence[BoundPart], own: int) -> Iterator[BoundPart]:
    first = own + 1
    for each in counts:
        yield replace(each, first=first if each.pages else 0)
        first += each.pages


def write_beside(made: BoundPacket, path: Path) -> Path | None:
    """Write what a packet could not bind into a folder beside its file; return the folder.

    None where there is nothing. Raises InputError.
    """
    from hubra_desktop.work.files import whole_folder

    if not made.beside:
        return None
    folder = path.with_name(f"{path.stem}-bilagor")
    with whole_folder(folder) as draft:
        for number, part in enumerate(made.beside, 1):
            (draft / _file_name(number, part)).write_bytes(part.content)
    return folder


def packet_files(packet: Packet, style: HouseStyle) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a packet's folder: the list and every paper, numbered in order."""
    from hubra_desktop.documents.kit.render import to_pdf
    from hubra_desktop.documents.packet_list import PacketList, packet_list_manuscript

    whole, counts = _surveyed(packet, NOBODY)
    listed = PacketList(packet=whole, places=counts)
    yield f"00 {LIST_NAME}.pdf", to_pdf(packet_list_manuscript(listed, style))
    sent = [part for part in packet.parts if part.content and not part.left_out]
    for number, part in enumerate(sent, 1):
        yield _file_name(number, part), part.content


def _file_name(number: int, part: PacketPart) -> str:
    ending = part.ending or ".pdf"
    return mended_name(f"{number:02} {part.called.replace(':', ',')}{ending}", (ending,))


def write_packet_folder(
    packet: Packet, style: HouseStyle, folder: Path, progress: Progress = NOBODY
) -> tuple[str, ...]:
    """Write a packet as files into a new folder; return their names.

    The folder appears whole or not at all. Raises InputError where there is one already or
    it cannot be written, and StoppedError.
    """
    from hubra_desktop.work.files import whole_folder

    names: list[str] = []
    with whole_folder(folder) as draft:
        for name, content in packet_files(packet, style):
            progress.at(say("Skriver {name}", name=name), len(names), len(packet.parts))
            (draft / name).write_bytes(content)
            names.append(name)
    return tuple(names)

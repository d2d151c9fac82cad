"""A packet: a kallelse and its papers, to be bound into one PDF or laid in one folder.

It is a plain value. Where the papers come from is for others to know; what is bound, what
lies beside as a file of its own and what is left out is told in the same words in the list
of papers, in the window and on the command line.
"""

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Final

from hubra_desktop.model.language import N_
from hubra_desktop.model.words import Term

LARGEST_PART: Final = 100 * 1024 * 1024
"""Bytes of a file that is bound: all of it is held in memory, and so is what it becomes."""
LARGEST_PACKET: Final = 400 * 1024 * 1024
"""Bytes of all that is bound together."""
MOST_PAGES: Final = 3000
"""Pages of a packet: ten times those of a long one."""


class Unbound(Term):
    """Why a paper is no part of the bound packet and lies beside it, or is missing."""

    LOCKED = "locked", N_("skyddad med lösenord eller mot ändring")
    DYNAMIC = "dynamic", N_("ett formulär (XFA) som bara vissa program visar")
    PORTFOLIO = "portfolio", N_("en PDF-portfölj: flera filer i en")
    DAMAGED = "damaged", N_("skadad och går inte att läsa")
    LARGE = "large", N_("för stor för att fogas in")
    OTHER = "other", N_("en fil som inte är PDF eller bild")
    MISSING = "missing", N_("har inte kommit in")


class UnboundError(Exception):
    """A file cannot be bound; ``why`` tells the reason."""

    def __init__(self, why: Unbound) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True, kw_only=True)
class PacketPart:
    """A paper of a packet: its file, or the reason why there is none.

    ``label`` is its number ("Bilaga 3") and may be empty, ``item`` what it belongs to
    ("Ärende 4"). ``name`` is the file's own. ``own`` tells that the program has made the
    file, so that what it claims of itself is known to be true. ``left_out`` is the reason
    why it is only listed, ``unbound`` why its file lies beside.
    """

    title: str
    label: str = ""
    item: str = ""
    name: str = ""
    content: bytes = b""
    own: bool = False
    left_out: str = ""
    unbound: Unbound | None = None

    @property
    def called(self) -> str:
        """Return what the paper is called: its number and its title."""
        return f"{self.label}: {self.title}" if self.label and self.title else self.called_short

    @property
    def called_short(self) -> str:
        """Return the number, or the title of a paper without one."""
        return self.label or self.title

    @property
    def ending(self) -> str:
        """Return the ending of the file's name, in small letters."""
        return PurePath(self.name).suffix.lower()

    @property
    def bound(self) -> bool:
        """Tell whether the paper's pages stand in the packet."""
        return bool(self.content) and not self.left_out and self.unbound is None

    @property
    def beside(self) -> bool:
        """Tell whether the paper's file goes along as it is."""
        return bool(self.content) and not self.left_out and self.unbound is not None

    @property
    def is_picture(self) -> bool:
        """Tell whether the file is a picture that can become a page."""
        return self.content.startswith((b"\x89PNG", b"\xff\xd8\xff"))

    def lies_beside(self, why: Unbound) -> "PacketPart":
        """Return the paper as one that is not bound."""
        return replace(self, unbound=why)


@dataclass(frozen=True, kw_only=True)
class Packet:
    """Papers in the order they are read; ``running`` begins the line at the foot of each page.

    ``body`` is the council and ``day`` that of its meeting.
    ``internal`` tells that it holds what is not for all to read, ``exercise`` that it is of
    an exercise register.
    """

    title: str
    running: str
    body: str
    day: dt.date
    parts: tuple[PacketPart, ...]
    internal: bool = False
    exercise: bool = False

    @property
    def size(self) -> int:
        """Return the bytes of all that goes along."""
        return sum(len(part.content) for part in self.parts if not part.left_out)


@dataclass(frozen=True, kw_only=True)
class BoundPart:
    """Where a paper stands in a packet: its first page, how many, and those without tags."""

    first: int = 0
    pages: int = 0
    untagged: int = 0

    @property
    def tagged(self) -> bool:
        """Tell whether a screen reader can read all of it."""
        return not self.untagged


@dataclass(frozen=True, kw_only=True)
class BoundPacket:
    """A packet as one PDF; ``places`` stand in the order of ``packet.parts``.

    ``claims`` tells that the file says of itself that it is PDF/A and PDF/UA.
    """

    packet: Packet
    content: bytes
    pages: int
    places: tuple[BoundPart, ...]
    claims: bool = False

    @property
    def beside(self) -> tuple[PacketPart, ...]:
        """Return the papers whose files go along as they are."""
        return tuple(part for part in self.packet.parts if part.beside)

"""What a file that is taken to another computer says that it holds, and what it may hold.

The list is read first and held against what is unpacked: no member of another name, no
byte more than is said. A file from anywhere can so make nothing that is not asked for.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.generations import named_generation

ENDING: Final = ".hubra-flytt"
LIST: Final = "innehåll.json"
REGISTER: Final = "register.hubra"
SETTINGS: Final = "settings.ini"
HEADINGS: Final = "table-headings.json"
GENERATIONS: Final = "generations/"
LARGEST_LIST: Final = 2_000_000
"""Bytes: a list of ten thousand generations has half of it."""
_LARGEST_NOTE: Final = 5_000_000
_LARGEST_REGISTER: Final = 20_000_000_000
_LARGEST_ALL: Final = 100_000_000_000
_FORMAT: Final = 1
_SHA256: Final = re.compile("[0-9a-f]{64}")
_NAME: Final = re.compile(r"[^/\\:*?\"<>|\x00-\x1f]{1,120}\.hubra")


@dataclass(frozen=True)
class Member:
    """A file within: its size in bytes and its SHA-256."""

    size: int
    sha256: str


@dataclass(frozen=True)
class MoveList:
    """What is in the file: the ``register``'s own name, the local moment, and each member.

    ``place`` and ``bound`` are what was chosen for the register's backups.
    """

    register: str
    made: datetime
    locked: bool
    members: Mapping[str, Member]
    place: str = ""
    bound: int | None = None

    @property
    def generations(self) -> list[str]:
        """Return the names of the generations that come along."""
        return sorted(
            name.removeprefix(GENERATIONS) for name in self.members if name.startswith(GENERATIONS)
        )

    @property
    def size(self) -> int:
        """Return how many bytes it unpacks to."""
        return sum(each.size for each in self.members.values())

    def written(self) -> bytes:
        """Return the list as it stands in the file."""
        told = {
            "format": _FORMAT,
            "register": self.register,
            "made": self.made.isoformat(timespec="seconds"),
            "locked": self.locked,
            "place": self.place,
            "bound": self.bound,
            "members": {n: [each.size, each.sha256] for n, each in self.members.items()},
        }
        return json.dumps(told, ensure_ascii=False, indent=1).encode()


def read_list(content: bytes) -> MoveList:
    """Return the list that a file begins with; raises InputError for one of another sort."""
    try:
        told = json.loads(content)
        newer = told["format"] > _FORMAT
        members = {str(n): Member(int(m[0]), str(m[1])) for n, m in told["members"].items()}
        made = MoveList(
            str(told["register"]),
            datetime.fromisoformat(told["made"]),
            bool(told["locked"]),
            members,
            str(told.get("place") or ""),
            None if told.get("bound") is None else max(0, int(told["bound"])),
        )
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        raise not_a_move() from None
    if newer:
        raise refusal(
            "Filen är gjord med en nyare utgåva av programmet. Uppdatera programmet här och "
            "försök igen."
        )
    if not _is_allowed(made):
        raise not_a_move()
    return made


def not_a_move() -> InputError:
    """Return the refusal of a file that was not made to be taken along, or has been damaged."""
    return refusal(
        "Filen är skadad, eller är ingen fil som är gjord med Ta med till en ny dator. Gör en "
        "ny på den andra datorn."
    )


def _is_allowed(made: MoveList) -> bool:
    return (
        REGISTER in made.members
        and _NAME.fullmatch(made.register) is not None
        and all(_may_be(name, each) for name, each in made.members.items())
        and made.size <= _LARGEST_ALL
    )


def _may_be(name: str, member: Member) -> bool:
    if not _SHA256.fullmatch(member.sha256):
        return False
    most = _LARGEST_NOTE if name in (SETTINGS, HEADINGS) else _LARGEST_REGISTER
    return _is_known(name) and 0 <= member.size <= most


def _is_known(name: str) -> bool:
    """Tell whether a member may be called so; a generation is, by its name alone."""
    if name in (REGISTER, SETTINGS, HEADINGS):
        return True
    below = name.removeprefix(GENERATIONS)
    plain = below != name and not set(below) & set("/\\")
    return plain and named_generation(Path(below), 0) is not None


_CARRIED: Final[Mapping[str, frozenset[str] | None]] = {
    "view": None,
    "window": frozenset({"page", "sidebar"}),
    "meetings": None,
    "money": None,
    "plan": None,
}
"""The settings that hold on another computer, by section; None: all of it."""


def carried_settings(text: str) -> dict[str, dict[str, str]]:
    """Return the settings of a file that hold on another computer: places and sizes do not."""
    found: dict[str, dict[str, str]] = {}
    for section, lines in settings_in(text).items():
        allowed = _CARRIED.get(section, frozenset())
        kept = {n: v for n, v in lines.items() if allowed is None or n in allowed}
        if kept:
            found[section] = kept
    return found


def settings_in(text: str) -> dict[str, dict[str, str]]:
    """Return a file of settings by section and key, its values as they are written."""
    found: dict[str, dict[str, str]] = {}
    section = ""
    for line in text.splitlines():
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
        elif "=" in line:
            name, _, value = line.partition("=")
            found.setdefault(section, {})[name] = value
    return found


def settings_text(settings: Mapping[str, Mapping[str, str]]) -> str:
    """Return settings as a file of them is written."""
    parts: list[str] = []
    for section, lines in settings.items():
        parts += [f"[{section}]", *(f"{name}={value}" for name, value in lines.items()), ""]
    return "\n".join(parts)


def merged_settings(here: str, coming: str) -> str:
    """Return the settings of this computer with those that came along before its own."""
    merged: dict[str, dict[str, Any]] = dict(settings_in(here))
    for section, lines in carried_settings(coming).items():
        merged[section] = {**merged.get(section, {}), **lines}
    return settings_text(merged)

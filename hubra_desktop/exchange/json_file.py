"""Hubra's own exchange format: a register or single meetings as JSON.

The format is versioned and described by a JSON Schema (``json_schema``). Writing is
canonical, so that equal content gives equal bytes. Reading trusts nothing: size,
depth, keys, types and values are checked before anything is believed, and a file
is taken whole or not at all.
"""

import base64
import binascii
import dataclasses
import json
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from hubra_desktop.model.bundle import Bundle, check_bundle
from hubra_desktop.model.errors import InputError

FORMAT = "hubra"
VERSION = 1
LARGEST = 50 * 1024 * 1024


def dump(bundle: Bundle) -> bytes:
    """Return the bundle as canonical JSON: UTF-8, two spaces, fields in fixed order."""
    whole = {"format": FORMAT, "version": VERSION, **_plain(bundle)}
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def load(content: bytes) -> Bundle:
    """Return what the JSON holds; raises InputError naming what is wrong and where."""
    if len(content) > LARGEST:
        raise InputError(
            f"Filen är för stor ({len(content) // 2**20} MB). "
            f"Högst {LARGEST // 2**20} MB kan läsas in."
        )
    whole = _parsed(content)
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise InputError(
            "Filen är inte en exportfil från det här programmet (den börjar inte med "
            f"”format”: ”{FORMAT}”). Välj en fil som är gjord med Exportera."
        )
    _check_version(whole.get("version"))
    content_only = {key: value for key, value in whole.items() if key not in ("format", "version")}
    bundle: Bundle = _read(Bundle, content_only, "")
    check_bundle(bundle)
    return bundle


def _check_version(version: object) -> None:
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise InputError(
            "Filen säger inte vilken version av formatet den har. Exportera den på nytt."
        )
    if version > VERSION:
        raise InputError(
            f"Filen är gjord med en nyare utgåva av programmet (format {version}, "
            f"det här programmet läser {VERSION}). Uppdatera programmet och försök igen."
        )


def _parsed(content: bytes) -> object:
    try:
        return json.loads(
            content.decode("utf-8-sig"),
            object_pairs_hook=_unique_keys,
            parse_constant=_refuse_constant,
        )
    except UnicodeDecodeError:
        raise InputError("Filen är inte skriven som UTF-8-text. Exportera den på nytt.") from None
    except json.JSONDecodeError as error:
        raise InputError(
            f"Filen är inte hel: JSON-texten går inte att förstå på rad {error.lineno}, "
            f"tecken {error.colno}. Exportera den på nytt."
        ) from None
    except (RecursionError, ValueError):
        raise InputError(
            "Filen går inte att läsa: den är för djup eller har orimliga tal."
        ) from None


def _unique_keys(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise InputError("Samma fält förekommer två gånger på ett ställe. Exportera filen på nytt.")
    return found


def _refuse_constant(name: str) -> object:
    raise InputError(f"Filen innehåller ”{name}”, som inte är ett tal.")


def _plain(value: Any) -> Any:  # noqa: ANN401
    """Return a value as JSON carries it."""
    if dataclasses.is_dataclass(value):
        found = {each.name: getattr(value, each.name) for each in dataclasses.fields(value)}
        return {name: _plain(inner) for name, inner in found.items()}
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    return value.isoformat() if isinstance(value, date) else value


@cache
def hints(kind: type) -> dict[str, Any]:
    """Return the types of a sheet's fields."""
    return get_type_hints(kind)


def _read(kind: Any, value: object, place: str) -> Any:  # noqa: ANN401
    """Return the value as ``kind``; raises InputError that names ``place``."""
    if dataclasses.is_dataclass(kind):
        return _read_sheet(kind, value, place)
    if get_origin(kind) is tuple:
        return _read_list(get_args(kind)[0], value, place)
    if isinstance(kind, UnionType):
        if value is None:
            return None
        return _read(next(each for each in get_args(kind) if each is not NoneType), value, place)
    return _read_plain(kind, value, place)


def _read_sheet(kind: Any, value: object, place: str) -> Any:  # noqa: ANN401
    if not isinstance(value, dict):
        raise _wrong(place, "ska vara en grupp av fält", value)
    known = {each.name: each for each in dataclasses.fields(kind)}
    for name in value:
        if name not in known:
            raise InputError(f"{_inside(place, name)}: fältet finns inte i formatet.")
    for name, each in known.items():
        if name not in value and each.default is dataclasses.MISSING:
            raise InputError(f"{_inside(place, name)}: fältet saknas.")
    return kind(
        **{
            name: _read(hints(kind)[name], each, _inside(place, name))
            for name, each in value.items()
        }
    )


def _read_list(kind: Any, value: object, place: str) -> tuple[Any, ...]:  # noqa: ANN401
    if not isinstance(value, list):
        raise _wrong(place, "ska vara en lista", value)
    return tuple(_read(kind, each, f"{place}[{number}]") for number, each in enumerate(value))


def _read_plain(kind: type, value: object, place: str) -> object:
    for each, (words, reader) in _READERS.items():
        if issubclass(kind, each):
            try:
                return reader(kind, value)
            except (ValueError, TypeError, binascii.Error):
                raise _wrong(place, words, value) from None
    message = f"the format has no way to read {kind}"
    raise TypeError(message)


def _exactly(kind: type, value: object) -> object:
    if type(value) is not kind:
        raise TypeError
    return value


def _from_text(make: Callable[[type, str], object]) -> Callable[[type, object], object]:
    def reader(kind: type, value: object) -> object:
        if not isinstance(value, str):
            raise TypeError
        return make(kind, value)

    return reader


_READERS: dict[type, tuple[str, Callable[[type, object], object]]] = {
    StrEnum: ("ska vara ett av formatets ord", _from_text(lambda kind, text: kind(text))),
    str: ("ska vara text", _exactly),
    bool: ("ska vara true eller false", _exactly),
    int: ("ska vara ett heltal", _exactly),
    bytes: (
        "ska vara en bild i base64",
        _from_text(lambda _, text: base64.b64decode(text, validate=True)),
    ),
    date: ("ska vara ett datum, ÅÅÅÅ-MM-DD", _from_text(lambda _, text: date.fromisoformat(text))),
}


def _inside(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name


def _wrong(place: str, words: str, value: object) -> InputError:
    shown = json.dumps(value, ensure_ascii=False)
    shown = shown if len(shown) <= 40 else shown[:40] + "…"
    return InputError(f"{place or 'filen'} {words}, men är {shown}.")

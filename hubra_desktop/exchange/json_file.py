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
import re
from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from hubra_desktop.exchange.limits import MOST_FIELDS, refuse_large, refuse_many_records
from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.export_bundle import Bundle, check_bundle
from hubra_desktop.model.language import N_, say
from hubra_desktop.model.records.fields import OmitDefault, RecordField, fields_of

R = TypeVar("R")
FORMAT = "hubra"
VERSION = 1
_SHOWN = 40
"""Characters of a strange value that are shown in a refusal: enough to find it in the file."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class ForeignDataError(InputError):
    """Data that is whole, but not this program's."""


def dump(bundle: Bundle) -> bytes:
    """Return the bundle as canonical JSON: UTF-8, two spaces, fields in fixed order."""
    whole = {"format": FORMAT, "version": VERSION, **_plain(bundle)}
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def dump_rows(records: Sequence[Any]) -> bytes:
    """Return records of one kind as JSON, for the clipboard."""
    return json.dumps([_plain(each) for each in records], ensure_ascii=False).encode("utf-8")


def load_rows(kind: type[R], content: bytes) -> tuple[R, ...]:
    """Return the records that ``dump_rows`` wrote; raises InputError for anything else."""
    return _read_list(kind, _parsed(content), "")


def load(content: bytes) -> Bundle:
    """Return what the JSON holds; raises InputError naming what is wrong and where.

    At most ``LARGEST`` bytes are read. Another program's data raises ForeignDataError.
    """
    whole = _parsed(content)
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise _foreign()
    _check_version(whole.get("version"))
    content_only = {key: value for key, value in whole.items() if key not in ("format", "version")}
    bundle: Bundle = _read_record(Bundle, content_only, "")
    check_bundle(bundle)
    return bundle


def _foreign() -> ForeignDataError:
    return ForeignDataError(
        say(
            "Filen är inte en exportfil från det här programmet (den börjar inte med "
            "”format”: ”hubra”). Välj en fil som är gjord med Exportera."
        )
    )


def _check_version(version: object) -> None:
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise refusal("Filen säger inte vilken version av formatet den har. Exportera den på nytt.")
    if version > VERSION:
        raise refusal(
            "Filen är gjord med en nyare utgåva av programmet (format {version}, det här "
            "programmet läser {known}). Uppdatera programmet och försök igen.",
            version=_shown(version),
            known=VERSION,
        )


def _parsed(content: bytes) -> object:
    refuse_large(content)
    refuse_many_records(content)
    try:
        return json.loads(
            content.decode("utf-8-sig"),
            object_pairs_hook=_unique_keys,
            parse_constant=_refuse_constant,
            parse_float=_number,
        )
    except InputError:
        raise
    except UnicodeDecodeError:
        raise refusal("Filen är inte skriven som UTF-8-text. Exportera den på nytt.") from None
    except json.JSONDecodeError as error:
        if error.pos == 0 and content:
            raise _foreign() from None
        raise refusal(
            "Filen är inte hel: JSON-texten går inte att förstå på rad {line}, "
            "tecken {column}. Exportera den på nytt.",
            line=error.lineno,
            column=error.colno,
        ) from None
    except RecursionError:
        raise refusal("Filen går inte att läsa: grupperna ligger för djupt i varandra.") from None
    except ValueError:
        raise refusal("Filen går inte att läsa: ett tal i den är orimligt långt.") from None


def _unique_keys(pairs: list[tuple[str, object]]) -> dict[str, object]:
    if len(pairs) > MOST_FIELDS:
        raise refusal(
            "Filen har en grupp med fler än {most} fält. Exportera den på nytt.", most=MOST_FIELDS
        )
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise refusal(
                "Fältet {name} står två gånger i samma grupp. Exportera filen på nytt.",
                name=_shown(name),
            )
        found[name] = value
    return found


def _refuse_constant(name: str) -> object:
    raise refusal("Filen innehåller {name}, som inte är ett tal. Exportera den på nytt.", name=name)


def _number(digits: str) -> int | float:
    """Read 20.0 as 20: JSON and its schemas know one kind of number."""
    number = float(digits)
    return int(number) if number.is_integer() and abs(number) < 2**53 else number


def _plain(value: Any) -> Any:  # noqa: ANN401
    """Return a value as JSON carries it."""
    if dataclasses.is_dataclass(value):
        found = {
            name: (each, getattr(value, name)) for name, each in fields_of(type(value)).items()
        }
        return {n: _plain(inner) for n, (each, inner) in found.items() if _is_told(each, inner)}
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    return value.isoformat() if isinstance(value, date) else value


def _is_told(field: RecordField, value: object) -> bool:
    return field.mark(OmitDefault) is None or value != field.default


def _read(field: RecordField, value: object, place: str) -> Any:  # noqa: ANN401
    """Return the value of a field; raises InputError that names ``place``."""
    if field.is_list:
        return _read_list(field.kind, value, place)
    if value is None and field.optional:
        return None
    return _read_one(field.kind, value, place)


def _read_one(kind: type, value: object, place: str) -> Any:  # noqa: ANN401
    reader = _read_record if dataclasses.is_dataclass(kind) else _read_plain
    return reader(kind, value, place)


def _read_record(kind: type, value: object, place: str) -> Any:  # noqa: ANN401
    if not isinstance(value, dict):
        raise _wrong(place, N_("ska vara en grupp av fält"), value)
    known = fields_of(kind)
    for name in value:
        if name not in known:
            raise _at(_inside(place, _shown(name).strip("”")), say("fältet finns inte i formatet."))
    for name, each in known.items():
        if name not in value and each.default is dataclasses.MISSING:
            raise _at(_inside(place, name), say("fältet saknas."))
    told = {name: each for name, each in value.items() if not _said_nothing(known[name], each)}
    return kind(
        **{name: _read(known[name], each, _inside(place, name)) for name, each in told.items()}
    )


def _said_nothing(field: RecordField, value: object) -> bool:
    """Tell whether the value is the one by which earlier releases said nothing."""
    mark = field.mark(OmitDefault)
    return mark is not None and mark.was is not None and type(value) is int and value == mark.was


def _read_list(kind: type, value: object, place: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise _wrong(place, N_("ska vara en lista"), value)
    return tuple(_read_one(kind, each, f"{place}[{number}]") for number, each in enumerate(value))


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


def _term(kind: type, value: object) -> object:
    return kind(_exactly(str, value))


def _picture(_: type, value: object) -> bytes:
    return base64.b64decode(str(_exactly(str, value)), validate=True)


def _day(_: type, value: object) -> date:
    """Read ÅÅÅÅ-MM-DD alone: ``fromisoformat`` would take week dates too."""
    if not _DAY.fullmatch(str(_exactly(str, value))):
        raise ValueError
    return date.fromisoformat(str(value))


_READERS: dict[type, tuple[str, Callable[[type, object], object]]] = {
    StrEnum: (N_("ska vara ett av formatets ord"), _term),
    str: (N_("ska vara text"), _exactly),
    bool: (N_("ska vara true eller false"), _exactly),
    int: (N_("ska vara ett heltal"), _exactly),
    bytes: (N_("ska vara en bild i base64"), _picture),
    date: (N_("ska vara ett datum, ÅÅÅÅ-MM-DD"), _day),
}


def _inside(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name


def _at(place: str, sentence: str) -> InputError:
    return InputError(f"{place}: {sentence}")


def _wrong(place: str, words: str, value: object) -> InputError:
    but = say("men är")
    return InputError(f"{place} {say(words)}, {but} {_shown(value)}.")


def _shown(value: object) -> str:
    """Show a value from the file, short and without what a terminal would obey."""
    if isinstance(value, dict):
        return say("en grupp av fält")
    if isinstance(value, list):
        return say("en lista")
    if isinstance(value, str):
        cut = value[:_SHOWN] + ("…" if len(value) > _SHOWN else "")
        return f"”{''.join(each if each.isprintable() else '�' for each in cut)}”"
    if isinstance(value, float):
        return say("ett decimaltal")
    if isinstance(value, int) and abs(value) >= 10**_SHOWN:
        return say("ett orimligt tal")
    return json.dumps(value)

"""What a stored value may be: the same rules for what is typed and what is imported.

Each rule raises InputError with the sentence that belongs beside the field. Soft
doubts (a gap, an unusual case number) are findings and live in ``checks``.
"""

import re
from collections.abc import Callable, Collection, Mapping
from enum import StrEnum

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.terms import (
    Anchor,
    BodyKind,
    ItemKind,
    MeetingKind,
    MeetingState,
    PrintTime,
    Role,
)

DAY = 24 * 60
LONGEST_ROW = 480
LONGEST_TEXT = 20_000
LONGEST_LINE = 1_000
LARGEST_LOGOTYPE = 2_000_000
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")

Rule = Callable[[object], None]


def _text(value: object, longest: int, *, lines: bool) -> None:
    if not isinstance(value, str):
        raise InputError("Här ska det stå text.")
    if len(value) > longest:
        raise InputError(
            f"Texten är för lång: {len(value)} tecken, och högst {longest} ryms. Korta den."
        )
    if _CONTROL.search(value):
        raise InputError(
            "Texten innehåller osynliga styrtecken. Skriv om den, eller klistra in ren text."
        )
    if not lines and "\n" in value:
        raise InputError("Texten ska stå på en rad. Ta bort radbrytningen.")


def line(value: object) -> None:
    """Accept one line of text."""
    _text(value, LONGEST_LINE, lines=False)


def text(value: object) -> None:
    """Accept running text."""
    _text(value, LONGEST_TEXT, lines=True)


def flag(value: object) -> None:
    """Accept yes or no."""
    if not isinstance(value, bool):
        raise InputError("Här ska det stå ja eller nej.")


def whole(lowest: int, highest: int, sentence: str) -> Rule:
    """Return a rule that accepts a whole number within bounds."""

    def rule(value: object) -> None:
        if isinstance(value, bool) or not isinstance(value, int) or not lowest <= value <= highest:
            raise InputError(sentence)

    return rule


def optional(rule: Rule) -> Rule:
    """Return a rule that also accepts nothing."""

    def either(value: object) -> None:
        if value is not None:
            rule(value)

    return either


def term(vocabulary: type[StrEnum]) -> Rule:
    """Return a rule that accepts the words of a closed vocabulary."""

    def rule(value: object) -> None:
        if not isinstance(value, vocabulary):
            raise InputError(f"”{value}” är inget av de val som finns här.")

    return rule


def day(value: object) -> None:
    """Accept a calendar date between 1900 and 2199."""
    year = getattr(value, "year", None)
    if not isinstance(year, int) or hasattr(value, "hour") or not 1900 <= year < 2200:
        raise InputError("Datumet ska ligga mellan 1900 och 2199. Skriv till exempel 2018-03-07.")


def identity(value: object) -> None:
    """Accept the id of a row."""
    if not isinstance(value, str) or not 1 <= len(value) <= 32 or not value.isascii():
        raise InputError("Hänvisningen till en annan uppgift är trasig.")


def _separator(value: object) -> None:
    if value not in (".", ":"):
        raise InputError("Mellan timmar och minuter ska det stå punkt eller kolon.")


def _colour(value: object) -> None:
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        raise InputError("Färgen skrivs som # och sex tecken, till exempel #1f3a4d.")


def _numbers(value: object) -> None:
    if value not in ("letters", "decimals"):
        raise InputError("Underpunkter numreras 7a, 7b eller 7.1, 7.2.")


def _picture(value: object) -> None:
    """Accept no picture, a PNG or a JPEG of at most 2 MB."""
    if not isinstance(value, bytes) or len(value) > LARGEST_LOGOTYPE:
        raise InputError("Bilden är för stor. Välj en på högst 2 MB.")
    if value and not value.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        raise InputError("Bilden ska vara en PNG- eller JPEG-fil.")


_START = whole(0, DAY - 1, "Klockslaget ska ligga mellan 00.00 och 23.59.")
_LATER = whole(0, 2 * DAY, "Klockslaget ska ligga inom sammanträdesdagen eller natten efter.")
_MINUTES = whole(
    0,
    LONGEST_ROW,
    f"En punkt kan vara 0–{LONGEST_ROW} minuter. Dela upp den, eller skriv en kortare tid.",
)
_LEVEL = whole(0, 1, "En punkt är antingen huvudpunkt eller underpunkt.")

RULES: Mapping[str, Mapping[str, Rule]] = {
    "register": {
        "name": line,
        "municipality": line,
        "own_body_id": optional(identity),
        "practice": flag,
    },
    "house_style": {
        "organisation": line,
        "time_separator": _separator,
        "head_prefix": line,
        "item_prefix": line,
        "note_prefix": line,
        "accent": _colour,
        "address": text,
        "logotype": _picture,
        "logotype_text": line,
        "sub_numbers": _numbers,
    },
    "body": {
        "name": line,
        "short_name": line,
        "kind": term(BodyKind),
        "parent_id": optional(identity),
        "active_from": optional(day),
        "active_to": optional(day),
    },
    "person": {
        "name": line,
        "title": line,
        "unit": line,
        "email": line,
        "phone": line,
        "note": text,
    },
    "mandate": {
        "person_id": identity,
        "body_id": identity,
        "role": term(Role),
        "party": line,
        "valid_from": optional(day),
        "valid_to": optional(day),
    },
    "matter": {"case_number": line, "title": line, "note": text},
    "meeting": {
        "body_id": identity,
        "kind": term(MeetingKind),
        "state": term(MeetingState),
        "moved_to": optional(identity),
        "date": day,
        "start": _START,
        "end": optional(_LATER),
        "place": line,
        "link": line,
        "chair_id": optional(identity),
        "secretary_id": optional(identity),
        "notice_place": line,
        "notice_date": optional(day),
        "note": text,
    },
    "agenda_item": {
        "kind": term(ItemKind),
        "title": text,
        "public_title": text,
        "closed": flag,
        "level": _LEVEL,
        "number_typed": line,
        "case_number": line,
        "duration": optional(_MINUTES),
        "pin": optional(_LATER),
        "print_time": term(PrintTime),
        "parallel": flag,
        "place": line,
        "withdrawn": flag,
        "added_late": optional(day),
        "note": text,
        "inner_note": text,
    },
    "presenter": {"name": line, "title": line, "unit": line, "person_id": optional(identity)},
    "pre_meeting": {"group": line, "start": optional(_START), "place": line},
    "footnote": {"anchor": term(Anchor), "item_id": optional(identity), "text": text},
    "signature": {"name": line, "role": line},
}


def check(kind: str, values: Mapping[str, object]) -> None:
    """Raise InputError for the first value that its field cannot hold.

    An unknown field is a mistake of the program's own and raises KeyError.
    """
    rules = RULES[kind]
    for name, value in values.items():
        rules[name](value)


def check_anchor(anchor: Anchor, item_id: str | None, items: Collection[str]) -> None:
    """Refuse a footnote whose mark would stand nowhere; ``items`` are the meeting's rows."""
    if anchor is Anchor.ITEM and item_id not in items:
        raise InputError("Välj vilken punkt fotnoten hör till.")
    if anchor is not Anchor.ITEM and item_id is not None:
        raise InputError("En fotnot till tiden eller platsen hör inte till någon punkt.")


def check_meeting_times(start: int, end: int | None) -> None:
    """Refuse a planned end that is not after the start (minutes since midnight)."""
    if end is not None and end <= start:
        raise InputError(
            "Sammanträdet slutar innan det börjar. Ändra starttiden eller den planerade sluttiden."
        )

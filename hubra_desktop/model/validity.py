"""What a stored value may be: the same rules for what is typed and what is imported.

Soft doubts (a gap, an unusual case number) are findings and live in ``checks``.
"""

import re
from collections.abc import Collection, Mapping

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.indicators import rules as of_indicators
from hubra_desktop.model.language import say
from hubra_desktop.model.money import rules as of_money
from hubra_desktop.model.plan import rules as of_plan
from hubra_desktop.model.reports import rules as of_reports
from hubra_desktop.model.rules import (
    LONGEST_ROW,
    Rule,
    day,
    flag,
    identity,
    line,
    one_of,
    optional,
    term,
    text,
    whole,
)
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
LARGEST_LOGOTYPE = 2_000_000
_COLOUR = "#[0-9a-fA-F]{6}"


def _check_colour(value: object) -> None:
    if not isinstance(value, str) or not re.fullmatch(_COLOUR, value):
        raise InputError(
            say(
                "Färgen skrivs som # och sex tecken, till exempel #1f3a4d.",
                "Write the colour as # and six characters, for example #1f3a4d.",
            )
        )


def _check_picture(value: object) -> None:
    """Accept no picture, a PNG or a JPEG of at most 2 MB."""
    if not isinstance(value, bytes) or len(value) > LARGEST_LOGOTYPE:
        raise InputError(
            say(
                "Bilden är för stor. Välj en på högst 2 MB.",
                "The picture is too large. Choose one of at most 2 MB.",
            )
        )
    if value and not value.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        raise InputError(
            say(
                "Bilden ska vara en PNG- eller JPEG-fil.",
                "The picture must be a PNG or JPEG file.",
            )
        )


_SEPARATOR = one_of(
    (".", ":"),
    "Mellan timmar och minuter ska det stå punkt eller kolon.",
    "Between hours and minutes there must be a full stop or a colon.",
)
_SUB_NUMBERS = one_of(
    ("letters", "decimals"),
    "Underpunkter numreras 7a, 7b eller 7.1, 7.2.",
    "Sub-items are numbered 7a, 7b or 7.1, 7.2.",
)
_ACCENT = Rule(_check_colour, {"pattern": f"^{_COLOUR}$", "maxLength": 7})
# The limits are those of the picture in base64, as it is exchanged.
_LOGOTYPE = Rule(
    _check_picture,
    {
        "maxLength": (LARGEST_LOGOTYPE + 2) // 3 * 4,
        "pattern": "^$|^iVBORw0KGg[o-r]|^/9j/",
    },
)
_START = whole(
    0,
    DAY - 1,
    "Klockslaget ska ligga mellan 00.00 och 23.59.",
    "The clock time must be between 00.00 and 23.59.",
)
_LATER = whole(
    0,
    2 * DAY,
    "Klockslaget ska ligga inom sammanträdesdagen eller natten efter.",
    "The clock time must be on the day of the meeting or the night after.",
)
_MINUTES = whole(
    0,
    LONGEST_ROW,
    f"En punkt kan vara 0–{LONGEST_ROW} minuter. Dela upp den, eller skriv en kortare tid.",
    f"An item can be 0–{LONGEST_ROW} minutes. Split it, or write a shorter time.",
)
_LEVEL = whole(
    0,
    1,
    "En punkt är antingen huvudpunkt eller underpunkt.",
    "An item is either a main item or a sub-item.",
)

RULES: Mapping[str, Mapping[str, Rule]] = {
    "register": {
        "name": line,
        "municipality": line,
        "own_body_id": optional(identity),
        "practice": flag,
    },
    "house_style": {
        "organisation": line,
        "time_separator": _SEPARATOR,
        "head_prefix": line,
        "item_prefix": line,
        "note_prefix": line,
        "accent": _ACCENT,
        "address": text,
        "logotype": _LOGOTYPE,
        "logotype_text": line,
        "sub_numbers": _SUB_NUMBERS,
        "kerning": flag,
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
    **of_plan.RULES,
    **of_money.RULES,
    **of_indicators.RULES,
    **of_reports.RULES,
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
        raise InputError(
            say(
                "Välj vilken punkt fotnoten hör till.",
                "Choose which item the footnote belongs to.",
            )
        )
    if anchor is not Anchor.ITEM and item_id is not None:
        raise InputError(
            say(
                "En fotnot till tiden eller platsen hör inte till någon punkt.",
                "A footnote to the time or the place belongs to no item.",
            )
        )


def check_meeting_times(start: int, end: int | None) -> None:
    """Refuse a planned end that is not after the start (minutes since midnight)."""
    if end is not None and end <= start:
        raise InputError(
            say(
                "Sammanträdet slutar innan det börjar. "
                "Ändra starttiden eller den planerade sluttiden.",
                "The meeting ends before it begins. Change the start or the planned end.",
            )
        )

"""What a stored value may be: the same rules for what is typed and what is imported.

Each rule raises InputError with the sentence that belongs beside the field, and
says the same to other programs in the words of JSON Schema. Soft doubts (a gap, an
unusual case number) are findings and live in ``checks``.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.terms import (
    Anchor,
    BodyKind,
    ItemKind,
    MeetingKind,
    MeetingState,
    PrintTime,
    Role,
)
from hubra_desktop.model.wording import quoted

DAY = 24 * 60
LONGEST_ROW = 480
LONGEST_TEXT = 20_000
LONGEST_LINE = 1_000
LONGEST_ID = 32
LARGEST_LOGOTYPE = 2_000_000
_CONTROL = r"\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff"
_FORBIDDEN = re.compile(rf"[{_CONTROL}\ud800-\udfff]")
_NOT_OF_AN_ID = "[^!-~]"
_COLOUR = "#[0-9a-fA-F]{6}"


@dataclass(frozen=True)
class Rule:
    """What one field may hold: calling it with a value returns, or raises InputError.

    ``limits`` are the keywords of JSON Schema that refuse what the rule refuses, as
    far as that language goes.
    """

    check: Callable[[object], None]
    limits: Mapping[str, object] = field(default_factory=dict)

    def __call__(self, value: object) -> None:
        """Return when the field can hold ``value``; raises InputError else."""
        self.check(value)


def _check_text(value: object, longest: int) -> str:
    if not isinstance(value, str):
        raise InputError(say("Här ska det stå text.", "This must be text."))
    if len(value) > longest:
        raise InputError(
            say(
                "Texten är för lång: {length} tecken, och högst {longest} ryms. Korta den.",
                "The text is too long: {length} characters, and at most {longest} fit. Shorten it.",
                length=len(value),
                longest=longest,
            )
        )
    if _FORBIDDEN.search(value):
        raise InputError(
            say(
                "Texten innehåller osynliga styrtecken. Skriv om den, eller klistra in ren text.",
                "The text holds invisible control characters. Type it anew, or paste plain text.",
            )
        )
    return value


def _check_line(value: object) -> None:
    if "\n" in _check_text(value, LONGEST_LINE):
        raise InputError(
            say(
                "Texten ska stå på en rad. Ta bort radbrytningen.",
                "The text must stand on one line. Take the line break away.",
            )
        )


def _check_running_text(value: object) -> None:
    _check_text(value, LONGEST_TEXT)


def _check_flag(value: object) -> None:
    if not isinstance(value, bool):
        raise InputError(say("Här ska det stå ja eller nej.", "This must be yes or no."))


def _check_day(value: object) -> None:
    year = getattr(value, "year", None)
    if not isinstance(year, int) or hasattr(value, "hour") or not 1900 <= year < 2200:
        raise InputError(
            say(
                "Datumet ska ligga mellan 1900 och 2199. Skriv till exempel 2018-03-07.",
                "The date must be between 1900 and 2199. Write for example 2018-03-07.",
            )
        )


def _check_identity(value: object) -> None:
    fits = isinstance(value, str) and 1 <= len(value) <= LONGEST_ID
    if not fits or re.search(_NOT_OF_AN_ID, str(value)):
        raise InputError(
            say(
                "Hänvisningen till en annan uppgift är trasig.",
                "The reference to another entry is broken.",
            )
        )


line = Rule(_check_line, {"maxLength": LONGEST_LINE, "not": {"pattern": rf"[\n{_CONTROL}]"}})
"""One line of text."""

text = Rule(_check_running_text, {"maxLength": LONGEST_TEXT, "not": {"pattern": f"[{_CONTROL}]"}})
"""Running text, on several lines if need be."""

flag = Rule(_check_flag)
"""Yes or no."""

day = Rule(_check_day, {"pattern": r"^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$", "maxLength": 10})
"""A calendar date between 1900 and 2199."""

identity = Rule(
    _check_identity,
    {"minLength": 1, "maxLength": LONGEST_ID, "not": {"pattern": _NOT_OF_AN_ID}},
)
"""The id of a row: printable ASCII without spaces."""


def whole(lowest: int, highest: int, sv: str, en: str) -> Rule:
    """Return a rule that accepts a whole number within bounds, else refuses in these words."""

    def check_whole(value: object) -> None:
        if isinstance(value, bool) or not isinstance(value, int) or not lowest <= value <= highest:
            raise InputError(say(sv, en))

    return Rule(check_whole, {"minimum": lowest, "maximum": highest})


def optional(rule: Rule) -> Rule:
    """Return a rule that also accepts nothing."""

    def check_if_given(value: object) -> None:
        if value is not None:
            rule(value)

    return Rule(check_if_given, rule.limits)


def term(vocabulary: type[StrEnum]) -> Rule:
    """Return a rule that accepts the words of a closed vocabulary."""

    def check_term(value: object) -> None:
        if not isinstance(value, vocabulary):
            raise InputError(
                say(
                    "{value} är inget av de val som finns här.",
                    "{value} is not one of the choices here.",
                    value=quoted(str(value)),
                )
            )

    return Rule(check_term)


def one_of(words: tuple[str, ...], sv: str, en: str) -> Rule:
    """Return a rule that accepts a few words, else refuses with these sentences."""

    def check_word(value: object) -> None:
        if value not in words:
            raise InputError(say(sv, en))

    return Rule(check_word, {"enum": list(words)})


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

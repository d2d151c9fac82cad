"""What one value may be, as rules that others are made of: text, day, number, term.

Each rule raises InputError with the sentence that belongs beside the field, and
says the same to other programs in the words of JSON Schema.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.language import N_, say
from hubra_desktop.model.wording import quoted

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The first and the last year that can be written: a slip of a digit lies outside them."""
LONGEST_ROW = 480
"""Minutes: a working day. A longer figure is a clock time or a slip of the keys."""

LONGEST_TEXT = 20_000
"""Characters, some seven printed pages: what is longer is a document of its own."""

LONGEST_LINE = 1_000
"""About ten printed lines: long enough for the addresses of the web that people paste."""
LONGEST_ID = 32
"""Characters of a UUID in hexadecimal."""

LARGEST_LOGOTYPE = 2_000_000
"""Enough for a logotype in print, and little enough to travel in every exported file."""
LARGEST_CONTENT = 5_000_000
"""Bytes: a year with all its papers is packed in less than a hundredth of it."""
LARGEST_AMOUNT = 10**13
"""A hundred milliard kronor; sums of many still fit the 63 bits of the database's numbers."""
LARGEST_VALUE = 10**15
"""In thousandths; below 2**53, to which other programs read JSON's numbers exactly."""
LARGEST_COUNT = 10**9
"""More than anybody counts here, and below 2**31, where small whole numbers end."""
_CONTROL = r"\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff"
_FORBIDDEN = re.compile(rf"[{_CONTROL}\ud800-\udfff]")
_BREAKS = re.compile("\r\n|[\r\u000b\u000c\u0085\u2028\u2029]")
_NOT_OF_AN_ID = "[^!-~]"
_COLOUR = "#[0-9a-fA-F]{6}"


@dataclass(frozen=True, eq=False)
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


def _fits(
    test: Callable[[Any], bool],
    sentence: str,
    limits: Mapping[str, object] | None = None,
    **values: object,
) -> Rule:
    """Return a rule that accepts what passes the test, else says why not."""

    def check(value: object) -> None:
        if not test(value):
            raise InputError(say(sentence, **values))

    return Rule(check, limits or {})


def usable_text(text: str) -> str:
    """Return a text from elsewhere without the marks that no text here may have.

    Other programs break lines by marks of their own; what is left of them is invisible.
    """
    return _FORBIDDEN.sub("", _BREAKS.sub("\n", text))


def _check_text(value: object, longest: int = LONGEST_TEXT) -> str:
    if not isinstance(value, str):
        raise refusal("Här ska det stå text.")
    if len(value) > longest:
        raise refusal(
            "Texten är för lång: {length} tecken, och högst {longest} ryms. Korta den.",
            length=len(value),
            longest=longest,
        )
    if _FORBIDDEN.search(value):
        raise refusal(
            "Texten innehåller osynliga styrtecken. Skriv om den, eller klistra in ren text."
        )
    return value


def _check_running_text(value: object) -> None:
    _check_text(value)


def _check_line(value: object) -> None:
    if "\n" in _check_text(value, LONGEST_LINE):
        raise refusal("Texten ska stå på en rad. Ta bort radbrytningen.")


def _is_day(value: object) -> bool:
    year = getattr(value, "year", None)
    return isinstance(year, int) and not hasattr(value, "hour") and FIRST_YEAR <= year <= LAST_YEAR


def _is_identity(value: object) -> bool:
    fits = isinstance(value, str) and 1 <= len(value) <= LONGEST_ID
    return fits and not re.search(_NOT_OF_AN_ID, str(value))


def _check_picture(value: object) -> None:
    """Accept no picture, a PNG or a JPEG of at most 2 MB."""
    if not isinstance(value, bytes) or len(value) > LARGEST_LOGOTYPE:
        raise refusal("Bilden är för stor. Välj en på högst 2 MB.")
    if value and not value.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        raise refusal("Bilden ska vara en PNG- eller JPEG-fil.")


line = Rule(_check_line, {"maxLength": LONGEST_LINE, "not": {"pattern": rf"[\n{_CONTROL}]"}})
"""One line of text."""

text = Rule(_check_running_text, {"maxLength": LONGEST_TEXT, "not": {"pattern": f"[{_CONTROL}]"}})
"""Running text, on several lines if need be."""

flag = _fits(lambda value: isinstance(value, bool), N_("Här ska det stå ja eller nej."))
"""Yes or no."""

day = _fits(
    _is_day,
    N_("Datumet ska ligga mellan 1900 och 2199. Skriv till exempel 2018-03-07."),
    {"pattern": r"^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$", "maxLength": 10},
)
"""A calendar date between 1900 and 2199."""

identity = _fits(
    _is_identity,
    N_("Hänvisningen till en annan uppgift är trasig."),
    {"minLength": 1, "maxLength": LONGEST_ID, "not": {"pattern": _NOT_OF_AN_ID}},
)
"""The id of a row: printable ASCII without spaces."""


def whole(lowest: int, highest: int, sentence: str) -> Rule:
    """Return a rule that accepts a whole number within bounds, else refuses in these words.

    ``{highest}`` in them stands for the upper bound.
    """

    def is_within(value: object) -> bool:
        return type(value) is int and lowest <= value <= highest

    return _fits(is_within, sentence, {"minimum": lowest, "maximum": highest}, highest=highest)


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
            raise refusal("{value} är inget av de val som finns här.", value=quoted(str(value)))

    return Rule(check_term)


def one_of(words: tuple[str, ...], sentence: str) -> Rule:
    """Return a rule that accepts a few words, else refuses with this sentence."""
    return _fits(lambda value: value in words, sentence, {"enum": list(words)})


YEAR = whole(
    FIRST_YEAR,
    LAST_YEAR,
    N_("Året ska ligga mellan 1900 och 2199. Skriv till exempel 2018."),
)
"""A calendar year."""

AMOUNT = whole(0, LARGEST_AMOUNT, N_("Beloppet ska vara minst 0 och högst 100 miljarder kronor."))
"""An amount of money in whole öre."""

COUNT = whole(0, LARGEST_COUNT, N_("Skriv ett heltal från 0 och uppåt."))
"""A whole number that is not below zero."""

VALUE = whole(-LARGEST_VALUE, LARGEST_VALUE, N_("Värdet är för stort. Skriv ett mindre tal."))
"""A measured value in thousandths."""

COLOUR = _fits(
    lambda value: isinstance(value, str) and re.fullmatch(_COLOUR, value) is not None,
    N_("Färgen skrivs som # och sex tecken, till exempel #1f3a4d."),
    {"pattern": f"^{_COLOUR}$", "maxLength": 7},
)
"""A colour as #rrggbb."""

SHA256 = _fits(
    lambda value: isinstance(value, str) and re.fullmatch("[0-9a-f]{64}", value) is not None,
    N_("Underlagets kontrollsumma (SHA-256) är trasig. Lägg till filen på nytt."),
    {"pattern": "^[0-9a-f]{64}$", "maxLength": 64},
)
"""What a file's content is known by, in hexadecimal."""

CONTENT = _fits(
    lambda value: isinstance(value, bytes) and 0 < len(value) <= LARGEST_CONTENT,
    N_("Den sparade handlingens innehåll är trasigt. Utfärda handlingen på nytt."),
    {"minLength": 4, "maxLength": (LARGEST_CONTENT + 2) // 3 * 4},
)
"""What an issued paper says, packed; the limits are those of base64, as it is exchanged."""

PICTURE = Rule(
    _check_picture,
    {"maxLength": (LARGEST_LOGOTYPE + 2) // 3 * 4, "pattern": "^$|^iVBORw0KGg[o-r]|^/9j/"},
)
"""No picture, a PNG or a JPEG; the limits are those of base64, as it is exchanged."""

ANYTHING = Rule(lambda _: None)
"""A field whose parts are ruled one by one: a list of records, or a record."""

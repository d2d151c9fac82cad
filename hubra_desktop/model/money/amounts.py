"""Amounts of money as people type them, and as they are shown.

An amount is typed in kronor, with öre after a comma, grouped by spaces or by the full
stops of older papers (``45.080kr`` in the source), in ``tkr`` or ``mkr`` if that is how
it is said. What can be read in two ways is asked about and never guessed: a comma
before three digits (``45,080``) and a full stop before one or two (``1.5``). Amounts
are whole öre everywhere in the program.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.language import say
from hubra_desktop.model.records.rules import LARGEST_AMOUNT
from hubra_desktop.model.swedish import figure
from hubra_desktop.model.wording import quoted

NBSP = "\u00a0"
MINUS = "\u2212"
ORE = 100
"""How many öre a krona has."""

_SIGN = re.compile(r"^(?:kr|sek)? ?[-+\u2212\u2013\u2014\u2010\u2011]")
_PREFIX = re.compile(r"^(?:sek|kr\.?) ?(?=\d)")
_SUFFIX = re.compile(r" ?(?:(?P<dash>[:,.] ?[-\u2013\u2014\u2212]+)|(?P<unit>[a-zåäö]+)\.?)$")
_UNITS = (
    dict.fromkeys(("kr", "krona", "kronor", "sek"), 1)
    | dict.fromkeys(("tkr", "tsek", "ksek"), 1_000)
    | dict.fromkeys(("mkr", "mnkr", "msek"), 1_000_000)
)
"""How many kronor each unit is worth."""
_NUMBER = r"[0-9]+(?:[ .,:][0-9]+)*"
_PLAIN = re.compile(r"[0-9]+")
_SPACED = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+")
_POINTED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_COMMAED = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")
_HEAD = re.compile(r"[1-9][0-9]{0,2}")
_LONGEST = 40
"""Characters of a number that are looked at: any longer one is too large or no amount."""


class AmbiguousAmountError(InputError):
    """What was typed can be read in more ways than one; ``choices`` are they, in öre."""

    def __init__(self, typed: str, choices: tuple[int, ...]) -> None:
        shown = [kronor(choice) for choice in choices]
        super().__init__(
            say(
                "{typed} kan läsas på flera sätt. Menar du {choices}?",
                typed=quoted(typed),
                choices=say(" eller ").join(shown),
            )
        )
        self.choices = choices


def parse_amount(typed: str, mark: str = "") -> int:
    """Read an amount as people type it, in öre; raises InputError, or AmbiguousAmountError.

    Where the decimal ``mark`` is known, a comma or a full stop, there is one reading.
    """
    plain = " ".join(typed.casefold().split())
    if not plain:
        raise refusal("Skriv ett belopp.")
    if _SIGN.match(plain):
        raise refusal(
            "Skriv beloppet utan plus eller minus. Om pengarna går ut eller in säger radens slag."
        )
    number, unit = _split_unit(_PREFIX.sub("", plain), typed)
    if not re.fullmatch(_NUMBER, number):
        raise _unreadable(typed)
    if len(number) > _LONGEST:
        raise _too_large()
    found = _reading_with(number, mark) if mark else _readings(number)
    readings = tuple(dict.fromkeys(found))
    if not readings:
        raise _unreadable(typed)
    amounts = tuple(ore for each in readings if (ore := _in_ore(each * unit)) is not None)
    return _only(amounts, typed, asked=not mark and _is_asked_about(number))


def _split_unit(plain: str, typed: str) -> tuple[str, int]:
    """Return the number alone, and how many kronor its unit is worth."""
    match = _SUFFIX.search(plain)
    if match is None:
        return plain, 1
    unit = match["unit"]
    if unit is not None and unit not in _UNITS:
        raise _unreadable(typed)
    return plain[: match.start()], 1 if unit is None else _UNITS[unit]


def _readings(number: str) -> Iterator[Fraction]:
    """Yield what the digits may mean, the reading with decimals first."""
    head, mark, tail = _last_mark(number)
    if mark and (not _grouped(number) or _is_asked_about(number)) and _whole(head, mark):
        yield Fraction(f"{_digits(head)}.{tail}")
    if not mark or _grouped(number) or _is_asked_about(number):
        yield Fraction(_digits(number))


def _reading_with(number: str, mark: str) -> Iterator[Fraction]:
    """Yield what the digits mean where ``mark`` stands before decimals and no other does."""
    head, found, tail = number.partition(mark)
    grouped = _COMMAED if mark == "." else _POINTED
    whole = _PLAIN.fullmatch(head) or _SPACED.fullmatch(head) or grouped.fullmatch(head)
    if whole and (_PLAIN.fullmatch(tail) if found else True):
        yield Fraction(f"{_digits(head)}.{tail or 0}")


def _last_mark(number: str) -> tuple[str, str, str]:
    """Part the number at the mark that may stand before its decimals."""
    match = re.fullmatch(r"(.*)([.,:])([0-9]+)", number)
    if match is None:
        return (number, "", "") if _PLAIN.fullmatch(number) or _SPACED.fullmatch(number) else _no()
    if match[2] == ":" and len(match[3]) != 2:
        return _no()
    return match[1], match[2], match[3]


def _no() -> tuple[str, str, str]:
    """Part nothing: neither a whole number nor one with decimals."""
    return "x", "x", ""


def _whole(head: str, mark: str) -> bool:
    """Tell whether what stands before the decimal mark is a whole number."""
    if _PLAIN.fullmatch(head) or _SPACED.fullmatch(head):
        return True
    other = _COMMAED if mark == "." else _POINTED
    return bool(other.fullmatch(head))


def _grouped(number: str) -> bool:
    """Tell whether the marks can part the thousands, all of them."""
    return bool(_POINTED.fullmatch(number) or _COMMAED.fullmatch(number))


def _slipped(number: str) -> bool:
    """Tell whether the full stop before one or two digits may be a slip of the thousands'."""
    head, _, tail = number.partition(".")
    return bool(_HEAD.fullmatch(head) and re.fullmatch(r"[0-9]{1,2}", tail))


def _is_asked_about(number: str) -> bool:
    """Tell whether people mean different things by it: 45,080 and 1.5 and 45 080,500."""
    comma = re.fullmatch(r"(.*),[0-9]{3}", number)
    either = re.fullmatch(r"(.*)[.,][0-9]{3}", number)
    return bool(
        _slipped(number)
        or (comma and _HEAD.fullmatch(comma[1]))
        or (either and _SPACED.fullmatch(either[1]))
    )


def _digits(number: str) -> str:
    return re.sub(r"[^0-9]", "", number)


def _in_ore(amount: Fraction) -> int | None:
    """Return kronor as öre, or None when they are not whole öre."""
    ore = amount * ORE
    return ore.numerator if ore.denominator == 1 else None


def _only(amounts: tuple[int, ...], typed: str, *, asked: bool) -> int:
    """Return the one amount there is; raises InputError for none, for many, for too much."""
    if not amounts:
        raise refusal(
            "{typed} är inte hela öre. Skriv högst två decimaler, till exempel 45 080,50.",
            typed=quoted(typed.strip()),
        )
    if max(amounts) > LARGEST_AMOUNT:
        raise _too_large()
    if asked or len(amounts) > 1:
        raise AmbiguousAmountError(typed.strip(), amounts)
    return amounts[0]


def _too_large() -> InputError:
    return refusal("Beloppet är för stort. Högst 100 miljarder kronor ryms.")


def _unreadable(typed: str) -> InputError:
    return refusal(
        "Jag förstår inte beloppet {typed}. Skriv till exempel 45 080, 45 080,50 eller 45 tkr.",
        typed=quoted(typed.strip()[:_LONGEST]),
    )


def digits(ore: int) -> str:
    """Write an amount without its unit, as in a table's cell: ``45 080``, ``−45 080,50``."""
    kronor_part, rest = divmod(abs(ore), ORE)
    decimals = f",{rest:02}" if rest else ""
    return f"{MINUS if ore < 0 else ''}{figure(kronor_part)}{decimals}"


def kronor(ore: int) -> str:
    """Write an amount: ``45 080 kr``, ``45 080,50 kr``, ``−7 kr``; hard spaces throughout."""
    return f"{digits(ore)}{NBSP}kr"


def kronor_in_text(ore: int) -> str:
    """Write an amount as in Swedish running text: ``264 000 kronor``, ``1 krona``."""
    return f"{digits(ore)}{NBSP}{'krona' if abs(ore) == ORE else 'kronor'}"

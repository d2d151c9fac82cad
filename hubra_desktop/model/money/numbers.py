"""The numbers that an association is known and paid by, checked and written in one way."""

import re

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.language import say
from hubra_desktop.model.wording import quoted

_LEAST_THIRD_DIGIT = 2
"""The third digit of an organisationsnummer: below it stands the month of a personnummer."""


def number_warning(number: str) -> str:
    """Return why a number with a right check digit is still no organisationsnummer, or "".

    The tax agency's rule: the third digit is 2 at least, so that no organisationsnummer
    can be taken for a personnummer (SKV 709). A sole trader is known by the latter.
    """
    plain = re.sub("[^0-9]", "", number)
    if plain and not plain.strip("0"):
        return say("Organisationsnumret är bara nollor och skrivs inte i brev. Rätta det.")
    if len(plain) > _LEAST_THIRD_DIGIT and int(plain[2]) < _LEAST_THIRD_DIGIT:
        return say(
            "Organisationsnumret ser ut som ett personnummer och skrivs inte i brev. "
            "Kontrollera att det är rätt."
        )
    return ""


def printed_number(number: str) -> str:
    """Return an organisationsnummer as letters have it: "" for one that is warned of."""
    return "" if number_warning(number) else number.strip()


def organisation_number(typed: str) -> str:
    """Return an organisationsnummer as it is written, 212000-0142; nothing stays nothing.

    Raises InputError when it has not ten digits or its check digit is wrong. The rule is
    the tax agency's, by python-stdnum, which is loaded here because a start does without it.
    """
    from stdnum.exceptions import InvalidChecksum, ValidationError
    from stdnum.se import orgnr

    plain = re.sub(r"[\s–\u2010\u2011−-]", "", typed)
    plain = plain[2:] if len(plain) == 12 and plain.startswith("16") else plain
    if not plain:
        return ""
    try:
        return str(orgnr.format(orgnr.validate(plain)))
    except InvalidChecksum:
        raise refusal(
            "Kontrollsiffran i organisationsnumret {typed} stämmer inte. Någon siffra är fel.",
            typed=quoted(typed.strip()),
        ) from None
    except ValidationError:
        raise refusal(
            "{typed} är inget organisationsnummer. Det har tio siffror, till exempel 212000-0142.",
            typed=quoted(typed.strip()),
        ) from None


def bank_giro(typed: str) -> str:
    """Return a bankgiro number as it is written, 5050-1055; nothing stays nothing.

    Raises InputError when it has not seven or eight digits or its check digit is wrong.
    """
    plain = _digits_of(typed)
    if plain is None or (plain and len(plain) not in (7, 8)):
        raise refusal(
            "{typed} är inget bankgironummer. Det har sju eller åtta siffror, till "
            "exempel 5050-1055.",
            typed=quoted(typed.strip()),
        )
    if plain and not _is_checked(plain):
        raise refusal(
            "Kontrollsiffran i bankgironumret {typed} stämmer inte. Någon siffra är fel.",
            typed=quoted(typed.strip()),
        )
    return f"{plain[:-4]}-{plain[-4:]}" if plain else ""


def plus_giro(typed: str) -> str:
    """Return a plusgiro number as it is written, 1 23 45 67-4; nothing stays nothing.

    Raises InputError when it has not two to eight digits or its check digit is wrong.
    """
    plain = _digits_of(typed)
    if plain is None or (plain and len(plain) not in range(2, 9)):
        raise refusal(
            "{typed} är inget plusgironummer. Det har två till åtta siffror, till exempel "
            "12 34 56-6.",
            typed=quoted(typed.strip()),
        )
    if plain and not _is_checked(plain):
        raise refusal(
            "Kontrollsiffran i plusgironumret {typed} stämmer inte. Någon siffra är fel.",
            typed=quoted(typed.strip()),
        )
    pairs = re.sub(r"(?<=.)(?=(..)+$)", " ", plain[:-1])
    return f"{pairs}-{plain[-1]}" if plain else ""


def _digits_of(typed: str) -> str | None:
    """Return the digits of a giro number, None when there is more in it than people write."""
    known = re.fullmatch(r"[0-9\s–\u2010\u2011−-]*", typed)
    return re.sub(r"[^0-9]", "", typed) if known else None


def _is_checked(digits: str) -> bool:
    """Tell whether the last digit is the check digit of the others (modulus 10)."""
    from stdnum import luhn

    return bool(luhn.is_valid(digits))

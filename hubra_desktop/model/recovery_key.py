"""The key of a locked register as a recovery sheet has it: groups of letters and digits.

Each group has four signs of the key and one that checks them and the group's place, so that
a slip is found where it is. I, L, O and U are left out, as they are taken for others; who
writes them is understood.
"""

from typing import Final

from hubra_desktop.model.errors import refusal

_SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TAKEN_FOR: Final = str.maketrans("ILOU", "110V")
_BITS: Final = 5
_IN_GROUP: Final = 4
_KEY_BYTES: Final = 32
GROUPS: Final = 13
"""Groups of a key: 13 · 4 · 5 bits hold its 256, and four that are zero."""

_WEIGHTS: Final = (1, 2, 4, 8)
"""All unlike, so that two signs that have changed places are found, as one that is wrong is."""
_REDUCED: Final = 0b100101
"""x⁵ + x² + 1: numbers of five bits are multiplied as polynomials modulo this."""


def recovery_groups(key: bytes) -> tuple[str, ...]:
    """Return a key of 32 bytes in groups of five signs."""
    number = int.from_bytes(key) << (GROUPS * _IN_GROUP * _BITS - 8 * len(key))
    last = GROUPS * _IN_GROUP - 1
    signs = [number >> _BITS * (last - at) & 31 for at in range(last + 1)]
    groups = [signs[at : at + _IN_GROUP] for at in range(0, len(signs), _IN_GROUP)]
    return tuple(
        "".join(_SIGNS[each] for each in (*group, _check(group, place)))
        for place, group in enumerate(groups)
    )


def recovery_key(typed: str) -> bytes:
    """Return the key that was typed from a sheet, with any spaces and hyphens.

    Raises InputError that names the group where something is wrong.
    """
    plain = "".join(sign for sign in typed.upper() if sign.isalnum()).translate(_TAKEN_FOR)
    size = _IN_GROUP + 1
    groups = [plain[at : at + size] for at in range(0, len(plain), size)]
    number = 0
    for place, group in enumerate(groups[:GROUPS]):
        values = [_SIGNS.find(sign) for sign in group]
        if len(values) < size or -1 in values or values[-1] != _check(values[:-1], place):
            raise refusal(
                "Grupp {number} (”{group}”) stämmer inte med bladet. Se efter de fem tecknen i "
                "den gruppen.",
                number=place + 1,
                group=group,
            )
        for each in values[:-1]:
            number = number << _BITS | each
    if len(groups) != GROUPS:
        raise refusal(
            "Bladet har {wanted} grupper om fem tecken, och här står {count}. Skriv alla grupper.",
            wanted=GROUPS,
            count=len(groups),
        )
    return (number >> GROUPS * _IN_GROUP * _BITS - 8 * _KEY_BYTES).to_bytes(_KEY_BYTES)


def _check(signs: list[int], place: int) -> int:
    """Return the number of the sign that checks a group at a place (from 0)."""
    check = place + 1
    for sign, weight in zip(signs, _WEIGHTS, strict=True):
        check ^= _product(sign, weight)
    return check


def _product(one: int, other: int) -> int:
    product = 0
    while other:
        if other & 1:
            product ^= one
        one <<= 1
        if one & 32:
            one ^= _REDUCED
        other >>= 1
    return product

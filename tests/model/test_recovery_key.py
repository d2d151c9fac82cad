"""The key on a recovery sheet: typed back whole, and every slip told by its group."""

import random

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.recovery_key import GROUPS, recovery_groups, recovery_key

KEY = bytes(range(7, 39))


def test_a_key_is_typed_back_however_it_is_spaced() -> None:
    for key in (KEY, bytes(32), b"\xff" * 32, random.Random(1).randbytes(32)):
        groups = recovery_groups(key)
        assert len(groups) == GROUPS
        assert {len(group) for group in groups} == {5}
        assert not set("ILOU") & set("".join(groups))
        assert recovery_key(" ".join(groups)) == key
        assert recovery_key("-".join(groups).lower()) == key
        assert recovery_key("\n".join(groups).replace("1", "l").replace("0", "O")) == key


def test_every_wrong_sign_and_every_pair_that_changed_places_is_told_by_its_group() -> None:
    groups = recovery_groups(KEY)
    signs = sorted(set("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
    for place, group in enumerate(groups):
        slips = [
            group[:at] + sign + group[at + 1 :]
            for at in range(5)
            for sign in signs
            if sign != group[at]
        ]
        slips += [
            group[:at] + group[at + 1] + group[at] + group[at + 2 :]
            for at in range(4)
            if group[at] != group[at + 1]
        ]
        for slip in slips:
            typed = (*groups[:place], slip, *groups[place + 1 :])
            with pytest.raises(InputError, match=f"^Grupp {place + 1} "):
                recovery_key(" ".join(typed))


def test_groups_that_changed_places_are_told() -> None:
    groups = list(recovery_groups(KEY))
    groups[3], groups[4] = groups[4], groups[3]
    with pytest.raises(InputError, match="Grupp 4 "):
        recovery_key(" ".join(groups))


@pytest.mark.parametrize("count", [0, 1, 12])
def test_groups_that_are_missing_are_counted(count: int) -> None:
    typed = " ".join(recovery_groups(KEY)[:count])
    with pytest.raises(InputError, match=f"13 grupper om fem tecken, och här står {count}"):
        recovery_key(typed)
    with pytest.raises(InputError, match="här står 14"):
        recovery_key(" ".join((*recovery_groups(KEY), "00000")))


def test_half_a_group_is_told() -> None:
    with pytest.raises(InputError, match="Grupp 13 "):
        recovery_key(" ".join(recovery_groups(KEY))[:-2])

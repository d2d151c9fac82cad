"""The list of what a file to another computer holds: only what may be there is let in."""

import json
from datetime import datetime

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.move_list import (
    Member,
    MoveList,
    carried_settings,
    merged_settings,
    read_list,
    settings_in,
)

GENERATION = "generations/2026-11-30 09.10.05 (timme).hubra"
SUM = "0" * 64
MADE = MoveList(
    "råd.hubra",
    datetime(2026, 11, 30, 9, 10),
    False,
    {"register.hubra": Member(10, SUM), GENERATION: Member(5, SUM)},
    "/media/minne",
    1000,
)


def test_a_list_is_read_as_it_was_written() -> None:
    assert read_list(MADE.written()) == MADE
    assert MADE.generations == ["2026-11-30 09.10.05 (timme).hubra"]
    assert MADE.size == 15


def test_a_newer_file_is_told_as_such() -> None:
    told = json.loads(MADE.written()) | {"format": 2}
    with pytest.raises(InputError, match="nyare utgåva"):
        read_list(json.dumps(told).encode())


@pytest.mark.parametrize(
    "name",
    ["../register.hubra", "generations/../../x.hubra", "generations/a.hubra", "annat", "/x",
     "generations/", "C:\\x", "generations\\2026-11-30 09.10.05 (timme).hubra",
     "generations/x/2026-11-30 09.10.05 (timme).hubra"],
)  # fmt: skip
def test_a_member_of_another_name_is_refused(name: str) -> None:
    members = {**MADE.members, name: Member(1, SUM)}
    with pytest.raises(InputError, match="skadad, eller är ingen fil"):
        read_list(MoveList(MADE.register, MADE.made, False, members).written())


@pytest.mark.parametrize(
    "change",
    [{"register": "../råd.hubra"}, {"register": "råd.exe"}, {"members": {}}, {"made": "i går"},
     {"members": {"register.hubra": [-1, SUM]}}, {"members": {"register.hubra": [1, "x"]}},
     {"members": {"register.hubra": [10**12, SUM]}}, {"members": []}, {"format": "1"},
     {"members": {"register.hubra": [1, SUM], "settings.ini": [10**8, SUM]}}],
    ids=str,
)  # fmt: skip
def test_a_list_that_deceives_is_refused(change: dict[str, object]) -> None:
    told = json.loads(MADE.written()) | change
    with pytest.raises(InputError, match="skadad, eller är ingen fil"):
        read_list(json.dumps(told).encode())


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff", b"null", b"[" * 100_000])
def test_what_is_no_list_is_refused(content: bytes) -> None:
    with pytest.raises(InputError):
        read_list(content)


HERE = "[window]\ngeometry=@ByteArray(x)\npage=page-plan\n\n[files]\nfolder=/home/b\n"
THERE = """
[window]
geometry=@ByteArray(y)
page=page-money
[files]
folder=/home/a
[view]
scheme=dark
"""


def test_settings_that_hold_elsewhere_are_carried() -> None:
    assert carried_settings(THERE) == {"window": {"page": "page-money"}, "view": {"scheme": "dark"}}


def test_settings_that_come_go_before_those_that_are_there() -> None:
    assert settings_in(merged_settings(HERE, THERE)) == {
        "window": {"geometry": "@ByteArray(x)", "page": "page-money"},
        "files": {"folder": "/home/b"},
        "view": {"scheme": "dark"},
    }

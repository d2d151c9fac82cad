"""The keys of the roll-call: the same in the list of a meeting and while it goes on."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt

from hubra_desktop.model.attendance.attendance_terms import AttendanceStatus
from hubra_desktop.model.language import say
from hubra_desktop.model.words import word

ROLL_LETTERS: Final[Mapping[str, AttendanceStatus]] = {
    "N": AttendanceStatus.PRESENT,
    "F": AttendanceStatus.ABSENT,
    "A": AttendanceStatus.EXCUSED,
    "O": AttendanceStatus.OPEN,
}
"""What a letter says of the one that it stands at, in the order in which it is told."""
ROLL_KEYS: Final[Mapping[Qt.Key, AttendanceStatus]] = {
    Qt.Key.Key_Space: AttendanceStatus.PRESENT,
    **{Qt.Key(ord(letter)): status for letter, status in ROLL_LETTERS.items()},
}


def roll_keys_told() -> str:
    """Tell the keys: ``N eller mellanslag närvarande · F frånvarande · …``."""
    told = [f"{letter} {word(status)}" for letter, status in ROLL_LETTERS.items()]
    told[0] = say("N eller mellanslag {status}", status=word(ROLL_LETTERS["N"]))
    return " · ".join(told)

"""Words out of files are shown, and turn no text around and colour no terminal."""

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.printable import printable


@pytest.mark.parametrize(
    "obeyed", ["\x1b", "\x00", "\x9b", "\r", "\u202e", "\u200b", "\ufeff", "\ud800", "\U000e0041"]
)
def test_what_would_be_obeyed_is_a_mark(obeyed: str) -> None:
    assert printable(f"Ett{obeyed}[31m namn") == "Ett\ufffd[31m namn"
    assert InputError(f"Nej{obeyed}.").sentence == "Nej\ufffd."


@pytest.mark.parametrize(
    "text", ["Två\nrader\tmed", "1\u00a0000\u202fkr", "👩\u200d🚒", "av\u00adstava", "مرحبا"]
)
def test_what_is_writing_stays(text: str) -> None:
    assert printable(text) == text

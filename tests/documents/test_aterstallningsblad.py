"""The recovery sheet: the whole key on one page, typed back from what is read there."""

import datetime as dt
import re

import pytest

from hubra_desktop.documents.aterstallningsblad import (
    RecoverySheet,
    aterstallningsblad_manuscript,
)
from hubra_desktop.documents.kit.render import to_pdf
from hubra_desktop.model.recovery_key import recovery_groups, recovery_key
from tests.documents.checks import problems
from tests.documents.papers import pages
from tests.documents.reading import spoken
from tests.documents.samples import HOUSE

KEY = bytes(range(3, 35))
SHEET = RecoverySheet(
    organisation="Lövstabro brottsförebyggande råd",
    file_name="radet.hubra",
    day=dt.date(2026, 11, 30),
    groups=recovery_groups(KEY),
)


def test_the_key_is_typed_back_from_the_page() -> None:
    text = spoken(to_pdf(aterstallningsblad_manuscript(SHEET, HOUSE)))
    key = text.split("Nyckel\n")[1].split("Nyckeln har")[0]
    assert recovery_key(re.sub(r"Grupp \d+(–\d+)?", "", key)) == KEY
    for words in ("Lås in bladet.", "radet.hubra", SHEET.organisation, "2026-11-30"):
        assert words in text


@pytest.mark.parametrize("size", [None, 20.0])
def test_it_is_a_sound_paper(size: float | None) -> None:
    printed = to_pdf(aterstallningsblad_manuscript(SHEET, HOUSE, text_size=size))
    assert problems(printed) == []
    assert size or len(pages(printed)) == 1

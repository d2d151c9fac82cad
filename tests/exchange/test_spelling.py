"""The dictionary that the program carries knows Swedish, compounds too."""

import pytest

from hubra_desktop.exchange.spelling import Spelling


@pytest.fixture(scope="module")
def spelling() -> Spelling:
    return Spelling()


@pytest.mark.parametrize(
    "word",
    ["råd", "trygghetsundersökning", "lekplatsbelysning",
     "samverkansöverenskommelse", "A-salen", "drogförebyggande", "Huddinge"],
)  # fmt: skip
def test_words_and_compounds_are_known(spelling: Spelling, word: str) -> None:
    assert spelling.knows(word)


@pytest.mark.parametrize(
    ("word", "meant"),
    [("verksamhetn", "verksamheten"), ("kommunstyrelesn", "kommunstyrelsen"), ("hälsn", "hälsan")],
)
def test_what_was_meant_is_suggested(spelling: Spelling, word: str, meant: str) -> None:
    assert not spelling.knows(word)
    assert meant in spelling.suggestions(word)

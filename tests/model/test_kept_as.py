"""What is said of minutes is said of notes in their own words, in one place."""

import ast
import re

import pytest

from hubra_desktop.model.minutes.kept_as import OF_NOTES, refusal_of, say_of
from hubra_desktop.model.minutes.minutes_terms import MinutesKind
from tests.architecture import source

OF_MINUTES = re.compile(r"protokoll|juster", re.IGNORECASE)
SAYS = ("say_of", "refusal_of", "_say", "_refuse_before")


def _asked() -> set[str]:
    """Return the sentences that are asked for by what is kept."""
    texts = (path.read_text("utf-8") for path in source.modules())
    calls = (call for text in texts if "kept_as" in text for call in source.calls(text, *SAYS))
    return {
        part.value
        for call in calls
        for argument in call.args
        for part in ast.walk(argument)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    }


def test_a_sentence_about_minutes_has_its_own_about_notes() -> None:
    for sentence, notes in OF_NOTES.items():
        assert re.findall(r"{\w+}", notes) == re.findall(r"{\w+}", sentence)
        assert not OF_MINUTES.search(notes.replace("i delen Protokoll", "")), notes


def test_each_that_is_asked_for_stands_there_and_no_other() -> None:
    told = {each for each in _asked() if each.strip() and len(each) > 4}
    assert set(OF_NOTES) - told == set()
    assert {each for each in told if OF_MINUTES.search(each)} - set(OF_NOTES) == set()


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (MinutesKind.PROTOCOL, "Protokollet är redan justerat."),
        (MinutesKind.NOTES, "Minnesanteckningarna är redan godkända."),
    ],
)
def test_it_is_said_in_the_words_of_what_is_kept(kind: MinutesKind, said: str) -> None:
    assert say_of(kind, "Protokollet är redan justerat.") == said
    assert refusal_of(kind, "Protokollet är redan justerat.", field="day").sentence == said

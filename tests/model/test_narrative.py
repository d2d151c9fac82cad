"""Parts of a narrative: stored as text and read back the same, somebody's words as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.narrative import (
    FactText,
    Words,
    begun,
    fill_template,
    join_words,
    list_words,
    own_sentence,
    plain_words,
    stored,
    stored_item,
)
from hubra_desktop.model.structured import facts_at, parts, verbatim
from tests.model.prose import paragraphs_of, united, words_of

MARKS = "ab1 *[]()\\#->.)•_{}:fakta"
LINE = st.text(alphabet=MARKS, min_size=1, max_size=10)
FACTS = st.builds(
    FactText,
    words=LINE.map(lambda text: text.strip() or "x"),
    key=st.sampled_from(["brev-skickade", "bidrag:g1:netto", "matt:i:2017:all"]),
)
ROWS = st.lists(LINE | FACTS, min_size=1, max_size=5).map(lambda row: trimmed(tuple(row)))
PARAGRAPHS = st.lists(ROWS.filter(bool), min_size=1, max_size=3).map(
    lambda rows: united(join_words(rows, "\n"))
)


def trimmed(words: Words) -> Words:
    """Leave out the space that no line of a text begins or ends with."""
    row = list(united(words))
    if row and isinstance(row[0], str):
        row[0] = row[0].lstrip()
    if row and isinstance(row[-1], str):
        row[-1] = row[-1].rstrip()
    return united(tuple(row))


@given(st.lists(PARAGRAPHS, min_size=1, max_size=4))
def test_paragraphs_are_read_back_as_the_parts_they_were_written_from(given: list[Words]) -> None:
    text = stored(join_words(given, "\n\n"))
    assert paragraphs_of(text) == given
    assert [(s.text, s.fact) for _, _, s in facts_at(text)] == [
        (part.words, part.key) for words in given for part in words if isinstance(part, FactText)
    ]  # fmt: skip
    assert stored(join_words(paragraphs_of(text), "\n\n")) == text


@given(st.lists(LINE, max_size=6).map("\n".join))
def test_somebodys_text_has_no_marks(text: str) -> None:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    assert [line for line in words_of(verbatim(text)).split("\n") if line] == lines
    assert {part.kind for part in parts(verbatim(text))} <= {"paragraph"}


@pytest.mark.parametrize(
    "name",
    ["1. FC Huddinge", "# Trygg kväll", "## Andra", "Projekt *Ljus*", "**Allt**", "- Ett streck",
     "> Citat", "[Klubben]", "a\\b", "[sju](fakta:brev-skickade)", "{who}", "\\*", "• Punkt"],
)  # fmt: skip
def test_names_are_printed_as_they_are(name: str) -> None:
    words = fill_template("{name} fick {sum} av {name}.", name=name, sum=FactText("7 kr", "k"))
    assert plain_words(words) == f"{name} fick 7 kr av {name}."
    assert words_of(stored(words)) == plain_words(words)
    item = stored_item(name, words)
    assert words_of(item) == f"{name}: {plain_words(words)}"
    assert [part.kind for part in parts(item)] == ["list"]


def test_a_list_of_words_has_commas_and_och() -> None:
    told: list[Words] = [("a",), (FactText("b", "k"),), ("c",)]
    assert plain_words(list_words(told)) == "a, b och c"
    assert list_words(told[:1]) == ("a",)
    assert list_words([]) == ()


@pytest.mark.parametrize(
    ("typed", "told"),
    [("lokalen brann", "Lokalen brann."), ("Varför?", "Varför?"), ("m.m. ", "M.m."), ("", ""),
     ("iFokus ställde in", "iFokus ställde in."), ("1. FC lade ner", "1. FC lade ner.")],
)  # fmt: skip
def test_a_reason_is_a_sentence_of_its_own(typed: str, told: str) -> None:
    assert own_sentence(typed) == told


def test_a_word_with_capitals_of_its_own_keeps_them() -> None:
    assert [begun(each) for each in ("dialog", "eSport", "")] == ["Dialog", "eSport", ""]

"""Which words are spelled, which are known, and how many a text has."""

import pytest

from hubra_desktop.model.spelled_words import (
    KnownWords,
    spelled_words,
    words_in_text,
    words_shown,
    words_to_spell,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Två ord.", ["Två", "ord"]),
        ("s.k. BRÅ 2017 kl. 15.30 anna@bra.se www.bra.se KS-2018/451", ["kl"]),
        (
            "brotts- och drogförebyggande (A-salen)",
            ["brotts", "och", "drogförebyggande", "A-salen"],
        ),
        ("”citat” – så", ["citat", "så"]),
        ("x 7a", []),
    ],
)
def test_words_that_can_be_right_or_wrong_are_spelled(text: str, words: list[str]) -> None:
    assert [each.word for each in spelled_words(text)] == words
    assert all(text[each.start : each.end] == each.word for each in spelled_words(text))


def test_words_of_facts_and_links_are_not_spelled() -> None:
    text = (
        "# Rubrik\n\n[sju](fakta:x) **brev** [hemsidan](www.bra.se)\n\n| a | cell |\n| --- | --- |"
    )
    assert list(words_to_spell(text)) == ["Rubrik", "brev", "cell"]


def test_names_of_the_register_are_known_in_the_genitive_too() -> None:
    known = KnownWords(["Flemingsbergs IF", "Ömer Åkesson"], ["trygghetsbrev"])
    assert all(word in known for word in ("Åkessons", "flemingsbergs", "Trygghetsbrev"))
    assert "felstavt" not in known


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Två ord – och 3 500 kr.", 6),
        ("", 0),
        ("# En rubrik\n\n- **ett**\n- [sju brev](fakta:x)", 5),
        ("Text^[en not] här", 4),
        ("![visar något](bild:0a1b2c3d)", 0),
        ("| a b | c |\n| --- | --- |\n| d |", 4),
    ],
)
def test_the_words_that_a_reader_sees_are_counted(text: str, count: int) -> None:
    assert words_in_text(text) == count


def test_what_is_chosen_is_counted_as_it_stands() -> None:
    assert words_shown("två ord\u2029 – nytt stycke") == 4

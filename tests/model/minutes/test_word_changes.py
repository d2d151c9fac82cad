"""The words that a decision was changed in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.minutes.word_changes import WordChange, Words, word_changes

K, O, I = WordChange.KEPT, WordChange.OUT, WordChange.IN  # noqa: E741


@pytest.mark.parametrize(
    ("proposed", "adopted", "found"),
    [
        ("Rådet godkänner.", "Rådet godkänner.", [(K, "Rådet godkänner.")]),
        (
            "Med 20 000 kr beviljas.",
            "Med 15 000 kr beviljas.",
            [(K, "Med "), (O, "20"), (I, "15"), (K, " 000 kr beviljas.")],
        ),
        (
            "Rådet avslår nu.",
            "Rådet godkänner delvis nu.",
            [(K, "Rådet "), (O, "avslår"), (I, "godkänner delvis"), (K, " nu.")],
        ),
        ("", "Nytt.", [(I, "Nytt.")]),
        ("Borta.", "", [(O, "Borta.")]),
        ("", "", []),
    ],
)
def test_changes_are_shown_where_they_are(
    proposed: str, adopted: str, found: list[tuple[WordChange, str]]
) -> None:
    assert list(word_changes(proposed, adopted)) == [Words(*each) for each in found]


@given(st.text("ab .\n", max_size=30), st.text("ab .\n", max_size=30))
def test_both_texts_can_be_read_from_the_changes(proposed: str, adopted: str) -> None:
    found = word_changes(proposed, adopted)
    assert "".join(each.text for each in found if each.change is not I) == proposed
    assert "".join(each.text for each in found if each.change is not O) == adopted
    assert all(each.text for each in found)

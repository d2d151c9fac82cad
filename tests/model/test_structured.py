"""Structured text as it is typed: read, written back, and no word lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.structured import Span, marked, parts, plain_line, spans
from tests.model.prose import words_of

ODD = "ab *[]()\\#->.1)é•_"
SPANS = st.lists(
    st.builds(
        Span,
        text=st.text(alphabet=ODD, min_size=1, max_size=6),
        bold=st.booleans(),
        italic=st.booleans(),
        address=st.just(""),
        fact=st.sampled_from(["", "", "brev-skickade"]),
    ),
    max_size=4,
)
WORDS = st.builds(
    Span,
    text=st.text(alphabet="abé", min_size=1, max_size=6),
    bold=st.booleans(),
    italic=st.booleans(),
    address=st.just(""),
    fact=st.sampled_from(["", "brev-skickade"]),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[sju](fakta:brev-skickade)", (Span("sju", fact="brev-skickade"),)),
        ("**[sju](FAKTA:brev)**", (Span("sju", bold=True, fact="brev"),)),
        ("[här](www.bra.se)", (Span("här", address="www.bra.se"),)),
        (r"1\. ett", (Span("1. ett"),)),
        ("", ()),
    ],
)
def test_a_line_is_cut_into_words_of_one_sort(text: str, expected: tuple[Span, ...]) -> None:
    assert spans(text) == expected


@given(SPANS)
def test_no_word_is_lost_on_the_way(line: list[Span]) -> None:
    assert "".join(span.text for span in spans(marked(line))) == "".join(span.text for span in line)


@given(st.lists(WORDS, max_size=5))
def test_what_is_written_apart_is_read_back_the_same(words: list[Span]) -> None:
    line = [each for word in words for each in (word, Span(" – "))]
    assert spans(marked(line)) == _joined(line)


def _joined(line: list[Span]) -> tuple[Span, ...]:
    """Join neighbours of one sort, as reading does; spaces belong to what is plain."""
    found: list[Span] = []
    for span in line:
        if found and not span.fact and found[-1]._replace(text="") == span._replace(text=""):
            found[-1] = found[-1]._replace(text=found[-1].text + span.text)
        else:
            found.append(span)
    return tuple(found)


@given(st.text(alphabet=ODD, min_size=1, max_size=8).filter(lambda text: text.strip() == text))
def test_a_line_can_always_be_written_as_a_paragraph(text: str) -> None:
    written = plain_line(marked([Span(text)]))
    assert [(part.kind, len(part.lines)) for part in parts(written)] == [("paragraph", 1)]
    assert words_of(written) == text


def test_the_words_of_a_text_have_no_marks() -> None:
    text = "# Rubrik\n\nSkickat [sju](fakta:brev) **brev**\n- ett\n- två"
    assert words_of(text) == "Rubrik\n\nSkickat sju brev\n\nett\ntvå"

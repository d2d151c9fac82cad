"""Structured text as it is typed: read, written back, and no word lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.structured import Span, marked, parts, picture_line, plain_line, spans
from hubra_desktop.model.text_tables import pasted_rows, table_text
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
        note=st.just(""),
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
    note=st.just(""),
)
LINES = st.text(alphabet=ODD + "|^", min_size=1, max_size=8).map(str.strip)
NOTES = st.builds(lambda words: Span("", note=marked([Span(words)])), LINES.filter(bool))


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


@given(st.lists(st.one_of(WORDS, NOTES), max_size=5))
def test_what_is_written_apart_is_read_back_the_same(words: list[Span]) -> None:
    line = [each for word in words for each in (word, Span(" – "))]
    assert spans(marked(line)) == _joined(line)


@given(st.lists(st.lists(LINES, min_size=2, max_size=2), min_size=1, max_size=3))
def test_a_table_is_read_back_cell_by_cell(rows: list[list[str]]) -> None:
    written = table_text([[marked([Span(cell)]) for cell in row] for row in rows])
    (read,) = parts(f"Text\n\n{written}\n\nMer")[1:-1]
    told = [["".join(span.text for span in spans(cell.text)) for cell in row] for row in read.rows]
    assert (read.kind, told) == ("table", rows)


@given(LINES)
def test_what_a_picture_shows_is_read_back(words: str) -> None:
    (read,) = parts(picture_line("0a1b2c3d", words))
    assert (read.kind, read.picture) == ("picture", "0a1b2c3d")
    assert "".join(span.text for span in spans(read.lines[0].text)) == " ".join(words.split())


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("| a | b |\n| c | d |", ["paragraph"]),
        ("| a | b |\n| --- |", ["paragraph"]),
        ("| a |\n\\| --- |", ["paragraph"]),
        ("Text\n| a |\n| --- |\n| 1 |\nMer", ["paragraph", "table", "paragraph"]),
        ("![ord](https://bra.se/a.png)", ["paragraph"]),
        ("x ![ord](bild:0a1b2c3d)", ["paragraph"]),
    ],
)
def test_only_a_table_or_a_picture_is_one(text: str, kinds: list[str]) -> None:
    assert [part.kind for part in parts(text)] == kinds


def test_a_table_of_uneven_rows_loses_nothing() -> None:
    (table,) = parts("| a | b |\n| --- | --- |\n| 1 |\n| 2 | 3 | 4 |")
    cells = [[cell.text for cell in row] for row in table.rows]
    assert cells == [["a", "b", ""], ["1", "", ""], ["2", "3", "4"]]


@pytest.mark.parametrize(
    ("copied", "rows"),
    [
        ("Post\tkr\r\nMat\t1 200\r\n", [["Post", "kr"], ["Mat", "1 200"]]),
        ('"två\nrader"\t2\n', [["två rader", "2"]]),
        ("Ett\ttab\nsedan inget", []),
        ("bara text", []),
        ("", []),
    ],
)
def test_what_is_copied_from_a_spreadsheet_is_a_table(copied: str, rows: list[list[str]]) -> None:
    assert pasted_rows(copied) == rows


def _joined(line: list[Span]) -> tuple[Span, ...]:
    """Join neighbours of one sort, as reading does; spaces belong to what is plain."""
    found: list[Span] = []
    for span in line:
        if (
            found
            and not (span.fact or span.note)
            and found[-1]._replace(text="") == span._replace(text="")
        ):
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

"""Text of other programs parted into the cells of rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn as C
from hubra_desktop.ui.pages.meetings.agenda.agenda_text import cells_of, holds_rows

READ: list[tuple[str, list[dict[C, str]]]] = [
    ("Ett\nTvå\n\nTre", [{C.TITLE: "Ett"}, {C.TITLE: "Två"}, {C.TITLE: "Tre"}]),
    ("1. Upprop", [{C.TITLE: "Upprop"}]),
    ("§ 12 Upprop", [{C.TITLE: "§ 12 Upprop"}]),
    ("7a) Bilagor", [{C.TITLE: "Bilagor"}]),
    ("•\tUpprop", [{C.TITLE: "Upprop"}]),
    ("– Upprop", [{C.TITLE: "Upprop"}]),
    ("2018 års budget", [{C.TITLE: "2018 års budget"}]),
    ("15.30–15.35 Upprop", [{C.TIME: "15.30–15.35", C.TITLE: "Upprop"}]),
    ("Kl. 15:30 Upprop", [{C.TIME: "Kl. 15:30", C.TITLE: "Upprop"}]),
    ("Lägesbild (20 min)", [{C.TITLE: "Lägesbild", C.MINUTES: "20"}]),
    ("Lägesbild, 20 minuter", [{C.TITLE: "Lägesbild", C.MINUTES: "20"}]),
    ("Upprop\n(Kl. 15:30–15:35)", [{C.TITLE: "Upprop", C.TIME: "Kl. 15:30–15:35"}]),
    ("1\tUpprop\t5", [{C.TITLE: "Upprop", C.MINUTES: "5"}]),
    ("Upprop\t5 min", [{C.TITLE: "Upprop", C.MINUTES: "5"}]),
    (
        "15.30–15.35\t1\tUpprop\tAnna Berg, utredare\t5\tKS-2018/451.181",
        [
            {
                C.TIME: "15.30–15.35",
                C.TITLE: "Upprop",
                C.PRESENTERS: "Anna Berg, utredare",
                C.MINUTES: "5",
                C.CASE_NUMBER: "KS-2018/451.181",
            }
        ],
    ),
    ("Upprop\tAnna\tBo", [{C.TITLE: "Upprop", C.PRESENTERS: "Anna; Bo"}]),
    ("Tid\tÄrende\tMin\n\tUpprop\t5", [{C.TITLE: "Upprop", C.MINUTES: "5"}]),
    ('"Upprop\noch närvaro"\t5', [{C.TITLE: "Upprop och närvaro", C.MINUTES: "5"}]),
    ('"Trygg" i Huddinge', [{C.TITLE: '"Trygg" i Huddinge'}]),
    ("Upprop\x0boch mer\r\nSlut", [{C.TITLE: "Upprop och mer"}, {C.TITLE: "Slut"}]),
    ("", []),
    (" \t \n", []),
]


@pytest.mark.parametrize(("text", "rows"), READ)
def test_text_becomes_rows(text: str, rows: list[dict[C, str]]) -> None:
    assert [dict(row) for row in cells_of(text)] == rows


@given(st.text(alphabet="aÖ1.:-–\t\n\r\"' ()§•", max_size=60))
def test_any_text_can_be_pasted(text: str) -> None:
    assert all(row and all(cell.strip() for cell in row.values()) for row in cells_of(text))


@pytest.mark.parametrize(
    ("text", "many"), [("En rad", False), ("En rad\n\n", False), ("a\nb", True), ("a\tb", True)]
)
def test_more_than_a_title_is_known(text: str, many: bool) -> None:
    assert holds_rows(text) is many

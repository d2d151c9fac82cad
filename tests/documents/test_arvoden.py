"""The list for the payroll says what each person is paid, of what, and what was counted."""

from dataclasses import replace
from datetime import date

from hubra_desktop.documents.arvoden import AllowancePaper, PaidList, arvoden_manuscript
from hubra_desktop.documents.kit.html import to_html
from hubra_desktop.documents.kit.render import to_pdf
from hubra_desktop.documents.official import Sender
from hubra_desktop.model.attendance.attendance_terms import AllowanceKind
from hubra_desktop.model.records.attendance import AllowancePeriod, AllowanceRate, AllowanceRow
from tests.documents.reading import text_of
from tests.documents.samples import HOUSE

FIRST, _, _, LOST, TRAVEL = AllowanceKind
DAY = date(2019, 5, 15)
PERIOD = AllowancePeriod(
    id="p", name="våren 2019", first=date(2019, 1, 1), last=date(2019, 6, 30),
    closed_on=date(2019, 7, 1),
)  # fmt: skip
ROWS = (
    AllowanceRow(
        id="1", name="Östen Ek", meeting_id="m", kind=FIRST, units=1, rate_ore=50_000,
        amount_ore=50_000,
    ),
    AllowanceRow(
        id="2", name="Åsa Ek", meeting_id="m", kind=TRAVEL, units=34, rate_ore=250,
        amount_ore=8_500,
    ),
    AllowanceRow(
        id="3", name="Åsa Ek", meeting_id="m", kind=LOST, units=1, rate_ore=250_000,
        amount_ore=200_000,
    ),
    AllowanceRow(
        id="4", name="Åsa Ek", meeting_id="w", kind=FIRST, amount_ore=10_000, lowers=True,
        corrects_id="0", reason="Gick tidigare.",
    ),
)  # fmt: skip
RATES = (
    AllowanceRate(year=2019, kind=FIRST, amount_ore=50_000, covers=120, seat="politiker"),
    AllowanceRate(year=2019, kind=LOST, ceiling_ore=200_000, decision="KF § 14"),
    AllowanceRate(year=2019, kind=TRAVEL, amount_ore=250),
)
PAID = PaidList(period=PERIOD, rows=ROWS, days={"m": DAY, "w": date(2018, 12, 1)})
PAPER = AllowancePaper(
    sender=Sender(kind="Arvoden"), year=2019, lists=(PAID,), rates=RATES, body="Trygghetsrådet"
)


def printed(paper: AllowancePaper = PAPER, size: float | None = None) -> str:
    text = text_of(to_pdf(arvoden_manuscript(paper, HOUSE, text_size=size)))
    return " ".join(text.replace("\u00a0", " ").split())


def test_it_says_what_each_is_paid_and_of_what() -> None:
    text = printed()
    for words in (
        "Arvoden våren 2019",
        "Period 2019-01-01 – 2019-06-30",
        "Sammanträden 2019-05-15 Personer 2",
        "Summa 2 485 kr",
        "Åsa Ek 2 000 85 −100 1 985",
        "Östen Ek 500 500",
        "Attest",
        "2019-05-15 Ledamot Resa 34 km 2,50 85",
        "Förlorad arbetsinkomst (högsta belopp)",
        "Rättelse av första timmarna: Gick tidigare. −100",
        "Ledamot (politiker) Första timmarna 120 minuter",
    ):
        assert words in text, words
    assert "Utkast" not in text


def test_an_open_list_is_a_draft_and_says_what_to_look_at() -> None:
    open_one = replace(PAID, period=replace(PERIOD, closed_on=None), remarks=("Se på det här.",))
    text = printed(replace(PAPER, lists=(open_one,)))
    assert text.startswith("Utkast")
    assert "Nej, listan kan ändras" in text
    assert "Se på det här." in text


def test_lists_of_a_year_stand_each_under_its_name_and_an_empty_one_says_so() -> None:
    autumn = PaidList(period=replace(PERIOD, id="h", name="hösten 2019"))
    paper = replace(PAPER, lists=(PAID, autumn), rates=())
    text = printed(paper, 20)
    assert text.index("våren 2019") < text.index("hösten 2019") < text.index("Attest")
    assert "Inget att betala i perioden." in text
    assert "Listor 2 Summa 2 485 kr" in text
    assert "Satser" not in text
    assert paper.title == "Arvoden 2019"
    assert "hösten 2019" in to_html(arvoden_manuscript(paper, HOUSE))

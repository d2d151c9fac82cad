"""Labels in their places on the sheet, and the card that says what to print and pack."""

import datetime as dt
from dataclasses import replace

import pytest

from hubra_desktop.documents.etiketter import AddressLabel, LabelPaper, etiketter_manuscript
from hubra_desktop.documents.jobbkort import JobCard, JobPaper, jobbkort_manuscript
from hubra_desktop.documents.kit.html import to_html
from hubra_desktop.documents.kit.render import to_pdf
from hubra_desktop.documents.kit.style import A4, MM
from hubra_desktop.documents.official import Sender
from hubra_desktop.model.dispatch.label_sheets import LABEL_SHEETS, label_sheet
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.dispatch import DispatchRecipient
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.terms import DeliveryWay
from tests.documents.reading import spoken

STYLE = HouseStyle(organisation="Ekköpings kommun")
DAY = dt.date(2018, 2, 28)
SHEET = LABEL_SHEETS["3x8"]


def labels(count: int, first: int = 1, sheet: str = "3x8") -> LabelPaper:
    return LabelPaper(
        labels=tuple(
            AddressLabel(f"Åsa Ek {n}", (f"Kommunalvägen {n}", "141 61 Huddinge"))
            for n in range(1, count + 1)
        ),
        sheet=LABEL_SHEETS[sheet], first=first, about="Kallelse 2018-03-07", body="Rådet", day=DAY,
    )  # fmt: skip


def card(**values: object) -> JobCard:
    given: dict[str, object] = {
        "sender": Sender(kind="Jobbkort", administration="Trygghetsrådet", date=DAY),
        "title": "Kallelse till sammanträdet 2018-03-07", "when": "onsdag den 7 mars 2018 15.30",
        "place": "A-salen", "papers": (JobPaper("Kallelse 2018-03-07", 2), JobPaper("Svaret")),
        "left_out": (JobPaper("Utredningen", note="Delas ut på plats"),),
        "recipients": (
            DispatchRecipient(name="Åsa Ek", role="ordförande", copies=2, way=DeliveryWay.POST,
                              address="Kommunalvägen 28\n141 61 Huddinge"),
            DispatchRecipient(name="Erik Öman", role="ledamot", way=DeliveryWay.HAND),
            DispatchRecipient(name="Bo Sund", role="ledamot", address="bo@exempel.se"),
        ),
        "protected": ("Pia Dold",), "duplex": True, "day": DAY,
    }  # fmt: skip
    return JobCard(**{**given, **values})  # type: ignore[arg-type]


@pytest.mark.parametrize("name", LABEL_SHEETS)
def test_a_sheets_labels_stand_on_the_paper_and_beside_each_other(name: str) -> None:
    sheet = LABEL_SHEETS[name]
    right = sheet.left + (sheet.columns - 1) * sheet.across + sheet.width
    lowest = sheet.top + (sheet.rows - 1) * sheet.down + sheet.height
    assert sheet.width <= sheet.across
    assert sheet.height <= sheet.down
    assert right * MM <= A4[0] + 0.3 * MM
    assert lowest * MM <= A4[1]
    assert abs(sheet.left + right - 210) < 0.3
    assert abs(sheet.top + lowest - 297) < 0.3


def test_labels_are_read_as_a_list_from_the_first_free_one() -> None:
    manuscript = etiketter_manuscript(labels(25, first=3), STYLE)
    assert len(manuscript.blocks) == 2
    assert len(manuscript.blocks[0].inside()) == SHEET.count - 2
    assert [each.tag for each in manuscript.root.kids] == ["L"]
    assert len(manuscript.root.kids[0].kids) == 25
    told = spoken(to_pdf(manuscript))
    assert told.index("Åsa Ek 1") < told.index("Kommunalvägen 1") < told.index("Åsa Ek 2")
    assert "141\u00a061 Huddinge" in to_html(manuscript, None)


def test_a_long_address_is_set_smaller_and_one_that_no_label_holds_is_told() -> None:
    long = AddressLabel("Föreningen för trygghet och trivsel i södra Ekköping", tuple(
        f"Rad {n} med en ganska lång text som bryts" for n in range(4)))  # fmt: skip
    assert to_pdf(etiketter_manuscript(replace(labels(1), labels=(long,)), STYLE))
    endless = AddressLabel("Åsa Ek", tuple(f"Rad {n}" for n in range(40)))
    with pytest.raises(InputError, match="Adressen till Åsa Ek har för många rader"):
        etiketter_manuscript(replace(labels(1), labels=(endless,)), STYLE)


@pytest.mark.parametrize(("name", "first"), [("4x4", 1), ("3x8", 0), ("3x8", 25)])
def test_a_label_that_is_on_no_sheet_is_refused(name: str, first: int) -> None:
    with pytest.raises(InputError):
        label_sheet(name, first)


def test_the_card_says_copies_ways_papers_and_for_whom() -> None:
    told = spoken(to_pdf(jobbkort_manuscript(card(), STYLE)))
    for words in (
        "Antal exemplar", "3 exemplar", "Med post", "2 exemplar", "Dubbelsidig", "Svaret",
        "Delas ut på plats", "Kommunalvägen 28, 141 61 Huddinge", "Erik Öman", "1 mottagare",
        "Pia Dold", "Uppgifterna är skyddade",
    ):  # fmt: skip
        assert words in told, words
    assert "bo@exempel.se" not in told
    single = spoken(to_pdf(jobbkort_manuscript(card(duplex=False, recipients=()), STYLE)))
    assert "Enkelsidig" in single
    assert "Inga" in single

"""The official paper's head: what stands in it, in what order, whatever is missing."""

from dataclasses import replace
from datetime import date

import pytest

from hubra_desktop.documents.kit.render import to_pdf
from hubra_desktop.documents.official import OfficialPaper, Sender
from hubra_desktop.model.records.meeting import HouseStyle
from tests.documents.checks import problems
from tests.documents.reading import run, spoken
from tests.documents.samples import HOUSE, picture

SENDER = Sender(
    kind="Tjänsteutlåtande", administration="Kommunstyrelsens förvaltning",
    date=date(2018, 2, 16), case_number="KS-2016/1968.173", handler="Catarina Klockerud",
    handler_contact="Catarina.Klockerud@huddinge.se\n08-535 313 46",
    addressee="Huddinges brottsförebyggande råd\n141 85 Huddinge",
)  # fmt: skip


def printed(
    sender: Sender, style: HouseStyle = HOUSE, *, text: int = 1, **options: object
) -> bytes:
    """Print a paper with ``text`` paragraphs."""
    paper = OfficialPaper(style, sender, **options)  # type: ignore[arg-type]
    paper.begin("Rubrik")
    for number in range(text):
        paper.section(f"Avsnitt {number + 1}")
    manuscript = paper.finish(title="Rubrik", subject="Prov", day=date(2018, 1, 1))
    return to_pdf(manuscript)


def lines(data: bytes) -> list[str]:
    """Return what is read aloud, line by line."""
    return [line.strip() for line in spoken(data).splitlines() if line.strip()]


def test_the_head_is_read_in_the_sources_order() -> None:
    assert lines(printed(SENDER))[:14] == [
        "Tjänsteutlåtande", "Kommunstyrelsens förvaltning", "Datum", "Diarienummer", "2018-02-16",
        "KS-2016/1968.173", "Handläggare", "Catarina Klockerud", "Catarina.Klockerud@huddinge.se",
        "08-535 313 46", "Till", "Huddinges brottsförebyggande råd", "141 85 Huddinge", "Rubrik",
    ]  # fmt: skip


def test_the_page_number_is_written_as_one_of_many_on_every_page() -> None:
    data = printed(SENDER, text=30)
    pages = run("pdftotext", "-layout", data=data, after=("-",)).split("\f")
    count = len(pages) - 1
    assert count > 1
    for number, page in enumerate(pages[:-1], 1):
        head = page[:400].replace("\u00a0", " ")
        assert f"{number} ({count})" in head
        assert "Tjänsteutlåtande" in head


@pytest.mark.parametrize("size", [None, 16.0, 20.0, 60.0])
@pytest.mark.parametrize(
    "missing",
    [
        {},
        {"administration": "", "handler": "", "handler_contact": ""},
        {"date": None},
        {"case_number": ""},
        {"date": None, "case_number": "", "addressee": ""},
        {"handler": "", "handler_contact": "", "addressee": "", "administration": ""},
        {"case_number": "KS-2018/451.181 och KS-2016/1968.173 med flera nummer i samma ärende"},
        {"administration": "Natur- och byggnadsförvaltningen tillsammans med socialförvaltningen"},
    ],
)
def test_any_head_may_be_archived(size: float | None, missing: dict[str, object]) -> None:
    sender = replace(SENDER, **missing)  # type: ignore[arg-type]
    data = printed(sender, replace(HOUSE, logotype=picture()), text_size=size, draft=True)
    assert not problems(data)


def test_a_draft_says_so_at_the_head_and_in_the_title() -> None:
    data = printed(SENDER, draft=True)
    assert lines(data)[0] == "Utkast"
    assert "Utkast: Rubrik" in run("pdfinfo", data=data)


def test_the_author_is_the_administration_else_the_house() -> None:
    assert "Kommunstyrelsens förvaltning" in run("pdfinfo", data=printed(SENDER))
    bare = Sender(kind="Bilaga")
    assert HOUSE.organisation in run("pdfinfo", data=printed(bare))
    assert "HuBrå" in run("pdfinfo", data=printed(bare, HouseStyle()))

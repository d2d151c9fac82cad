"""Minutes and notes in print: the first page, each §, the approval; and as large print."""

import re
from dataclasses import replace
from datetime import date

import pytest

from hubra_desktop.documents.anslag import anslag_manuscript
from hubra_desktop.documents.kit.render import to_pdf
from hubra_desktop.documents.protokoll import MinutesContent, minutes_manuscript
from hubra_desktop.documents.underskrifter import underskrifter_manuscript
from hubra_desktop.model.attendance.attendance_terms import AttendanceStatus
from hubra_desktop.model.minutes.minutes_terms import (
    ApprovalKind,
    DecisionOutcome,
    MinutesKind,
)
from hubra_desktop.model.minutes.minutes_view import MinutesView
from hubra_desktop.model.records.minutes import Approval, Decision, Minutes, SectionDissent
from hubra_desktop.model.records.rulebook import BodyRules
from tests.documents.minutes_samples import (
    DAY,
    announcement,
    held_view,
    minutes_paper,
    signature_record,
    with_section,
)
from tests.documents.papers import pages, whole
from tests.documents.reading import spoken, squeezed, structure_of
from tests.documents.samples import HOUSE


def said(content: MinutesContent) -> str:
    return squeezed(whole(minutes_manuscript(content, HOUSE)))


def has(text: str, *words: str) -> None:
    for each in words:
        assert squeezed(each) in text, each


def minutes_of(view: MinutesView, **values: object) -> MinutesView:
    assert isinstance(view.minutes, Minutes)
    return replace(view, minutes=replace(view.minutes, **values))  # type: ignore[arg-type]


def test_the_first_page_tells_who_was_there_and_when() -> None:
    text = said(minutes_paper())
    has(
        text, "Protokoll för Trygghetsrådet", "Onsdag den 15 maj 2019",
        "Klockan 15.32–17.20, paus 16.28–16.40", "Åsa Ek (M), ordförande", "Bo Sund (S), §§ 15–20",
        "Cia Alm (M), §§ 14–16, 18–20", "Nils Palm (S), tjänstgör för Mats Nord",
        "Närvarande ersättare Olga Ros (M)", "Rut Sand, utredare, sekreterare",
        "Mats Nord (M), anmält förhinder", "Utses att justera Eva Lind", "§§ 14–20",
    )  # fmt: skip


def test_each_section_tells_what_the_law_wants_of_a_matter() -> None:
    text = said(minutes_paper())
    has(
        text, "§ 17 Bidrag till Nattvandrarna", "Diarienummer KS-2019/451.181",
        "Cia Alm anmäler jäv och deltar inte i ärendet. Skäl: Styrelseledamot i föreningen. "
        "Utanför rummet klockan 16.40–17.00.",
        "Förslag till beslut Rådet beviljar 20 000 kr.",
        "Yrkande Finn Dahl (S) yrkar ändring av förslaget: Bidraget blir 15 000 kr.",
        "Beslutsgång Förslagen ställs mot varandra.",
        "Ja-röst: Bifall till 15 000 kr. Nej-röst: Avslag.", "Ja (8)", "Nej (4)",
        "Omröstningen ger 8 ja-röster och 4 nej-röster.",
        "Beslut Rådet beviljar 15 000 kr.", "I beslutet deltar 12: alla beslutande utom Cia Alm.",
        "Reservation Dan Berg (S) reserverar sig mot beslutet: Beloppet är för lågt.",
        "Särskilt yttrande Finn Dahl (S): Först. Sedan.",
    )  # fmt: skip
    has(text, "Bo Sund kommer klockan 15.45.", "I beslutet deltar alla beslutande (13).")
    has(text, "Beslutet är i enlighet med förslaget.", "Beslutet delges Kommunstyrelsen")
    assert "inre" not in text


def test_the_approval_page_has_signatures_and_the_proof_of_the_announcement() -> None:
    view = minutes_paper().view
    done = Approval(id="a", done=DAY, posted_on=DAY)
    at_once = Approval(id="o", kind=ApprovalKind.IMMEDIATE, done=view.meeting.date)
    view = minutes_of(with_section(view, 2, approval_id="o"), approvals=(at_once, done))
    text = said(MinutesContent(view, draft=False))
    has(
        text, "Omedelbart justerade § 16 (2019-05-15)", "Justerat 2019-05-27",
        "Justeringens plats och tid Stadshuset, 2019-05-27", "Rut Sand Sekreterare",
        "Åsa Ek Ordförande", "Eva Lind Justerare", "Anslaget sätts upp 2019-05-27",
        "Protokollet förvaras Kommunarkivet",
    )  # fmt: skip
    down = replace(done, posted_until=date(2019, 6, 17))
    text = said(MinutesContent(minutes_of(view, approvals=(down,)), draft=False))
    has(text, "Anslaget tas ned 2019-06-18")
    down = replace(down, taken_down_on=date(2019, 6, 19))
    text = said(MinutesContent(minutes_of(view, approvals=(down,)), draft=False))
    has(text, "Anslaget tas ned 2019-06-19")
    quiet = replace(view, rules=BodyRules(id="r", body_id="b"))
    assert "Anslag" not in said(MinutesContent(quiet, draft=False))


def test_the_announcement_says_when_it_comes_down_as_the_minutes_do() -> None:
    up = squeezed(whole(anslag_manuscript(announcement(), HOUSE)))
    has(up, "till och med måndag den 17 juni 2019", "tas ned tisdag den 18 juni 2019")
    down = squeezed(whole(anslag_manuscript(announcement(immediate=True), HOUSE)))
    has(down, "Anslaget nedtaget tisdag den 18 juni 2019")
    assert squeezed("tas ned") not in down


def test_the_contents_list_the_sections_and_every_page_has_room_for_the_marks() -> None:
    printed = pages(to_pdf(minutes_manuscript(minutes_paper(), HOUSE)))
    assert "§ 14 Mötets öppnande" in " ".join(printed[0].split())
    assert all("Justerandes signatur" in page for page in printed)
    few = held_view()
    few = replace(few, sections=few.sections[:2])
    assert "Innehåll" not in said(MinutesContent(few))


def test_a_draft_says_so_and_has_no_numbers_yet() -> None:
    content = MinutesContent(held_view(first=None))
    text = said(content)
    has(text, "Utkast", "4. Bidrag till Nattvandrarna", "Bo Sund (S), ärende 2–7")
    assert "Utkast" not in said(minutes_paper())
    has(said(replace(content, version=2)), "Onsdag den 15 maj 2019, version 2")


def test_a_decision_that_is_not_taken_is_seen() -> None:
    view = with_section(held_view(), 2, decisions=(Decision(id="d", proposed="Rådet beslutar."),))
    has(said(MinutesContent(view)), "Beslutet är inte antecknat.", "Rådet beslutar.")


def test_several_decisions_are_numbered() -> None:
    made = (
        Decision(id=f"d{text}", adopted=text, proposed=text, outcome=DecisionOutcome.AS_PROPOSED)
        for text in ("Rådet godkänner.", "Rådet tackar.")
    )
    view = with_section(held_view(), 2, decisions=tuple(made))
    printed = to_pdf(minutes_manuscript(MinutesContent(view), HOUSE))
    has(squeezed(spoken(printed)), "1. Rådet godkänner. 2. Rådet tackar.")


def test_notes_have_no_sections_but_say_who_does_what() -> None:
    text = said(minutes_paper(MinutesKind.NOTES))
    has(
        text, "Minnesanteckningar för Trygghetsrådet", "Närvarande Åsa Ek",
        "4. Bidrag till Nattvandrarna", "Att göra", "Rådet beviljar 15 000 kr. Eva Lind",
        "Antecknat av Rut Sand", "Godkänt av Åsa Ek och Eva Lind",
    )  # fmt: skip
    assert "§" not in text
    assert "Justering" not in text


@pytest.mark.parametrize("size", [16.0, 20.0])
def test_large_print_says_the_same(size: float) -> None:
    manuscript = minutes_manuscript(minutes_paper(), HOUSE, text_size=size)
    has(squeezed(whole(manuscript)), "I beslutet deltar 12: alla beslutande utom Cia Alm.")


def test_minutes_of_a_meeting_that_nothing_is_known_of_are_printed() -> None:
    view = held_view(first=None)
    meeting = replace(view.meeting, start=None, end=None, opened_at=None, ended_at=None, place="")
    bare = replace(
        view, meeting=meeting, minutes=Minutes(meeting_id="held"), sections=(), attendances=(),
        pauses=(),
    )  # fmt: skip
    assert squeezed("Protokoll för Trygghetsrådet") in said(MinutesContent(bare))


def test_what_was_approved_at_once_says_so_and_who_took_no_part() -> None:
    whole_meeting = minutes_paper()
    grant = whole_meeting.view.sections[3:4]
    content = replace(whole_meeting, view=replace(whole_meeting.view, sections=grant))
    text = squeezed(whole(minutes_manuscript(content, HOUSE, at_once=True)))
    has(
        text, "Onsdag den 15 maj 2019, omedelbar justering av § 17", "Cia Alm (M), inte § 17",
        "I beslutet deltar 12: alla beslutande utom Cia Alm.",
    )  # fmt: skip


def test_a_draft_of_notes_is_approved_by_nobody_yet() -> None:
    content = minutes_paper(MinutesKind.NOTES)
    draft = said(replace(content, draft=True))
    has(draft, "Godkänns av Åsa Ek och Eva Lind")
    assert squeezed("Senast") not in draft  # no decision has a day


def test_where_minutes_are_kept_is_a_line_to_fill_in() -> None:
    view = minutes_of(minutes_paper().view, kept_at="")
    has(said(MinutesContent(view)), "Protokollet förvaras plats")


@pytest.mark.parametrize(
    ("place", "alone"),
    [
        (1, "Föredragande: Eva Lind"),
        (2, "Beslut"),
        (2, "Rådet godkänner verksamhetsberättelsen."),
        (2, "Beslutet är i enlighet med förslaget."),
    ],
)
def test_no_page_ends_between_what_belongs_together(place: int, alone: str) -> None:
    view = held_view()
    told = view.sections[place]
    many = tuple(
        replace(told, section=replace(
            told.section, id=f"s{n}", number=n, background="Rådet talar om läget. " * (n % 37)
        ))
        for n in range(1, 40)
    )  # fmt: skip
    content = MinutesContent(replace(view, sections=many))
    for page in pages(to_pdf(minutes_manuscript(content, HOUSE))):
        assert squeezed(f"{alone} Justerandes signatur") not in squeezed(page)


def test_when_somebody_with_jav_was_out_is_told_as_the_attendance_has_it() -> None:
    content = minutes_paper()
    out = tuple(
        replace(each, stays=(replace(each.stays[0], left=998), replace(each.stays[1], came=1021)))
        if each.id == "ha2"
        else each
        for each in content.view.attendances
    )
    has(
        said(replace(content, view=replace(content.view, attendances=out))),
        "Utanför rummet klockan 16.38–17.01.",
    )
    away = tuple(replace(each, status=AttendanceStatus.ABSENT) for each in out)
    absent = replace(content, view=replace(content.view, attendances=away))
    assert squeezed("Utanför rummet") not in said(absent)


def test_a_record_of_signatures_writes_clock_times_as_the_house_does() -> None:
    colon = replace(HOUSE, time_separator=":")
    text = whole(underskrifter_manuscript(signature_record(), colon))
    assert re.search(r"klockan\s?\d\d:\d\d", text)
    assert not re.search(r"klockan\s?\d\d\.\d\d", text)


def test_what_somebody_has_put_to_the_minutes_ends_where_it_is_seen_and_heard() -> None:
    long = SectionDissent(id="l", name="Eva Lind", text="Beloppet är lågt.\n\n- Ett\n- Två")
    short = SectionDissent(id="s", name="Bo Sund")
    content = MinutesContent(with_section(held_view(), 3, dissents=(long, short)))
    manuscript = minutes_manuscript(content, HOUSE)
    has(squeezed(whole(manuscript)), "Eva Lind reserverar sig mot beslutet: Beloppet är lågt.")
    quoted = re.search(r"BlockQuote(.*?)Bo Sund", structure_of(to_pdf(manuscript)), re.DOTALL)
    assert quoted
    assert "Beloppet" in quoted[1]

"""Extracts: what a § says to one who is told, kept to the byte when it goes, without names."""

import datetime as dt
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from hubra_desktop.model.attendance.attendance_terms import AttendanceRole
from hubra_desktop.model.dispatch.dispatch_terms import DispatchKind
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.minutes.minutes_terms import AppealKind, DissentKind, MinutesKind
from hubra_desktop.model.minutes.told_of import NAMELESS
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.council import Body
from hubra_desktop.model.records.minutes import (
    DecisionNotice,
    Disqualification,
    Minutes,
    Section,
    SectionDissent,
)
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.calling.sent_files import sent_files
from hubra_desktop.work.commands.approval import PostAnnouncement, ReopenMinutes
from hubra_desktop.work.commands.extracts import IssueExtract
from hubra_desktop.work.commands.sections import NumberSections
from hubra_desktop.work.edits import Add, Change
from hubra_desktop.work.extract_mail import extract_draft
from hubra_desktop.work.extracts import PreparedExtract, prepare_extract, rendered_extract
from hubra_desktop.work.issued_papers import issued_pdf
from hubra_desktop.work.papers import PaperForm, collect, render
from hubra_desktop.work.queries.diary import diary
from hubra_desktop.work.queries.dispatches import dispatches_of
from tests.work.held_office import NAMES, SUBSTITUTES, held_office
from tests.work.office import Office
from tests.work.test_approval import POSTED, MarkApproved

HTML = PaperForm(html=True)
GRANT = "sec-h4"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """The meeting's minutes with numbers, not approved; the grant can be appealed."""
    made = held_office(tmp_path / "a.hubra")
    made.run(NumberSections("held"))
    made.run(
        Change(Section, GRANT, {"appeal": AppealKind.LEGALITY, "procedure": "Åsa Eks ordning"})
    )
    yield made
    made.workspace.close()


def page(office: Office, section: str = GRANT, **options: object) -> str:
    with office.workspace.read() as reader:
        return words(render(collect(reader, "utdrag", section, **options), HTML))


def words(html: bytes) -> str:
    """Return what a page says: its title and its text, with plain spaces."""
    return " ".join(re.sub(r"<[^>]*>", "", html.decode().replace("\xad", "")).split())


def told(office: Office, **values: object) -> str:
    given = {"name": "Nattvandrarna", "address": "natt@exempel.se", **values}
    return str(office.run(Add(DecisionNotice, given, "hd2")).created)


def prepared(office: Office, notice: str) -> PreparedExtract:
    with office.workspace.read() as reader:
        return prepare_extract(reader, notice)


def issued(office: Office, notice: str) -> str:
    ready = rendered_extract(prepared(office, notice))
    return office.made(IssueExtract(ready, "Åsa Ek", now(office)))


def now(office: Office) -> dt.datetime:
    return dt.datetime.combine(dt.datetime.now().date(), dt.time(10, 5))


def test_an_extract_says_what_the_minutes_say_and_how_it_is_appealed(office: Office) -> None:
    approval = office.made(MarkApproved())
    office.run(PostAnnouncement(approval, POSTED, "Åsa Ek"))
    told(office)
    with office.workspace.read() as reader:
        paper = collect(reader, "utdrag", GRANT)
    assert all(render(paper, PaperForm(text_size=size)) for size in (16.0, 20.0))
    said = page(office)
    for words in ("Rådet beviljar 15 000 kr.", "Dan Berg", "Så överklagas beslutet",
                  "Sista dagen är", "Nattvandrarna", "Cia Alm anmäler jäv"):  # fmt: skip
        assert words in said
    assert "Så överklagas" not in page(office, "sec-h3")


def test_without_names_it_names_nobody_who_decided_or_took_part(office: Office) -> None:
    notice = told(office, anonymous=True)
    office.made(MarkApproved())
    for said in (page(office, nameless=True), page(office, notice_id=notice)):
        assert NAMELESS in said
        assert "Rådet beviljar 15 000 kr." in said
        assert [
            name for name in (*NAMES, *SUBSTITUTES) if re.search(rf"\b{name.split()[1]}s?\b", said)
        ] == []
    issued_id = issued(office, notice)
    with office.workspace.read() as reader:
        draft = extract_draft(reader, issued_id)
    letter = message_from_bytes(draft.content, policy=default)
    body = letter.get_body()
    assert body is not None
    assert [name for name in NAMES if name in body.get_content()] == []


def test_without_names_it_tells_of_being_out_what_the_minutes_tell(office: Office) -> None:
    """Whoever has jäv and stayed inside, as the attendance has it, is not told to be out."""
    out = "Utanför rummet klockan 16.40–17.00."
    assert [out in page(office, nameless=each) for each in (False, True)] == [True, True]
    office.run(Add(Disqualification, {"attendance_id": "ha7", "name": NAMES[7]}, GRANT))
    assert [page(office, nameless=each).count("Utanför") for each in (False, True)] == [1, 1]


def test_without_names_organisations_stay_where_the_text_speaks_of_them(office: Office) -> None:
    office.run(Add(Body, {"name": "Föreningen Exempelvakten", "short_name": "FEV"}))
    for name in ("Polisen", "FEV", "Föreningen Exempelvakten", "Ove"):
        row = {"meeting_id": "held", "role": AttendanceRole.GUEST, "name": name}
        office.run(Add(Attendance, row))
    office.run(Add(SectionDissent, {"kind": DissentKind.NOTE, "name": "Polisen", "text": "Nej."},
                   GRANT))  # fmt: skip
    background = "Enligt polisen och FEV ser Föreningen Exempelvakten och Ove andra ove."
    office.run(Change(Section, GRANT, {"background": background}))
    said = page(office, nameless=True)
    left = f"Enligt polisen och FEV ser Föreningen Exempelvakten och {NAMELESS} andra ove."
    assert left in said
    assert "Polisen" not in said


def test_it_is_a_draft_until_its_section_is_approved(office: Office) -> None:
    notice = told(office)
    assert "Utkast:" in page(office)
    with pytest.raises(InputError, match="inte justerad än"):
        prepared(office, notice)
    office.made(MarkApproved((GRANT,)))
    assert "Utkast:" not in page(office)
    assert "Utkast:" in page(office, "sec-h3")
    assert issued(office, notice)


def test_what_goes_out_is_kept_told_of_and_in_the_diary(office: Office) -> None:
    notice = told(office)
    office.made(MarkApproved())
    ready = rendered_extract(prepared(office, notice))
    issued_id = office.made(IssueExtract(ready, "Åsa Ek", now(office)))
    with office.workspace.read() as reader:
        assert issued_pdf(reader, issued_id) == ready.pdf
        again = collect(reader, "utdrag", GRANT, issued=issued_id)
        assert render(again) == ready.pdf
        assert words(render(again, HTML)) == words(render(ready.paper, HTML))
        (row,) = records(reader, DecisionNotice, TABLES["decision_notice"].c.id == notice)
        assert (row.issued_id, row.sent) == (issued_id, now(office).date())
        (dispatch,) = dispatches_of(reader, "held")
        draft = extract_draft(reader, issued_id)
        (paper,) = sent_files(reader, dispatch.id).papers
        entries = [
            each for each in diary(reader, meeting_id="held") if "utdrag" in each.what.lower()
        ]
    assert (dispatch.kind, dispatch.version) == (DispatchKind.EXTRACT, 1)
    assert paper.content == ready.pdf
    letter = message_from_bytes(draft.content, policy=default)
    assert letter["To"] == "Nattvandrarna <natt@exempel.se>"
    (attached,) = letter.iter_attachments()
    assert attached.get_content() == ready.pdf
    assert {each.source.split(":")[0] for each in entries} == {"issued", "dispatch"}
    with pytest.raises(InputError, match="inget att ångra"):
        office.workspace.undo()


def test_what_has_changed_since_is_not_issued(office: Office) -> None:
    notice = told(office)
    office.made(MarkApproved())
    ready = rendered_extract(prepared(office, notice))
    with pytest.raises(InputError, match="inte färdig"):
        office.run(IssueExtract(prepared(office, notice), "Åsa Ek", now(office)))
    office.run(Change(DecisionNotice, notice, {"name": "En annan"}))
    with pytest.raises(InputError, match="har ändrats sedan"):
        office.run(IssueExtract(ready, "Åsa Ek", now(office)))
    office.run(Change(DecisionNotice, notice, {"name": ""}))
    with pytest.raises(InputError, match="vem som ska få"):
        office.run(IssueExtract(ready, "Åsa Ek", now(office)))


def test_a_second_one_to_the_same_is_the_next_version(office: Office) -> None:
    notice, other = told(office), told(office, name="Polisen")
    office.made(MarkApproved())
    first, second, third = (issued(office, each) for each in (notice, notice, other))
    with office.workspace.read() as reader:
        versions = {each.issued_id: each.version for each in dispatches_of(reader, "held")}
    assert versions == {first: 1, second: 2, third: 1}
    office.run(ReopenMinutes("held", now(office).date(), "Fel belopp", "Åsa Ek"))
    with pytest.raises(InputError, match="inte justerad än"):
        prepared(office, notice)


def test_notes_have_points_for_sections(tmp_path: Path) -> None:
    made = held_office(tmp_path / "a.hubra")
    made.run(Change(Minutes, "minutes", {"kind": MinutesKind.NOTES}))
    with made.workspace.read() as reader:
        paper = collect(reader, "utdrag", GRANT)
    assert paper.content.sender.kind == "Utdrag ur minnesanteckningar"
    assert paper.file_name() == "Utdrag 2019-05-15 Punkt 4.pdf"
    said = "".join(words(render(paper, HTML)).split())
    assert "GodkäntIntegodkäntän" in said.replace("\u00ad", "")
    made.workspace.close()


def test_the_list_of_who_is_told_groups_them_by_section(office: Office) -> None:
    told(office, sent=dt.date(2019, 5, 30))
    told(office, name="")
    with office.workspace.read() as reader:
        paper = collect(reader, "delgivning", "held")
    assert all(render(paper, PaperForm(text_size=size)) for size in (None, 16.0, 20.0))
    said = words(render(paper, HTML))
    assert said.index("Kommunstyrelsen") < said.index("Nattvandrarna") < said.index("2019-05-30")

"""What everybody may read of minutes: of a row behind closed doors its § and public title."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from hubra_desktop.model.dispatch.dispatch_terms import Audience
from hubra_desktop.model.minutes.public_minutes import LEFT_OUT
from hubra_desktop.model.records.attendance import AgendaRun
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.model.records.minutes import Section
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.approving import approved_minutes
from hubra_desktop.work.commands.approval import ReopenMinutes
from hubra_desktop.work.commands.attendance import Leave, Serve
from hubra_desktop.work.commands.meetings import NewMeeting
from hubra_desktop.work.commands.sections import NumberSections
from hubra_desktop.work.edits import Change, Store
from hubra_desktop.work.papers import PaperForm, collect, render
from hubra_desktop.work.queries.diary import diary
from hubra_desktop.work.workspace import Workspace
from tests.documents.reading import squeezed, text_of
from tests.store.registers import altered
from tests.work.held_office import held_office
from tests.work.minutes_approving import DONE_ON, approve
from tests.work.office import Office

SECRET = ("Nattvandrarna", "15 000 kr", "yrkar", "Ja (", "för lågt", "Styrelseledamot")
"""What § 4 says of who asked for money, what was moved, voted, reserved and decided."""


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Office]:
    office = held_office(tmp_path / "råd.hubra")
    office.run(Change(Item, "h4", {"closed": True, "public_title": "Ett bidragsärende"}))
    office.run(NumberSections("held"))
    yield office
    office.workspace.close()


def printed(office: Office, name: str = "protokoll", **options: object) -> tuple[str, str, str]:
    """Return the file's name and the text of a print, as PDF and as web page."""
    with office.workspace.read() as reader:
        paper = collect(reader, name, "held", **options)
    page = render(paper, PaperForm(html=True)).decode().replace("\u00ad", "")
    return paper.file_name(), squeezed(text_of(render(paper))), page


@pytest.mark.parametrize("approved", [False, True])
def test_the_public_print_keeps_the_section_and_says_what_is_left_out(
    closed: Office, approved: bool
) -> None:
    if approved:
        approve(closed)
    name, whole, _ = printed(closed)
    assert " intern" in name
    assert "INNEHÅLLERSEKRETESS" in whole.upper()
    assert all(squeezed(each) in whole for each in SECRET)
    name, public, page = printed(closed, audience=Audience.PUBLIC)
    assert " intern" not in name
    assert squeezed("§ 4 Ett bidragsärende") in public
    assert squeezed(LEFT_OUT) in public
    assert "publikversion" in public
    assert "Remissombelysning" in public
    assert "SEKRETESS" not in public.upper()
    for each in SECRET:
        assert squeezed(each) not in public
        assert each not in page
    assert ("UTKAST" in public.upper()) is not approved


def test_a_closed_row_without_a_public_title_gives_nothing_away(closed: Office) -> None:
    closed.run(Change(Item, "h4", {"public_title": ""}))
    _, public, _ = printed(closed, audience=Audience.PUBLIC)
    assert squeezed("§ 4 Ärende bakom stängda dörrar") in public
    assert "Nattvandrarna" not in public


def test_who_went_out_or_served_behind_closed_doors_is_not_told_in_public(closed: Office) -> None:
    closed.run(Serve("ha14", "ha2", 1000, "h4"))
    closed.run(Leave("ha5", 1007, "h4"))
    _, whole, _ = printed(closed)
    told = ("Cia Alm (M), §§ 1–3, 5–7", "tjänstgör för Cia Alm", "Finn Dahl går klockan 16.47")
    for each in told:
        assert squeezed(each) in whole
    _, public, page = printed(closed, audience=Audience.PUBLIC)
    for each in (public, squeezed(page)):
        assert squeezed("Cia Alm (M)") in each
        assert squeezed("Cia Alm (M), §§") not in each
        assert squeezed("Cia Alm går") not in each
        assert squeezed("Cia Alm kommer") not in each
        assert squeezed("tjänstgör för Cia Alm") not in each
        assert squeezed("Finn Dahl går.") in each
        assert "16.47" not in each


def test_who_led_and_when_there_was_a_pause_behind_closed_doors_is_not_told(
    closed: Office,
) -> None:
    with closed.workspace.read() as reader:
        (run,) = records(reader, AgendaRun, TABLES["agenda_run"].c.item_id == "h4")
    assert run.ended == 1020
    closed.run(Change(AgendaRun, run.id, {"ended": 1005}))
    for pause, started, ended in ((True, 1005, 1010), (False, 1010, 1020)):
        row = AgendaRun(meeting_id="held", item_id="h4", pause=pause, started=started, ended=ended)
        closed.run(Store(row))
    closed.run(Change(Section, "sec-h4", {"chair_id": "ha1"}))
    _, whole, _ = printed(closed)
    _, public, page = printed(closed, audience=Audience.PUBLIC)
    for each in ("är ordförande i ärendet", "16.45", "16.28–16.40"):
        assert squeezed(each) in whole
    for each in (public, squeezed(page)):
        assert squeezed("är ordförande i ärendet") not in each
        assert "16.45" not in each
    assert "16.28–16.40" in public


def test_sections_at_once_have_a_public_print_too(closed: Office) -> None:
    approve(closed, "sec-h4")
    _, public, _ = printed(closed, "omedelbar", audience=Audience.PUBLIC)
    assert squeezed(LEFT_OUT) in public
    assert "Nattvandrarna" not in public


def test_minutes_that_hold_something_secret_are_not_kept_as_public(closed: Office) -> None:
    first = approve(closed)
    closed.run(ReopenMinutes("held", DONE_ON, "Ärendet var öppet.", "Åsa Ek"))
    closed.run(Change(Item, "h4", {"closed": False}))
    second = approve(closed)
    with closed.workspace.read() as reader:
        issued = {each.id: each for each in approved_minutes(reader, "held")}
        kept = {each.id: each.title for each in issued.values()}
        told = [each.what for each in diary(reader, DONE_ON.year) if "Protokoll" in each.what]
    assert [issued[each].secret for each in (first, second)] == [True, False]
    assert kept[first] == "Protokoll 2019-05-15 intern"
    assert kept[second] == "Protokoll 2019-05-15 version 2"
    assert sorted(told) == sorted(kept.values())


def test_what_was_kept_as_public_before_is_no_public_enclosure(closed: Office) -> None:
    """An earlier release kept all minutes as public."""
    approve(closed)
    path = closed.workspace.path
    closed.workspace.close()
    with altered(path) as database:
        database.execute("UPDATE issued_paper SET audience = 'public'")
    closed.workspace = Workspace.open(path)
    later = closed.made(NewMeeting(date(2019, 8, 28), 930))
    assert [each.secret for each in closed.sheet(later).papers] == [True]


def test_where_nothing_is_closed_there_is_one_print(tmp_path: Path) -> None:
    office = held_office(tmp_path / "a.hubra")
    office.run(NumberSections("held"))
    assert printed(office) == printed(office, audience=Audience.PUBLIC)
    office.workspace.close()

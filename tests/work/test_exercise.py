"""An exercise register: it says so on every paper, has its own day, and is not opened at start."""

import io
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from hubra_desktop.work import places
from hubra_desktop.work.commands.settings import ChangeRegister
from hubra_desktop.work.papers import PaperForm, collect, render
from hubra_desktop.work.places import remember_register, usual_register
from hubra_desktop.work.queries.deadlines import deadlines_on
from hubra_desktop.work.queries.register import exercise, today
from tests.documents.reading import text_of
from tests.work.office import Office

DAY = date(2018, 2, 28)


def test_an_exercise_has_its_own_day_and_a_real_register_never(office: Office) -> None:
    office.run(ChangeRegister({"exercise_day": DAY}))
    with office.workspace.read() as reader:
        assert today(reader) == date.today()
        assert exercise(reader) == (False, None)
    office.run(ChangeRegister({"practice": True}))
    with office.workspace.read() as reader:
        assert today(reader) == DAY
        assert exercise(reader) == (True, DAY)
        assert all(each.meeting.date >= DAY for each in deadlines_on(reader, None, today(reader)))


def test_its_papers_say_so_on_every_page_and_aloud_once(office: Office) -> None:
    with office.workspace.read() as reader:
        plain = collect(reader, "kallelse", office.meeting)
    office.run(ChangeRegister({"practice": True}))
    with office.workspace.read() as reader:
        paper = collect(reader, "kallelse", office.meeting)
    pdf = render(paper)
    assert "ÖVNING" in text_of(pdf).upper()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.docinfo["/Title"]).startswith("Övning")
    html = render(paper, PaperForm(html=True)).decode()
    assert html.count("<strong>Övning") == 1
    assert paper.file_name().startswith("Övning ")
    assert "ÖVNING" not in text_of(render(plain)).upper()


def test_an_exercise_is_never_opened_by_a_plain_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "state_folder", lambda: tmp_path / "state")
    monkeypatch.setattr(places, "default_register", lambda: tmp_path / "none.hubra")
    real, trial = tmp_path / "radet.hubra", tmp_path / "prov.hubra"
    for each in (real, trial):
        each.touch()
    remember_register(trial, practice=True)
    assert usual_register() is None
    remember_register(real)
    remember_register(trial, practice=True)
    assert usual_register() == real
    remember_register(trial)  # it has been made a real one
    assert usual_register() == trial

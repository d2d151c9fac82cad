"""The papers of the money from the register: the same figures, and sentences for what is not."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from hubra_desktop.documents.kit.formal import SignatureLine
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import set_language
from hubra_desktop.model.money.amounts import digits
from hubra_desktop.model.money.figures import figures_shown
from hubra_desktop.model.money.terms import DecisionKind
from hubra_desktop.model.records.council import Mandate, Person
from hubra_desktop.model.records.money import Association, GrantDecision
from hubra_desktop.model.records.plan import Activity
from hubra_desktop.model.swedish import date_in_text
from hubra_desktop.model.terms import Role
from hubra_desktop.work.commands.grants import Decide
from hubra_desktop.work.commands.ledger import Repay
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.edits import Add, Change
from hubra_desktop.work.grant_letters import LetterOptions
from hubra_desktop.work.papers import PaperForm, collect, render
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.queries.grants import grant_rows
from hubra_desktop.work.queries.money import budget
from hubra_desktop.work.queries.plan import activities_of
from hubra_desktop.work.workspace import Workspace
from tests.documents.checks import problems
from tests.documents.reading import spoken, squeezed
from tests.work.money_office import PART, WHOLE, money_office
from tests.work.office import Office

DAY = dt.date(2018, 3, 1)
RECLAIM = GrantDecision(
    id="cv-r", kind=DecisionKind.RECLAIM, year=2017, date=dt.date(2017, 12, 1),
    amount_ore=WHOLE - PART, decided_by="Kommunstyrelsen", formal=True, section="§ 90",
    last_day=dt.date(2018, 4, 30), reference="1968173", reason="Projektet startade ej.",
)  # fmt: skip


@pytest.fixture
def treasury(tmp_path: Path) -> Iterator[Office]:
    office = money_office(tmp_path / "kassa.hubra")
    yield office
    office.workspace.close()


@pytest.fixture(scope="module")
def huddinge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Open the demo register, which nobody changes."""
    path: Path = tmp_path_factory.mktemp("demo") / "demo.hubra"
    make_demo(path)
    workspace = Workspace.open(path)
    yield workspace
    workspace.close()


def pdf(reader: Reader, name: str, about: str | int | None, **options: object) -> bytes:
    return render(collect(reader, name, about, **options))


def page(reader: Reader, name: str, about: str | int | None, **options: object) -> str:
    return render(collect(reader, name, about, **options), PaperForm(html=True)).decode()


def letter(office: Office, grant: str, decision: str | None = None, **given: object) -> str:
    """Print a decision letter dated 1 March 2018, unless told, and read it."""
    options = LetterOptions(**{"day": DAY, **given})  # type: ignore[arg-type]
    with office.workspace.read() as reader:
        paper = collect(reader, "beslutsbrev", grant, decision_id=decision, options=options)
    printed = render(paper)
    text = spoken(printed)
    assert problems(printed) == []
    assert b"<h1" in render(paper, PaperForm(html=True))
    return text


def claim(office: Office, **given: object) -> str:
    options = LetterOptions(**{"day": DAY, **given})  # type: ignore[arg-type]
    with office.workspace.read() as reader:
        printed = pdf(reader, "aterkrav", "cv", options=options)
        assert "Återkrav av bidrag" in page(reader, "aterkrav", "cv", options=options)
    assert problems(printed) == []
    return spoken(printed)


def test_a_decision_letter_is_written_from_the_register(treasury: Office) -> None:
    treasury.run(Change(Association, "ass", {"contact": "Åsa Wärnelid", "bank_giro": "5050-1055"}))
    text = letter(treasury, "cv")
    assert "HuBrå beviljar Ur Dimman 45 080 kronor i bidrag till ”CV och körkort”." in text
    assert "Trygghetsrådet" in text
    assert "Ur Dimman\nÅsa Wärnelid\n" in text
    assert "45 080 kr betalades ut den 3 april 2017" in text
    assert "Ekköping den 1 mars 2018" in text


def test_the_secretary_of_the_day_writes_it(treasury: Office) -> None:
    values = {"name": "Malin Ek", "title": "sekreterare", "phone": "08-1", "email": "m@e.example"}
    person = treasury.made(Add(Person, values))
    mandate = {"person_id": person, "body_id": treasury.body, "role": Role.SECRETARY}
    treasury.run(Add(Mandate, {**mandate, "valid_from": dt.date(2018, 1, 1)}))
    text = letter(treasury, "cv")
    assert "Handläggare\nMalin Ek\n08-1\nm@e.example\n" in text
    assert "Malin Ek Sekreterare" in text
    before = letter(treasury, "cv", day=dt.date(2017, 12, 31))
    assert "Malin Ek" not in before
    assert "Underskrift och namnförtydligande" in before


def test_the_desk_decides_who_writes_and_where(treasury: Office) -> None:
    text = letter(
        treasury, "cv", administration="Kommunledningskontoret", handler="Leif Ek",
        handler_contact="08-2", place="Ekby", signatures=(SignatureLine("Vera Ek", "Direktör"),),
        draft=True,
    )  # fmt: skip
    for words in ("Kommunledningskontoret", "Leif Ek\n08-2", "Ekby den 1 mars", "Vera Ek Direktör",
                  "Utkast"):  # fmt: skip
        assert words in text


def test_a_letter_is_dated_today_unless_told(treasury: Office) -> None:
    before = date_in_text(dt.date.today())
    told = letter(treasury, "cv", day=None)
    after = date_in_text(dt.date.today())
    assert any(f"Ekköping {day}" in told for day in (before, after))


def test_the_letter_is_about_the_decision_that_is_named(treasury: Office) -> None:
    raised = GrantDecision(kind=DecisionKind.RAISE, year=2018, date=DAY, amount_ore=PART)
    later = treasury.made(Decide("open", raised))
    assert "Beslut om höjt bidrag" in letter(treasury, "open", later)
    assert "Beslut om höjt bidrag" in letter(treasury, "open")
    assert "Beslut om bidrag" in letter(treasury, "open", "open-d")
    assert "Beslut om avslag" in letter(treasury, "no")


@pytest.mark.parametrize(
    ("grant", "decision", "words"),
    [
        ("asked", None, "Bidraget har inget beslut att skriva brev om. Skriv in beslutet först."),
        ("cv", "no-d", "Bidraget har inget beslut att skriva brev om."),
        ("gone", None, "Bidraget finns inte längre."),
    ],
)
def test_without_a_decision_there_is_no_letter(
    treasury: Office, grant: str, decision: str | None, words: str
) -> None:
    with treasury.workspace.read() as reader, pytest.raises(InputError, match=words):
        pdf(reader, "beslutsbrev", grant, decision_id=decision)


def test_without_a_decision_nothing_is_asked_back(treasury: Office) -> None:
    with treasury.workspace.read() as reader:
        with pytest.raises(InputError, match="Det finns inget beslut om återkrav"):
            pdf(reader, "aterkrav", "cv")
        set_language("en")
        try:
            with pytest.raises(InputError, match="There is no decision to reclaim"):
                page(reader, "aterkrav", "cv")
        finally:
            set_language("sv")


def test_a_reclaim_asks_for_what_is_left_on_its_day(treasury: Office) -> None:
    treasury.run(Decide("cv", RECLAIM))
    text = squeezed(claim(treasury, pay_to="bankgiro 123-4567"))
    assert squeezed("Att betala 25 080 kr Senast 2018-04-30 Betalas till bankgiro") in text
    assert squeezed("Återbetalt av föreningen 2017-11-01 −20 000") in text
    early = squeezed(claim(treasury, day=dt.date(2017, 10, 1)))
    assert squeezed("Återkrävt 2017-12-01 25 080") in early
    assert "Återbetaltav" not in early
    treasury.run(Repay("r1", WHOLE - PART, 2018, dt.date(2018, 2, 20)))
    with (
        treasury.workspace.read() as reader,
        pytest.raises(InputError, match="Det finns inget kvar att kräva tillbaka"),
    ):
        pdf(reader, "aterkrav", "cv", options=LetterOptions(day=DAY))


def test_the_list_tells_every_grant_with_the_registers_figures(treasury: Office) -> None:
    with treasury.workspace.read() as reader:
        printed, html = pdf(reader, "bidrag", None), page(reader, "bidrag", None)
        text = squeezed(spoken(printed))
        for row in grant_rows(reader):
            now = row.standing
            figures = "".join(digits(each) for each in (now.paid, now.repaid, now.net))
            assert squeezed(row.applicant) in text
            assert squeezed(figures) in text
    assert problems(printed) == []
    assert "Bidrag 2017–2018" in html


def test_a_year_without_grants_gives_an_empty_list(treasury: Office) -> None:
    with treasury.workspace.read() as reader:
        text = spoken(render(collect(reader, "bidrag", 1999, day=DAY), PaperForm(16)))
    assert "Inga bidrag är registrerade 1999." in text
    assert "2018-03-01" in text


@pytest.mark.parametrize("ledger", [False, True])
def test_the_budget_has_the_registers_figures(treasury: Office, ledger: bool) -> None:
    with treasury.workspace.read() as reader:
        printed = pdf(reader, "budget", 2017, ledger=ledger)
        shown = budget(reader, 2017)
        assert "Budget 2017" in page(reader, "budget", 2017, ledger=ledger, day=DAY)
    text = squeezed(spoken(printed))
    sums = [digits(each.of(shown.total)) for each in figures_shown(shown)]
    assert squeezed("Summa" + "".join(sums)) in text
    assert ("Huvudbok" in text) == ledger
    assert problems(printed) == []


def test_the_budget_is_told_as_it_stood_on_a_day(treasury: Office) -> None:
    with treasury.workspace.read() as reader:
        early = squeezed(spoken(pdf(reader, "budget", 2017, on=dt.date(2017, 5, 1), ledger=True)))
    assert "2017-05-01" in early
    assert squeezed("Utbetalning") in early
    assert "Återbetalning" not in early


def test_a_year_without_a_budget_says_which_have_one(treasury: Office, office: Office) -> None:
    with treasury.workspace.read() as reader, pytest.raises(InputError, match="År med budget: 2"):
        pdf(reader, "budget", 1999)
    with office.workspace.read() as reader, pytest.raises(InputError, match="Lägg upp budgeten"):
        page(reader, "budget", 1999)


def test_the_demos_papers_may_all_be_archived(huddinge: Workspace) -> None:
    with huddinge.read() as reader:
        papers = [
            pdf(reader, "arshjul", 2017), pdf(reader, "budget", 2017, ledger=True),
            pdf(reader, "bidrag", None), pdf(reader, "bidrag", 2016),
            pdf(reader, "beslutsbrev", "grant-01"),
        ]  # fmt: skip
    for printed in papers:
        assert problems(printed) == []


def test_the_wheel_tells_the_year_and_hides_what_is_closed(huddinge: Workspace) -> None:
    with huddinge.read() as reader:
        chosen = next(each for each in activities_of(reader, 2017) if "nattvandring" in each.title)
    huddinge.run(Change(Activity, chosen.id, {"closed": True}))
    try:
        with huddinge.read() as reader:
            text, html = spoken(pdf(reader, "arshjul", 2017)), page(reader, "arshjul", 2017)
    finally:
        huddinge.undo()
    assert chosen.title not in text + html
    assert "Årshjul 2017, månad för månad" in text


def test_an_empty_year_has_no_wheel(huddinge: Workspace) -> None:
    with huddinge.read() as reader, pytest.raises(InputError, match="Inget är planerat för 1999"):
        pdf(reader, "arshjul", 1999)

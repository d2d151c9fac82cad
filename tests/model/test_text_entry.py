"""Presenters in one cell: read, written, and read again as the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.records.meeting import Presenter
from hubra_desktop.model.text_entry import parse_presenters, presenter_text, presenters_text
from tests.model.agendas import BJORN, CATARINA, LEIF, YVONNE, person


def test_people_parted_by_semicolons_or_lines() -> None:
    typed = "Björn Rosborg, utredare;  Leif  Nilsson , enhetschef, NBF\n\n; "
    assert parse_presenters(typed) == (BJORN, LEIF)
    assert presenters_text((BJORN, LEIF)) == (
        "Björn Rosborg, utredare; Leif Nilsson, enhetschef, NBF"
    )
    assert parse_presenters("") == ()


def test_the_sources_own_row_of_commas() -> None:
    printed = (
        "Catarina Klockerud, säkerhetssamordnare, KSF, Leif Nilsson, enhetschef, NBF, "
        "Yvonne Kokkola, verksamhetschef, SÄF"
    )
    assert parse_presenters(printed) == (CATARINA, LEIF, YVONNE)


def test_people_without_units_in_a_row_of_commas() -> None:
    assert parse_presenters("Anna Ek, utredare, Bo af Alm, chef, KSF") == (
        person("Anna Ek", "utredare"),
        person("Bo af Alm", "chef", "KSF"),
    )
    assert parse_presenters("Anna Ek, chef, Polisen, Södertörn") == (
        person("Anna Ek", "chef", "Polisen, Södertörn"),
    )
    assert parse_presenters("Anna Ek, chef, Polisen Syd, KSF") == (
        person("Anna Ek", "chef", "Polisen Syd, KSF"),
    )
    assert parse_presenters("Anna Ek, chef, KSF, Bo Alm") == (
        person("Anna Ek", "chef", "KSF"),
        person("Bo Alm"),
    )


@pytest.mark.parametrize(
    "text",
    ["polisen", "Polisen", "Polisen Huddinge", "KSF", "Kultur- och fritidsförvaltningen", "brå"],
)
def test_organisations_without_a_person(text: str) -> None:
    assert parse_presenters(text) == (Presenter(unit=text),)
    assert presenter_text(Presenter(unit=text)) == text


def test_names_alone_and_with_a_unit() -> None:
    assert parse_presenters("Björn Rosborg") == (person("Björn Rosborg"),)
    assert parse_presenters("Leif Nilsson, NBF") == (person("Leif Nilsson", unit="NBF"),)
    assert presenter_text(person("Leif Nilsson", unit="NBF")) == "Leif Nilsson, NBF"


def test_what_would_be_misread_is_written_out() -> None:
    assert presenter_text(person("anna")) == "anna,"
    assert presenter_text(person("Bo Ek", unit="kommunen")) == "Bo Ek, , kommunen"
    assert presenter_text(Presenter(unit="Grannstöd Huddinge")) == ", , Grannstöd Huddinge"


def test_the_registers_own_bodies_are_known() -> None:
    grannstod = Presenter(unit="Grannstöd Huddinge")
    assert parse_presenters("grannstöd  Huddinge", ["Grannstöd Huddinge"])[0].name == ""
    assert presenters_text([grannstod], ["Grannstöd Huddinge"]) == "Grannstöd Huddinge"


_field = st.text(alphabet="abcÅÄö KSF-.é", max_size=8).map(lambda text: " ".join(text.split()))
_presenters = st.builds(Presenter, name=_field, title=_field, unit=_field).filter(
    lambda each: bool(each.name or each.title or each.unit)
)


@given(st.lists(_presenters, max_size=4).map(tuple))
def test_what_is_written_reads_back(presenters: tuple[Presenter, ...]) -> None:
    assert parse_presenters(presenters_text(presenters)) == presenters


@given(st.text(max_size=40))
def test_any_text_is_read_and_settles(text: str) -> None:
    read = parse_presenters(text)
    assert parse_presenters(presenters_text(read)) == read

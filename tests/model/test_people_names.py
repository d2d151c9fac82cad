"""People of the same name are told apart by what is known of them, and by no more."""

from dataclasses import replace

import pytest

from hubra_desktop.model.council.people_names import PeopleByName, not_told_apart, person_labels
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.council import Person

NORA = Person(id="1", name="Nora Lind")
EK = Person(id="2", name="Åsa Ek", title="kurator", unit="SÄF")


def test_a_name_that_nobody_else_bears_is_enough() -> None:
    assert person_labels((NORA, EK)) == {"1": "Nora Lind", "2": "Åsa Ek"}


def test_title_and_unit_tell_those_of_one_name_apart() -> None:
    other = Person(id="3", name="åsa  ek", title="rektor")
    assert person_labels((EK, other)) == {"2": "Åsa Ek, kurator, SÄF", "3": "åsa  ek, rektor"}


def test_the_distinction_is_told_where_the_rest_is_the_same() -> None:
    other = replace(EK, id="3", distinction="född 1961")
    labels = person_labels((EK, other))
    assert labels == {"2": "Åsa Ek, kurator, SÄF", "3": "Åsa Ek, kurator, SÄF (född 1961)"}
    assert not_told_apart(labels) == frozenset()


def test_one_without_work_is_told_by_the_distinction() -> None:
    other = Person(id="3", name="Nora Lind", title="lärare")
    named = replace(NORA, distinction="Vårby")
    assert person_labels((named, other)) == {"1": "Nora Lind (Vårby)", "3": "Nora Lind, lärare"}


def test_those_whom_nothing_tells_apart_are_named() -> None:
    labels = person_labels((NORA, replace(NORA, id="3"), EK))
    assert not_told_apart(labels) == {"1", "3"}


def test_a_label_or_a_name_that_one_alone_bears_tells_who_is_meant() -> None:
    other = replace(EK, id="3", title="rektor", unit="")
    people = PeopleByName((NORA, EK, other))
    assert people.labels == ("Nora Lind", "Åsa Ek, kurator, SÄF", "Åsa Ek, rektor")
    assert people.named("nora lind") == ("Nora Lind", "1")
    assert people.named("Åsa Ek, rektor") == ("Åsa Ek", "3")
    assert people.named("Bo Ask") == ("Bo Ask", None)
    assert people.meant(" ") is None
    assert (people.label("2"), people.label(None)) == ("Åsa Ek, kurator, SÄF", "")
    with pytest.raises(InputError, match="Flera heter Åsa Ek"):
        people.meant("Åsa Ek")

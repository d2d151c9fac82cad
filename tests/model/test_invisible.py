"""What nobody sees is taken out of names and texts, and nothing else."""

from datetime import date

import pytest

from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.invisible import seen, seen_line, seen_text
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.meeting import Item, Meeting, Presenter

PERSIAN = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
"""A word that needs its joiner."""


@pytest.mark.parametrize(
    ("typed", "line", "text"),
    [
        ("Anna\u202e Ek", "Anna Ek", "Anna Ek"),
        ("\ufeffAn\u200bna\u2060", "Anna", "Anna"),
        ("An\u00adna", "Anna", "An\u00adna"),
        ("A\u200dnna\u200c", "Anna", "Anna"),
        ("\u2066Ek\u2069\u200e\u061c", "Ek", "Ek"),
        (PERSIAN, PERSIAN, PERSIAN),
        ("👩\u200d🚒 ❤\ufe0f", "👩\u200d🚒 ❤\ufe0f", "👩\u200d🚒 ❤\ufe0f"),
        ("e\u0301 å\u00a0ö", "e\u0301 å\u00a0ö", "e\u0301 å\u00a0ö"),
        ("\U000e0041\u3164", "", ""),
    ],
)
def test_only_what_is_not_seen_goes(typed: str, line: str, text: str) -> None:
    assert seen_line(typed) == line
    assert seen_text(typed) == text


def test_every_text_of_a_file_is_freed_and_told() -> None:
    told: list[str] = []
    item = Item(
        id="i", title="Punkt\u202e et\u00adt", presenters=(Presenter(id="p", name="A\u200bB"),)
    )
    bundle = Bundle(
        persons=(Person(id="q", name="Bo\u00ad Ek"), Person(id="r", name="Åsa Ö")),
        meetings=(Meeting(id="m", date=date(2024, 5, 6), items=(item,)),),
    )
    freed = seen(bundle, told.append)
    assert [each.name for each in freed.persons] == ["Bo Ek", "Åsa Ö"]
    assert freed.persons[1] is bundle.persons[1]
    (found,) = freed.meetings[0].items
    assert (found.title, found.presenters[0].name) == ("Punkt et\u00adt", "AB")
    assert sorted(told) == ["AB", "Bo Ek", "Punkt et\u00adt"]
    assert seen(freed, told.append) == freed
    assert len(told) == 3

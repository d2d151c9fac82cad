"""What makes an association eligible, and when it is asked again."""

import datetime as dt
from dataclasses import replace

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.findings import Level
from hubra_desktop.model.money.eligibility import missing_papers, papers_text, renewal_due
from hubra_desktop.model.money.numbers import plus_giro
from hubra_desktop.model.records.money import Association

TODAY = dt.date(2026, 5, 1)
WHOLE = Association(
    body_id="b", organisation_number="212000-0142", plus_giro="90 19 50-6",
    giro_in_own_name=True, statutes_received=dt.date(2020, 1, 1), signatory="Åsa Ek",
    annual_meeting=dt.date(2026, 3, 1), valid_until=dt.date(2026, 12, 31),
)  # fmt: skip


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({}, "komplett"),
        ({"statutes_received": None, "signatory": " "}, "saknar stadgar och firmatecknare"),
        ({"giro_in_own_name": False}, "saknar giro i eget namn"),
        ({"plus_giro": ""}, "saknar giro"),
        ({"annual_meeting": dt.date(2024, 3, 1)}, "saknar nytt årsmöte"),
        ({"valid_until": dt.date(2026, 4, 30)}, "ska förnyas"),
    ],
)
def test_what_is_missing_is_said(values: dict[str, object], text: str) -> None:
    assert papers_text(replace(WHOLE, **values), TODAY) == text  # type: ignore[arg-type]


def test_of_whom_nothing_is_noted_everything_is_missing() -> None:
    assert papers_text(None, TODAY) == "inget antecknat"
    assert len(missing_papers(None, TODAY)) == 5


@pytest.mark.parametrize(
    ("until", "asked", "level"),
    [
        (dt.date(2026, 12, 31), None, None),
        (dt.date(2026, 5, 10), None, Level.TIP),
        (dt.date(2026, 4, 1), None, Level.WARNING),
        (dt.date(2026, 4, 1), dt.date(2026, 4, 20), None),
        (dt.date(2026, 3, 1), dt.date(2026, 3, 5), Level.WARNING),
        (dt.date(2026, 4, 1), dt.date(2025, 3, 20), Level.WARNING),
        (None, None, None),
    ],
)
def test_old_details_are_due_until_they_have_been_asked_for(
    until: dt.date | None, asked: dt.date | None, level: Level | None
) -> None:
    due = renewal_due(replace(WHOLE, valid_until=until, asked_again=asked), "Lotsen", TODAY)
    assert (due.level if due else None) is level


def test_a_plusgiro_number_is_checked() -> None:
    assert plus_giro("901950-6") == plus_giro(" 90 19 50-6 ") == "90 19 50-6"
    assert plus_giro(" ") == ""
    for typed, sentence in {"901950-7": "Kontrollsiffran", "1": "inget", "90/6": "inget"}.items():
        with pytest.raises(InputError, match=sentence):
            plus_giro(typed)

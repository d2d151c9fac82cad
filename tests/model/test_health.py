"""The report of a thorough look: what it sums up, and what it leaves out."""

from datetime import datetime
from pathlib import PurePosixPath

import pytest

from hubra_desktop.model.health import CheckResult, HealthLevel, HealthReport, nameless_folder

MOMENT = datetime(2026, 11, 30, 9, 5)
SOUND = CheckResult("Filen", HealthLevel.SOUND, "hel.")
UNTRIED = CheckResult("Historiken", HealthLevel.UNTRIED, "ej prövad.")
ODD = CheckResult("Platsen", HealthLevel.ODD, "trång.")
BROKEN = CheckResult("Reglerna", HealthLevel.BROKEN, "brutna.", tuple(map(str, range(20))))
SPOILT_COPY = CheckResult("Kopiorna", HealthLevel.BROKEN, "en är skadad.", of_register=False)


@pytest.mark.parametrize(
    ("results", "level", "summary"),
    [
        ((), HealthLevel.SOUND, "Registret är helt."),
        ((SOUND, UNTRIED), HealthLevel.UNTRIED, "men allt är inte prövat."),
        ((ODD, SOUND), HealthLevel.ODD, "Registret är helt. 1 sak bör ses över."),
        ((UNTRIED, ODD, SOUND), HealthLevel.ODD, "men allt är inte prövat. 1 sak bör ses över."),
        ((ODD, BROKEN, BROKEN, SPOILT_COPY), HealthLevel.BROKEN, "2 delar av registret är skadade"),
        ((SOUND, SPOILT_COPY), HealthLevel.BROKEN, "Registret är helt. Någon av säkerhetskopiorna"),
    ],
)
def test_the_worst_that_was_found_is_summed_up(
    results: tuple[CheckResult, ...], level: HealthLevel, summary: str
) -> None:
    report = HealthReport(MOMENT, results)
    assert report.level is level
    assert summary in report.summary


def test_the_report_is_lines_of_plain_text() -> None:
    report = HealthReport(MOMENT, (SOUND, BROKEN), (("Mapp", "~/Dokument"),))
    lines = report.text.splitlines()
    assert lines[0] == "Kontroll av ett register i Hubra, 2026-11-30 09.05"
    assert lines[3:5] == ["[OK] Filen: hel.", "[FEL] Reglerna: brutna."]
    assert lines[5:18] == [*(f"    {n}" for n in range(12)), "    … och 8 till"]
    assert "    Mapp: ~/Dokument" in lines


@pytest.mark.parametrize(
    ("folder", "told"),
    [
        ("/home/asa", "~"),
        ("/home/asa/Dokument", "~/Dokument"),
        ("/home/asa/OneDrive - Asa", "~/OneDrive - …"),
        ("/media/ASA/minne", "/media/…/minne"),
        ("/srv/kasam", "/srv/kasam"),
    ],
)
def test_a_folder_is_told_without_the_name_of_the_user(folder: str, told: str) -> None:
    home = PurePosixPath("/home/asa")
    assert nameless_folder(PurePosixPath(folder), home, "asa") == told


def test_without_a_user_a_folder_is_told_as_it_is() -> None:
    assert nameless_folder(PurePosixPath("/srv/a"), PurePosixPath("/home/asa"), "") == "/srv/a"

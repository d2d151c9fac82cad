"""The report of a rescue: what was saved, what is gone, by kind and name."""

from datetime import datetime
from pathlib import Path

from hubra_desktop.model.generations import BackupReason, Generation
from hubra_desktop.model.records.catalogue import RECORDS
from hubra_desktop.model.records.kind_words import rows_counted
from hubra_desktop.model.salvage import NamedRow, SalvageReport

MOMENT = datetime(2026, 11, 30, 11, 30)


def test_every_kind_has_words_to_count_it_by() -> None:
    assert all(rows_counted(kind, 1) and rows_counted(kind, 2) for kind in RECORDS)


def test_what_was_saved_and_what_is_gone_is_told_by_kind_and_name() -> None:
    generation = Generation(Path("g"), datetime(2026, 11, 30, 9, 10), BackupReason.HOUR, 1)
    report = SalvageReport(
        "råd.hubra",
        "råd (räddat).hubra",
        MOMENT,
        {"meeting": 2, "person": 1},
        gone=(NamedRow("person", "Åsa"), NamedRow("person", ""), NamedRow("person", "Bo")),
        mended=(NamedRow("meeting", "2018-03-07", "place"),),
        steps=3,
        steps_read=5,
        generation=generation,
    )
    assert report.summary.startswith("3 rader är räddade. 3 rader är borta")
    lines = report.text.splitlines()
    assert "    2 sammanträden" in lines
    assert "    3 personer: ”Åsa”, ”Bo”" in lines
    assert "    1 sammanträde: ”2018-03-07” plats" in lines
    assert any("3 steg av 5" in line for line in lines)
    assert any("09.10" in line for line in lines)
    assert "Osäkert" not in report.text


def test_nothing_lost_is_said_in_so_many_words() -> None:
    report = SalvageReport("a", "b", MOMENT, {"person": 1})
    assert report.summary == "1 rad är räddad. Inget som är känt saknas."
    assert "ingen säkerhetskopia" in report.text

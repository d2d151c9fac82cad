"""What the status line says of the backups."""

from datetime import datetime, timedelta

import pytest

from hubra_desktop.work.backup_state import LATE, BackupState

NOW = datetime(2026, 11, 30, 14, 32)
TODAY = datetime(2026, 11, 30, 9, 10)
FRIDAY = datetime(2026, 11, 27, 16, 10)


@pytest.mark.parametrize(
    ("state", "words", "wrong"),
    [
        (BackupState(), "Ingen säkerhetskopia än", ""),
        (BackupState(TODAY), "Säkerhetskopia i dag 09.10", ""),
        (BackupState(NOW - timedelta(days=1)), "Säkerhetskopia i går 14.32", ""),
        (BackupState(FRIDAY), "Säkerhetskopia 27 november 16.10", ""),
        (
            BackupState(datetime(2025, 3, 7, 8, 5)),
            "Säkerhetskopia 7 mars 2025 08.05",
            "",
        ),
        (BackupState(TODAY, waiting=NOW - LATE), "Säkerhetskopia i dag 09.10", ""),
        (
            BackupState(TODAY, waiting=NOW - LATE - timedelta(minutes=1)),
            "Ingen säkerhetskopia sedan i dag 09.10",
            "Det som du har ändrat på sista tiden är inte kopierat. Välj Kopiera nu.",
        ),
        (
            BackupState(waiting=FRIDAY),
            "Ingen säkerhetskopia än",
            "Det som du har ändrat på sista tiden är inte kopierat. Välj Kopiera nu.",
        ),
        (
            BackupState(TODAY, away="Borta."),
            "Säkerhetskopia i dag 09.10, men inte på det andra stället",
            "Borta.",
        ),
        (
            BackupState(TODAY, FRIDAY, "Fullt.", "Borta."),
            "Säkerhetskopian blev inte gjord",
            "Fullt.",
        ),
    ],
)
def test_the_words_say_when_or_what_is_wrong(state: BackupState, words: str, wrong: str) -> None:
    assert state.words(NOW) == words
    assert state.wrong(NOW) == wrong

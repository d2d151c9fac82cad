"""The minutes of a long meeting: from a key in a § to the page, beside making that page."""

import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtTest import QTest

from hubra_desktop.model.minutes.minutes_terms import DecisionOutcome
from hubra_desktop.model.records.minutes import Decision, Section
from hubra_desktop.ui.page_builder import drawn
from hubra_desktop.ui.pages.meetings.minutes.minutes_part import MinutesPart
from hubra_desktop.work.edits import Store
from hubra_desktop.work.papers import render
from tests.benchmarks.frame import Row, benchmark, by_turns
from tests.benchmarks.windows import Painted, application, window_on
from tests.work.held_office import held_office

SECTIONS = 60
WRITTEN = 7
"""§§ that the held meeting has already."""
WORDS = "Rådet går igenom läget i kommunen och vad som har gjorts sedan sist. " * 3


def long_minutes(path: Path) -> None:
    """Put a register with minutes of sixty §§ at ``path``."""
    office = held_office(path)
    for number in range(WRITTEN, SECTIONS):
        made = Decision(
            proposed=f"Rådet godkänner förslag {number}.",
            adopted=f"Rådet godkänner förslag {number}.",
            outcome=DecisionOutcome.AS_PROPOSED,
        )
        office.run(
            Store(
                Section(
                    meeting_id="held", position=number, heading=f"Ärende {number}",
                    background=WORDS, decisions=(made,),
                )
            )
        )  # fmt: skip
    office.workspace.close()


@benchmark
def minutes(folder: Path) -> Iterator[Row]:
    """From a key in one of sixty §§ to the live page painted, beside building and drawing it."""
    application(folder)
    register = folder / "minutes.hubra"
    long_minutes(register)
    with window_on(register) as window:
        window.show_page("page-meetings")
        window.meeting.open("held")
        window.meetings.parts.show_part("minutes")
        part = window.findChild(MinutesPart)
        assert isinstance(part, MinutesPart)
        painted = Painted(part.page.view.widget())
        part.page.built.connect(painted.arm)
        part.outline.choose("sec-h4")
        editor = part.section.background.editor
        editor.setFocus()
        painted.loop.exec()

        def ours() -> float:
            start = time.perf_counter()
            QTest.keyClicks(editor, "a")
            painted.loop.exec()
            return time.perf_counter() - start

        def base() -> float:
            paper = part.page.paper()
            assert paper is not None
            start = time.perf_counter()
            pdf = render(paper)
            drawn(pdf, part.page.view.page_width(), part.page.devicePixelRatioF())
            return time.perf_counter() - start

        times = by_turns(ours, base, rounds=12)
        window.desk.flush()
    yield times.row("a key in minutes of 60 §§ to the live page", 1.5)

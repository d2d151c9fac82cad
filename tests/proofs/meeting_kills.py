"""A meeting that goes on is killed at any moment: all that its view showed as recorded is there."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Final

from hubra_desktop.ui.pages.meetings.running.section_text import recorded_lines
from hubra_desktop.work.queries.minutes import sections_of
from hubra_desktop.work.workspace import Workspace
from tests.proofs import kills
from tests.proofs.frame import Outcome, Proof
from tests.work.called_office import called_office

STARTED: Final = ("-m", "tests.faults.meeting")
MEETING: Final = "held"
MOST_TOLD: Final = 70
"""The roll-call alone is 16 steps, and each act tells all that the view shows."""


def run(tries: int, random: Random) -> Outcome:
    """Kill ``tries`` meetings, each over a register of its own."""
    return kills.run(tries, random, STARTED, _called, _lost, MOST_TOLD)


def _called(path: Path) -> None:
    called_office(path).workspace.close()


def _lost(register: Path, said: list[str]) -> str:
    """Say which line that the view showed is not in the minutes."""
    kept = set(_kept(register))
    shown = [each for each in said if each.startswith(("shown ", "notes "))]
    lacking = [each for each in shown if each.startswith("shown ") and each not in kept]
    notes = [each for each in kept if each.startswith("notes ")]
    # Notes are only added to: what was saved is how those that are kept begin.
    lacking += [
        each
        for each in shown
        if each.startswith("notes ") and not any(one.startswith(each) for one in notes)
    ]
    return f"shown and not kept: {lacking}" if lacking else ""


def _kept(register: Path) -> Iterator[str]:
    with closing(Workspace.open(register)) as workspace, workspace.read() as reader:
        for section in sections_of(reader, MEETING):
            yield f"notes {section.item_id} {section.debate}".strip()
            for line in recorded_lines(section):
                yield f"shown {section.item_id} {line}"


PROOF = Proof(
    "meeting_kills", "Kills of a meeting that goes on", run, 200, 1, why_not=kills.hindrance
)

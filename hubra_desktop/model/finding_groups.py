"""Many findings of a kind as one line, so that a long list can be taken in at a glance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hubra_desktop.model.findings import LEVELS, Finding, Level
from hubra_desktop.model.language import N_plural, say, say_count

LEAST = 3
"""Two findings of a kind are read as quickly as a line about them."""

_MANY: Final[Mapping[str, tuple[str, str]]] = {
    "no_presenter": N_plural("{n} punkt saknar föredragande.", "{n} punkter saknar föredragande."),
    "no_title": N_plural("{n} punkt saknar rubrik.", "{n} punkter saknar rubrik."),
    "case_number_form": N_plural(
        "{n} diarienummer liknar inget vanligt. Stämmer det?",
        "{n} diarienummer liknar inget vanligt. Stämmer de?",
    ),
    "closed_without_public_title": N_plural(
        "{n} punkt går bakom stängda dörrar utan offentlig rubrik.",
        "{n} punkter går bakom stängda dörrar utan offentlig rubrik.",
    ),
    "gap": N_plural("{n} lucka mellan tiderna.", "{n} luckor mellan tiderna."),
    "clash": N_plural("{n} krock mellan tiderna.", "{n} krockar mellan tiderna."),
    "open_time": N_plural("{n} punkt har öppen tid.", "{n} punkter har öppen tid."),
    "number_twice": N_plural("{n} nummer står på två ärenden.", "{n} nummer står på två ärenden."),
    "number_gap": N_plural("{n} lucka i numreringen.", "{n} luckor i numreringen."),
    "presenter_twice": N_plural(
        "{n} person föredrar på två ställen samtidigt.",
        "{n} gånger föredrar någon på två ställen samtidigt.",
    ),
    "wrong_weekday": N_plural("{n} datum har fel veckodag.", "{n} datum har fel veckodag."),
    "copied_date": N_plural(
        "{n} datum är kvar från det kopierade sammanträdet.",
        "{n} datum är kvar från det kopierade sammanträdet.",
    ),
}
"""How many findings of a kind are said at once."""


@dataclass(frozen=True)
class FindingGroup:
    """One line of a list of findings: a single finding, or many of a kind."""

    level: Level
    sentence: str
    findings: tuple[Finding, ...]

    @property
    def many(self) -> bool:
        """Return whether the line stands for several findings."""
        return len(self.findings) > 1


def grouped(findings: Sequence[Finding]) -> tuple[FindingGroup, ...]:
    """Return the lines of a list: stops first, and three or more of a kind as one line."""
    of_kind: dict[tuple[Level, str], list[Finding]] = {}
    for finding in findings:
        of_kind.setdefault((finding.level, finding.id), []).append(finding)
    lines: list[FindingGroup] = []
    for (level, _), found in of_kind.items():
        if len(found) >= LEAST:
            lines.append(FindingGroup(level, _said(found), tuple(found)))
        else:
            lines += [FindingGroup(level, each.sentence, (each,)) for each in found]
    return tuple(sorted(lines, key=lambda line: LEVELS.index(line.level)))


def _said(found: Sequence[Finding]) -> str:
    many = _MANY.get(found[0].id)
    if many is not None:
        return say_count(*many, len(found))
    return say("{first} Så är det på {n} ställen.", first=found[0].sentence, n=len(found))

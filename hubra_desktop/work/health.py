"""A thorough look at a register: its file, its rows, its history, its papers and its copies.

Everything is read in a copy, so that the register can be worked in meanwhile. What is
found is told without a word of what the register holds.
"""

import platform
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from hubra_desktop import __version__
from hubra_desktop.model.days import moment_in_words
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.health import (
    CheckResult,
    HealthLevel,
    HealthReport,
    counts_told,
    nameless_folder,
)
from hubra_desktop.model.kept_files import size_text
from hubra_desktop.model.language import N_, say, say_count
from hubra_desktop.model.progress import Progress, StoppedError
from hubra_desktop.model.records.reports import IssuedPaper
from hubra_desktop.store import connect, schema
from hubra_desktop.store.deep_check import DeepCopy, UnreadablePartError, generation_fault
from hubra_desktop.store.errors import (
    DamagedRegisterError,
    NotARegisterError,
    RegisterError,
    UnreachableRegisterError,
)
from hubra_desktop.store.lock import user_name
from hubra_desktop.store.reasons import reason
from hubra_desktop.work.backup_choices import backup_choices
from hubra_desktop.work.backups import generations_of
from hubra_desktop.work.issued_papers import reopened
from hubra_desktop.work.second_place import absence

_ROOM_TIMES: Final = 3
"""Sizes of the register that should be free: an upgrade keeps the old one, and a copy."""
_LEAST_ROOM: Final = 200_000_000
_LEFT_BEHIND: Final = (".{name}.new", ".{name}.migrating", ".{name}.kept")
"""Drafts that only a crash leaves beside a register."""

Check = Callable[[DeepCopy, Path], CheckResult]


def check_health(path: Path, progress: Progress | None = None) -> HealthReport:
    """Look through a register, and return what was found.

    Told to stop, it returns what it had found; the rest is told as untried. Raises a
    RegisterError when the file is none that can be looked at.
    """
    progress = progress or Progress()
    moment = datetime.now().astimezone()
    with DeepCopy(path, progress.go_on) as copy:
        results = tuple(_looked(copy, path, progress))
        facts = tuple(_facts(copy, path))
    return HealthReport(moment, results, facts)


def _looked(copy: DeepCopy, path: Path, progress: Progress) -> Iterator[CheckResult]:
    stopped = False
    for number, (name, check) in enumerate(_CHECKS.items()):
        try:
            if not stopped:
                progress.at(say(name), number, len(_CHECKS))
                yield check(copy, path)
                continue
        except StoppedError:
            stopped = True
        except UnreadablePartError as unreadable:
            told = say("kan inte läsas ({why}).", why=unreadable.why)
            level = HealthLevel.BROKEN if unreadable.damaged else HealthLevel.UNTRIED
            yield CheckResult(say(name), level, told)
            continue
        except OSError as error:
            told = say("kan inte läsas ({why}).", why=reason(error))
            yield CheckResult(say(name), HealthLevel.ODD, told)
            continue
        yield CheckResult(say(name), HealthLevel.UNTRIED, say("du avbröt innan den var prövad."))


def _result(name: str, wrong: object, sentence: str, fine: str, *details: str) -> CheckResult:
    level = HealthLevel.BROKEN if wrong else HealthLevel.SOUND
    return CheckResult(say(name), level, sentence if wrong else fine, details)


_FILE = N_("Filen")
_RULES = N_("Reglerna")
_REFERENCES = N_("Hänvisningarna")
_SUMS = N_("Kontrollsummorna")
_HISTORY = N_("Historiken")
_LARGE = N_("Bilagor och bilder")
_PAPERS = N_("Utfärdade handlingar")
_GENERATIONS = N_("Säkerhetskopiorna")
_SECOND_PLACE = N_("Det andra stället för kopior")
_ROOM = N_("Platsen på disken")
_BESIDE = N_("Filerna bredvid")


def _file(copy: DeepCopy, _: Path) -> CheckResult:
    if not copy.is_register:
        return CheckResult(
            say(_FILE), HealthLevel.BROKEN, say("den säger inte att den är ett register.")
        )
    wrong = copy.file_problems.pages
    told = say_count("{n} fel i sidorna.", "{n} fel i sidorna.", len(wrong))
    return _result(_FILE, wrong, told, say("alla sidor är hela."), *wrong)


def _rules(copy: DeepCopy, _: Path) -> CheckResult:
    """Hold values against the tables' rules, which hold, and the fields', which grow stricter."""
    lacking, broken = copy.lacking(), copy.file_problems.rules
    if lacking or broken:
        count = len(lacking) + len(broken)
        told = say_count("{n} avvikelse.", "{n} avvikelser.", count)
        return CheckResult(say(_RULES), HealthLevel.BROKEN, told, (*lacking, *broken))
    refused = copy.refused_values()
    if refused:
        told = say_count(
            "{n} värde är inget som fältet tar emot i dag.",
            "{n} värden är inget som fälten tar emot i dag.",
            refused.total(),
        )
        return CheckResult(say(_RULES), HealthLevel.ODD, told, (counts_told(refused),))
    return CheckResult(say(_RULES), HealthLevel.SOUND, say("alla värden följer dem."))


def _references(copy: DeepCopy, _: Path) -> CheckResult:
    found = copy.orphans()
    told = say_count(
        "{n} rad pekar på något som inte finns.",
        "{n} rader pekar på något som inte finns.",
        found.total(),
    )
    details = [counts_told(found)] if found else []
    return _result(_REFERENCES, found, told, say("alla leder till något som finns."), *details)


def _sums(copy: DeepCopy, _: Path) -> CheckResult:
    found = copy.wrong_rows()
    told = say_count(
        "{n} rad är inte som programmet skrev den.",
        "{n} rader är inte som programmet skrev dem.",
        found.total(),
    )
    details = [counts_told(found)] if found else []
    return _result(_SUMS, found, told, say("alla rader är som programmet skrev dem."), *details)


def _history(copy: DeepCopy, _: Path) -> CheckResult:
    steps, walked = copy.history()
    found = walked.misfits_by_kind
    told = say_count(
        "{n} rad är inte vad stegen säger.", "{n} rader är inte vad stegen säger.", found.total()
    )
    fine = say_count(
        "{n} steg leder till det som finns nu.", "{n} steg leder till det som finns nu.", steps
    )
    details = [counts_told(found)] if found else []
    if walked.masked:
        details.append(
            say_count("{n} ändring är gallrad.", "{n} ändringar är gallrade.", walked.masked)
        )
    return _result(_HISTORY, found, told, fine, *details)


def _large(copy: DeepCopy, _: Path) -> CheckResult:
    found = copy.large_values()
    told = say(
        "{wrong} stämmer inte med sin kontrollsumma, {missing} saknar sitt innehåll.",
        wrong=found.wrong,
        missing=found.missing,
    )
    fine = say_count(
        "{n} stämmer med sin kontrollsumma.", "{n} stämmer med sin kontrollsumma.", found.kept
    )
    return _result(_LARGE, found.wrong or found.missing, told, fine if found.kept else _none())


def _papers(copy: DeepCopy, _: Path) -> CheckResult:
    count = wrong = 0
    for row in copy.rows("issued_paper"):
        count += 1
        paper = {name: row.get(name) for name in ("paper", "content", "logotype")}
        try:
            reopened(IssuedPaper(day=datetime.now().date(), **paper))  # type: ignore[arg-type]
        except InputError:
            wrong += 1
    told = say_count("{n} kan inte läsas.", "{n} kan inte läsas.", wrong)
    fine = say_count("{n} kan skrivas ut igen.", "{n} kan skrivas ut igen.", count)
    return _result(_PAPERS, wrong, told, fine if count else _none())


def _none() -> str:
    return say("det finns inga.")


def _generations(copy: DeepCopy, path: Path) -> CheckResult:
    """Open every generation and look it through; there should be one."""
    found, damaged, untried = generations_of(path), list[str](), list[str]()
    for each in found:
        copy.go_on()
        match generation_fault(each.path):
            case None:
                pass
            case DamagedRegisterError() | NotARegisterError():
                damaged.append(each.path.name)
            case fault:
                untried.append(f"{each.path.name}: {_why(fault)}")
    name, count = say(_GENERATIONS), len(found)
    if not found:
        return CheckResult(name, HealthLevel.ODD, say("det finns ingen."))
    if not damaged and not untried:
        fine = say_count("{n} kan öppnas och är hel.", "{n} kan öppnas och är hela.", count)
        return CheckResult(name, HealthLevel.SOUND, fine)
    told = [
        say_count("{n} av {all} är skadad.", "{n} av {all} är skadade.", len(damaged), all=count),
        say_count("{n} av {all} kan inte läsas nu.", "{n} av {all} kan inte läsas nu.",
                  len(untried), all=count),
    ]  # fmt: skip
    sentence = " ".join(each for each, some in zip(told, (damaged, untried), strict=True) if some)
    level = HealthLevel.BROKEN if damaged else HealthLevel.ODD
    return CheckResult(name, level, sentence, (*damaged, *untried), of_register=False)


def _why(fault: RegisterError) -> str:
    """Say in a few words why a generation could not be looked at, without its folder."""
    if isinstance(fault, UnreachableRegisterError):
        return fault.why
    return type(fault).__name__.removesuffix("Error")


def _second_place(_: DeepCopy, path: Path) -> CheckResult:
    """Tell how long ago the copies reached the second place; where that is, is not told."""
    choices, now = backup_choices(path), datetime.now()
    name = say(_SECOND_PLACE)
    if choices.folder is None:
        return CheckResult(name, HealthLevel.SOUND, say("inget är valt."))
    reached = say("aldrig") if choices.reached is None else moment_in_words(choices.reached, now)
    told = say("alla kopior kom fram senast {moment}.", moment=reached)
    late = bool(absence(choices, now)) or choices.reached is None
    return CheckResult(name, HealthLevel.ODD if late else HealthLevel.SOUND, told)


def _room(_: DeepCopy, path: Path) -> CheckResult:
    free, size = shutil.disk_usage(path.parent).free, path.stat().st_size
    if free >= max(_LEAST_ROOM, _ROOM_TIMES * size):
        return CheckResult(
            say(_ROOM), HealthLevel.SOUND, say("{free} är ledigt.", free=size_text(free))
        )
    told = say("bara {free} är ledigt. Gör plats på disken.", free=size_text(free))
    return CheckResult(say(_ROOM), HealthLevel.ODD, told)


def _beside(_: DeepCopy, path: Path) -> CheckResult:
    """Look for what a crash has left: drafts, and a journal or a log of SQLite's."""
    drafts = [path.with_name(each.format(name=path.name)) for each in _LEFT_BEHIND]
    left = sum(each.exists() for each in drafts)
    if left:
        told = say_count(
            "{n} fil är kvar efter ett avbrott; den gör ingen skada.",
            "{n} filer är kvar efter ett avbrott; de gör ingen skada.",
            left,
        )
        return CheckResult(say(_BESIDE), HealthLevel.ODD, told)
    if connect.has_log(path):
        told = say("en ändring pågår, eller är inte färdig efter ett avbrott.")
        return CheckResult(say(_BESIDE), HealthLevel.ODD, told)
    return CheckResult(say(_BESIDE), HealthLevel.SOUND, say("inget är kvar efter ett avbrott."))


_CHECKS: Final[dict[str, Check]] = {
    _FILE: _file,
    _RULES: _rules,
    _REFERENCES: _references,
    _SUMS: _sums,
    _HISTORY: _history,
    _LARGE: _large,
    _PAPERS: _papers,
    _GENERATIONS: _generations,
    _SECOND_PLACE: _second_place,
    _ROOM: _room,
    _BESIDE: _beside,
}


def _facts(copy: DeepCopy, path: Path) -> Iterator[tuple[str, str]]:
    """Tell what the program, the computer and the file are; nothing of what it holds."""
    yield "Hubra", __version__
    yield "Python", platform.python_version()
    yield "SQLite", copy.sqlite_version
    yield say("System"), platform.platform()
    yield say("Mapp"), nameless_folder(path.parent.absolute(), Path.home(), user_name())
    with suppress(OSError):
        yield say("Filens storlek"), size_text(path.stat().st_size)
    with suppress(UnreadablePartError):
        count, free, size = copy.pages
        yield say("Sidor"), say("{n} om {size} byte, {free} lediga", n=count, size=size, free=free)
        yield (
            say("Version"),
            say("{own}, programmet har {head}", own=copy.version, head=schema.HEAD),
        )
        yield say("Rader"), counts_told(copy.row_counts()) or "0"

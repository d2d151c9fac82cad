"""What has been told of files with certain headings, so that the next one is not asked about.

A small file of the program's own beside the list of registers: the window and the command
line read the same. The same headings in another order are the same file's.
"""

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from hubra_desktop.exchange.cells import CellKind
from hubra_desktop.exchange.table_reading import NO_ANSWERS, TableAnswers
from hubra_desktop.exchange.tables import SHAPES, TableName
from hubra_desktop.model.swedish import folded, sort_key
from hubra_desktop.paths import read_note, state_folder
from hubra_desktop.work.files import write_note
from hubra_desktop.work.table_ledger import ALIKE
from hubra_desktop.work.table_people import SAME
from hubra_desktop.work.table_steps import UNUSUAL

_KEPT = 200
"""Kinds of files that are remembered, the latest: more than one council is ever sent."""
_OF_ONE_FILE = (ALIKE, UNUSUAL)
"""Answers that are about the rows of one file and say nothing of the next."""
_OF_ONE_TIME = (CellKind.DAY, CellKind.YEAR)
"""Values for all rows that are another for the next file."""


def remembered_answers(name: TableName, headings: Iterable[str]) -> TableAnswers:
    """Return what was told of a file with these headings; nothing where none was."""
    known = _known().get(_key(name, headings))
    if not isinstance(known, dict):
        return NO_ANSWERS
    return TableAnswers(
        tied=_of_columns(name, _words(known.get("tied"))),
        chosen=_words(known.get("chosen")),
        given={key: text for key, text in _words(known.get("given")).items() if key in _keys(name)},
    )


def remember_answers(name: TableName, headings: Iterable[str], answers: TableAnswers) -> None:
    """Remember what was told of a file; a full disk is no reason to fail."""
    chosen = {key: each for key, each in answers.chosen.items() if not _is_of_one_file(key)}
    given = {
        key: each
        for key, each in answers.given.items()
        if each.strip() and SHAPES[name].column(key).form not in _OF_ONE_TIME
    }
    told = {"tied": dict(answers.tied), "chosen": chosen, "given": given}
    key, before = _key(name, headings), _known()
    known = {each: value for each, value in before.items() if each != key}
    if any(told.values()):
        known[key] = told
    if known == before:
        return
    latest = dict(list(known.items())[-_KEPT:])
    with suppress(OSError):
        write_note(_file(), json.dumps(latest, ensure_ascii=False, indent=1))


def _is_of_one_file(key: str) -> bool:
    return key in _OF_ONE_FILE or key.startswith(SAME)


def _file() -> Path:
    return state_folder() / "table-headings.json"


def _keys(name: TableName) -> set[str]:
    return {column.key for column in SHAPES[name].columns if not column.derived}


def _of_columns(name: TableName, tied: dict[str, str]) -> dict[str, str]:
    """Return the headings tied to columns that the table still has, or to none."""
    return {text: key for text, key in tied.items() if not key or key in _keys(name)}


def _known() -> dict[str, Any]:
    try:
        known = read_note(_file())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _words(told: object) -> dict[str, str]:
    """Return the texts among what was read: the file is anybody's to change."""
    if not isinstance(told, dict):
        return {}
    return {
        key: value for key, value in told.items() if isinstance(key, str) and isinstance(value, str)
    }


def _key(name: TableName, headings: Iterable[str]) -> str:
    return " | ".join([name.value, *sorted(map(folded, headings), key=sort_key)])

"""Habits that a reader of the source relies on, held by looking at every module."""

import statistics
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.architecture import source
from tests.architecture.source import PACKAGE, ROOT

MODULE_LINES = 400
FUNCTION_LINES = 50
NINE_OF_TEN = 25

# What a migration once did never changes; its length is the schema's.
MIGRATIONS = PACKAGE / "store" / "migrations" / "versions"
CODE = [path for path in source.modules() if not path.is_relative_to(MIGRATIONS)]
TESTS_AND_TOOLS = sorted((ROOT / "tests").rglob("*.py")) + sorted(
    (ROOT / "packaging").rglob("*.py")
)

EVERYTHING = source.modules() + TESTS_AND_TOOLS
APP = PACKAGE / "app.py"


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def used_in(path: Path) -> set[str]:
    return source.names_used(read(path))


def in_dialogs(path: Path) -> bool:
    ui = PACKAGE / "ui"
    return path.is_relative_to(ui / "dialogs") or path == ui / "forms" / "dialog.py"


def lines_where(found: Callable[[str], Iterable[int]], paths: list[Path]) -> list[str]:
    """Name every place that ``found`` points out, as "file:line"."""
    return [f"{named(path)}:{line}" for path in paths for line in found(read(path))]


def test_no_module_is_too_long_to_read() -> None:
    lengths = {named(path): len(read(path).splitlines()) for path in CODE + TESTS_AND_TOOLS}
    assert [row for row in lengths.items() if row[1] > MODULE_LINES] == []


def test_no_function_is_too_long_to_read() -> None:
    rows = [
        (named(path), *row)
        for path in CODE + TESTS_AND_TOOLS
        for row in source.function_lengths(read(path))
    ]
    assert [row for row in rows if row[-1] > FUNCTION_LINES] == []


def test_nine_functions_of_ten_are_short() -> None:
    lengths = [row[2] for path in CODE for row in source.function_lengths(read(path))]
    assert statistics.quantiles(lengths, n=10)[-1] <= NINE_OF_TEN


def test_no_module_turns_the_event_loop_by_hand() -> None:
    assert [named(path) for path in source.modules() if "processEvents" in used_in(path)] == []


def test_only_dialogs_and_the_application_itself_wait_in_a_loop() -> None:
    others = [path for path in source.modules() if not in_dialogs(path) and path != APP]
    assert lines_where(lambda text: source.method_calls(text, "exec", "exec_"), others) == []


def test_messages_are_shown_by_the_dialogs_alone() -> None:
    boxes = [path for path in source.modules() if "QMessageBox" in used_in(path)]
    assert [named(path) for path in boxes if not in_dialogs(path)] == []


def test_a_call_of_exec_is_found_wherever_it_stands() -> None:
    text = "class Page:\n    def ask(self):\n        return Dialog(self).exec()\n"
    assert list(source.method_calls(text, "exec")) == [3]
    assert list(source.method_calls("exec('1')", "exec")) == []


def test_the_length_of_a_function_counts_its_last_line() -> None:
    text = "def long():\n" + "    x = 1\n" * FUNCTION_LINES
    assert list(source.function_lengths(text)) == [("long", 1, FUNCTION_LINES + 1)]

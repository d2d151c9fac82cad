"""Bugs in how the register's file is kept, written and remembered."""

from tests.mutants.mutant import Mutant

_UPKEEP = ("store/test_upkeep.py", "work/test_purge.py")

STORE = (
    Mutant(
        "store/schema.py",
        '        new.execute("PRAGMA journal_mode=DELETE")\n',
        "",
        ("store/test_file.py",),
    ),
    Mutant(
        "store/schema.py",
        "present.get(name, count) < count",
        "False",
        ("store/test_migrations.py",),
    ),
    Mutant(
        "store/schema.py",
        "if file_id(path) != original:",
        "if False:",
        ("store/test_migrations.py",),
    ),
    Mutant("store/file_system.py", "status.st_dev, status.st_ino", "0, 0", ("store/test_hold.py",)),
    Mutant(
        "store/file_system.py",
        "if not name.exists()",
        "if name",
        ("store/test_migrations.py", "store/test_hold.py", "store/test_old_registers.py"),
    ),
    Mutant(
        "store/connect.py",
        "PRAGMA synchronous=EXTRA",
        "PRAGMA synchronous=OFF",
        ("store/test_create.py",),
    ),
    Mutant(
        "store/connect.py",
        "PRAGMA secure_delete=ON",
        "PRAGMA secure_delete=OFF",
        ("store/test_upkeep.py", "store/test_file.py"),
    ),
    Mutant(
        "store/connect.py",
        "PRAGMA foreign_keys=ON",
        "PRAGMA foreign_keys=OFF",
        ("store/test_create.py",),
    ),
    Mutant(
        "store/engines.py", "            each()\n", "            pass\n", ("store/test_hold.py",)
    ),
    Mutant(
        "store/row_check.py",
        "crc - {table.checksum('OLD')} + (SELECT {new} {stored})",
        "(SELECT {new} {stored})",
        ("store/test_row_check.py",),
    ),
    Mutant(
        "store/row_check.py",
        "if wrong or _count(database, rows) != _count(database, checks):",
        "if wrong:",
        ("store/test_row_check.py",),
    ),
    Mutant(
        "store/row_check.py",
        "if each.kind not in {SCHEMA, *checked}",
        "if False",
        ("store/test_row_check.py",),
    ),
    Mutant(
        "store/register.py",
        "refuse_damaged_pages(self.path)\n                schema.migrate",
        "schema.migrate",
        ("store/test_migrations.py",),
    ),
    Mutant("store/register.py", "        keep_checks(self._driver)\n", "", ("store/test_rows.py",)),
    Mutant(
        "store/inspection.py",
        " if name != _KEPT_FILES",
        "",
        ("store/test_brief_look.py",),
    ),
    Mutant(
        "store/inspection.py",
        "rows=not brief",
        "rows=False",
        ("store/test_row_check.py",),
    ),
    Mutant(
        "cli/run.py",
        "if sound and not workspace.looked_through",
        "if False",
        ("cli/test_spoilt.py",),
    ),
    Mutant("store/register.py", "if self._reads:", "if False:", ("store/test_readers.py",)),
    Mutant(
        "store/journal.py",
        "reversed([each.inverse for each in changes])",
        "[each.inverse for each in changes]",
        ("work/test_commands.py", "work/test_machine.py", "work/test_workspace.py"),
    ),
    Mutant(
        "store/journal.py",
        "return {} in (self.before, self.after)",
        "return False",
        ("work/test_purge.py", "work/test_history.py", "ui/test_history_page.py"),
    ),
    Mutant(
        "store/journal.py",
        "STEP.c.id > func.coalesce(last, 0)",
        "STEP.c.id > 0",
        ("work/test_reopening.py", "work/test_workspace.py"),
    ),
    Mutant(
        "store/deltas.py",
        "now[start : len(now) - end], digest(now)]",
        "now[start : len(now) - end], digest(was)]",
        ("store/test_deltas.py",),
    ),
    Mutant("store/deltas.py", "if digest(made) != whole:", "if False:", ("store/test_deltas.py",)),
    Mutant(
        "store/deltas.py",
        "return isinstance(now, bytes) and hash_of(now) == stored[_HASH]",
        "return isinstance(now, bytes)",
        ("store/test_deltas.py", "store/test_rows.py"),
    ),
    Mutant("store/upkeep.py", "UNTOUCHED_DAYS: Final = 30", "UNTOUCHED_DAYS: Final = 0", _UPKEEP),
    Mutant(
        "store/upkeep.py",
        "for column in (CHANGE.c.before, CHANGE.c.after):\n            connection",
        "for column in (CHANGE.c.before,):\n            connection",
        _UPKEEP,
    ),
    Mutant(
        "store/upkeep.py",
        "set(connection.scalars(select(LARGE_VALUE.c.hash))) - named",
        "set(connection.scalars(select(LARGE_VALUE.c.hash)))",
        ("work/test_evidence.py",),
    ),
    Mutant(
        "store/positions.py",
        "if after - before <= count:",
        "if after - before < count:",
        ("store/test_positions.py",),
    ),
    Mutant(
        "store/rows.py",
        "if each.id in staying:",
        "if True:",
        ("store/test_rows.py", "work/test_edits.py"),
    ),
    Mutant(
        "store/rows.py",
        "table.c.id != row_id).limit(1)",
        "table.c.id == row_id).limit(1)",
        ("store/test_rows.py", "store/test_constraints.py"),
    ),
    Mutant(
        "store/history.py",
        "dt.timedelta(days=1)",
        "dt.timedelta(days=0)",
        ("work/test_history.py", "ui/test_history_page.py"),
    ),
)

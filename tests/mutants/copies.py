"""Bugs in what keeps a register from being lost: checksums, backups, locks, other copies."""

from tests.mutants.mutant import Mutant

_BACKUP = ("store/test_backup.py", "work/test_backups.py")
_CHECKS = ("store/test_row_check.py",)
_GENERATIONS = ("model/test_generations.py",)

COPIES = (
    Mutant("model/generations.py", "if age <= DAYS:", "if age < DAYS:", _GENERATIONS),
    Mutant("model/generations.py", " or _is_held(each, now)\n", "\n", _GENERATIONS),
    Mutant("model/generations.py", "> bound:", ">= bound:", _GENERATIONS),
    Mutant(
        "model/generations.py",
        'return "month", day.year, day.month',
        'return "month", day.month',
        _GENERATIONS,
    ),
    Mutant("store/backup.py", "_contents(copy) != expected", "False", _BACKUP),
    Mutant("store/row_check.py", "SET crc = crc - {table.checksum('OLD')} +", "SET crc =", _CHECKS),
    Mutant(
        "store/row_check.py", "{kept} IS NOT {table.checksum", "{kept} <> {table.checksum", _CHECKS
    ),
    Mutant(
        "store/row_check.py",
        "for table in (_OF_SCHEMA, *_tables(database)):",
        "for table in _tables(database):",
        _CHECKS,
    ),
    Mutant(
        "store/crash_journal.py",
        "if now - then not in (0, 1):",
        "if False:",
        ("store/test_laid_over.py",),
    ),
    Mutant(
        "store/crash_journal.py",
        "    return _is_taken_back(path)\n",
        "    return True\n",
        ("store/test_laid_over.py",),
    ),
    Mutant(
        "store/keys.py",
        'unicodedata.normalize("NFC", passphrase).encode()',
        "passphrase.encode()",
        ("store/test_passphrase.py",),
    ),
    Mutant(
        "store/connect.py",
        "database.execute(f'PRAGMA key = \"{key.spec}\"')\n    # What",
        "# What",
        ("store/test_passphrase.py",),
    ),
    Mutant(
        "model/recovery_key.py", "check = place + 1", "check = 1", ("model/test_recovery_key.py",)
    ),
    Mutant(
        "model/formulas.py",
        "\\uff1d\\uff0b\\uff0d\\uff20",
        "\\uff0b\\uff0d\\uff20",
        ("exchange/test_formulas.py",),
    ),
    Mutant(
        "work/files.py",
        "return 0o666 if is_shared(folder) else 0o600",
        "return 0o666",
        ("work/test_papers.py",),
    ),
    Mutant(
        "work/files.py", "            _keep_rights(path, draft)\n", "", ("work/test_papers.py",)
    ),
    Mutant(
        "work/crash.py",
        'yield " ".join([f"{kind.__module__}.{kind.__qualname__}", *_codes(error)])',
        'yield f"{kind.__qualname__}: {error}"',
        ("cli/test_processes.py",),
    ),
    Mutant(
        "work/purged_copies.py",
        "        workspace.run(PurgeTraces(tuple(keys)))\n",
        "",
        ("work/test_purged_copies.py",),
    ),
    Mutant(
        "work/purged_copies.py",
        "if each.at >= since",
        "if each.at < since",
        ("work/test_purged_copies.py",),
    ),
    Mutant(
        "work/second_place.py",
        "now - choices.reached <= TOO_LONG",
        "now - choices.reached >= TOO_LONG",
        ("work/test_backups.py",),
    ),
    Mutant("store/scratch.py", "status.st_uid == _user()", "True", ("store/test_scratch.py",)),
    Mutant("store/scratch.py", " and (folder / _LOCK).exists()", "", ("store/test_scratch.py",)),
    Mutant(
        "exchange/limits.py",
        "if groups > MOST_RECORDS or content",
        "if content",
        ("exchange/test_limits.py",),
    ),
)

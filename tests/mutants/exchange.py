"""Bugs in how other people's files are read and ours are written."""

from tests.mutants.mutant import Mutant

_SHEETS = ("exchange/test_sheets.py", "exchange/test_tables.py")

EXCHANGE = (
    Mutant("exchange/cells.py", "if ore != int(ore):", "if False:", _SHEETS),
    Mutant(
        "exchange/cells.py",
        "_ore(-cell if told.unsigned else cell) * told.scale",
        "_ore(cell) * told.scale",
        ("exchange/test_cells.py",),
    ),
    Mutant("exchange/csv_file.py", 'replace(".", ",")', 'replace(".", ".")', _SHEETS),
    Mutant(
        "exchange/csv_file.py",
        """outside = "".join(line.split('"')[::2])""",
        "outside = line",
        _SHEETS,
    ),
    Mutant(
        "exchange/calendar_file.py", "last -= _DAY", "pass", ("exchange/test_calendar_file.py",)
    ),
    Mutant(
        "exchange/calendar_file.py",
        "when.astimezone(ZoneInfo(_HERE)) if when.tzinfo else when",
        "when",
        ("exchange/test_calendar_file.py",),
    ),
    Mutant(
        "exchange/sie_file.py",
        "kind is EntryKind.INCOME:\n        amount = -amount",
        "kind is EntryKind.INCOME:\n        amount = +amount",
        ("exchange/test_sie_file.py",),
    ),
    Mutant(
        "exchange/sie_file.py",
        "account.startswith(_EITHER) and credit",
        "account.startswith(_EITHER)",
        ("exchange/test_sie_file.py",),
    ),
    Mutant(
        "exchange/json_file.py", "if name in found:", "if False:", ("exchange/test_json_file.py",)
    ),
    Mutant(
        "exchange/json_file.py",
        "if not _DAY.fullmatch(str(_exactly(str, value))):",
        "if False:",
        ("exchange/test_json_file.py",),
    ),
    Mutant(
        "exchange/pdf_file.py",
        "if _checksum(streams[0]) != md5(data, usedforsecurity=False).digest():",
        "if False:",
        ("exchange/test_pdf_file.py",),
    ),
    Mutant(
        "exchange/pdf_file.py",
        "if len(data) > LARGEST_DATA:",
        "if False:",
        ("exchange/test_pdf_file.py",),
    ),
)

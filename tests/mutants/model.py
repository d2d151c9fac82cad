"""Bugs in what is computed without a database."""

from tests.mutants.mutant import Mutant

_MONEY = ("model/money",)

MODEL = (
    Mutant(
        "model/deadlines.py",
        "    day = next_weekday(raw)\n    note",
        "    day = workday_before(raw)\n    note",
        ("model/test_deadlines.py",),
    ),
    Mutant(
        "model/deadlines.py",
        "return DeadlineState.KEPT if called_on <= raw else",
        "return DeadlineState.KEPT if called_on < raw else",
        ("model/test_deadlines.py",),
    ),
    Mutant(
        "model/deadlines.py",
        "return None if last is None else workday_before(last)",
        "return None if last is None else next_weekday(last)",
        ("model/test_deadlines.py",),
    ),
    Mutant(
        "model/meeting_year.py",
        "all(abs(day - each) >= _WEEK for each in chosen)",
        "all(abs(day - each) >= _DAY for each in chosen)",
        ("model/test_meeting_year.py",),
    ),
    Mutant(
        "model/council/composition.py",
        "found.setdefault(each.mandate.person_id, each)",
        "found[each.mandate.person_id] = each",
        ("model/test_composition.py",),
    ),
    Mutant(
        "model/council/people_names.py",
        "if len(named) > 1:",
        "if len(named) > 2:",
        ("model/test_people_names.py",),
    ),
    Mutant(
        "model/plan/plan_findings.py",
        "    if today >= moved_months(day, -LEAD_MONTHS):",
        "    day -= dt.timedelta(days=1)\n    if today >= moved_months(day, -LEAD_MONTHS):",
        ("model/plan",),
    ),
    Mutant(
        "model/plan/plan_findings.py",
        "day = moved_months(last, LAW_MONTHS)",
        "day = last + dt.timedelta(days=730)",
        ("model/plan",),
    ),
    Mutant(
        "model/plan/plan_findings.py",
        "report - begun <= today",
        "report - begun < today",
        ("model/plan",),
    ),
    Mutant(
        "model/money/ledger.py",
        'EntryKind.TRANSFER_OUT: ("planned", -1)',
        'EntryKind.TRANSFER_OUT: ("planned", 1)',
        _MONEY,
    ),
    Mutant(
        "model/money/ledger.py",
        "(day.month, day.day) == (12, 31)",
        "(day.month, day.day) == (12, 30)",
        ("model/money", "work/test_money_queries.py"),
    ),
    Mutant(
        "model/money/ledger.py",
        "left = amount - max(0, used[post_id, use])",
        "left = amount - used[post_id, use]",
        ("model/money", "work/test_money_queries.py"),
    ),
    Mutant(
        "model/money/ledger.py",
        "return self.planned - self.net - self.committed",
        "return self.planned - self.net - self.reserved",
        _MONEY,
    ),
    Mutant(
        "model/money/amounts.py",
        "return ore.numerator if ore.denominator == 1 else None",
        "return round(ore)",
        _MONEY,
    ),
    Mutant(
        "model/money/amounts.py",
        'if match[2] == ":" and len(match[3]) != 2:',
        'if match[2] == ":" and len(match[3]) > 2:',
        _MONEY,
    ),
    Mutant(
        "model/money/booked.py",
        "back = -1 if kind is EntryKind.CORRECTION else 1",
        "back = 1",
        _MONEY,
    ),
    Mutant(
        "model/case_number.py",
        "if year < 50 else 1900",
        "if year <= 50 else 1900",
        ("model/test_case_number.py",),
    ),
    Mutant(
        "model/case_number.py",
        "int(number.running), number.suffix",
        'int(number.running), ""',
        ("model/test_case_number.py",),
    ),
    Mutant(
        "model/swedish.py", "value, 3) + 0.0", "value, 3)", ("model/test_swedish.py", "model/money")
    ),
    Mutant(
        "model/swedish.py",
        '"abcdefghijklmnopqrstuvwxyzåäö"',
        '"abcdefghijklmnopqrstuvwxyzäåö"',
        ("model/test_swedish.py",),
    ),
    Mutant(
        "model/timetable.py",
        "while known - minutes > HALF_A_DAY:",
        "while known - minutes >= HALF_A_DAY:",
        ("model/test_timetable.py",),
    ),
    Mutant(
        "model/timetable.py",
        "net = 0 if kind is ItemKind.BREAK else minutes",
        "net = minutes",
        ("model/test_timetable.py",),
    ),
    Mutant(
        "model/redaction.py",
        'Person: frozenset({"id", "name", "title", "unit"})',
        'Person: frozenset({"id", "name", "title", "unit", "email"})',
        ("model/test_redaction.py",),
    ),
)

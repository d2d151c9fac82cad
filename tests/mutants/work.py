"""Bugs in what the secretary can do: commands, undo, references, invariants, papers kept."""

from tests.mutants.mutant import Mutant

_MONEY = ("work/test_money_commands.py", "work/test_closed_money.py", "work/test_money_choices.py")

WORK = (
    Mutant(
        "work/places.py",
        "if each not in exercises]",
        "if each not in ()]",
        ("work/test_exercise.py",),
    ),
    Mutant(
        "work/queries/register.py",
        "register.exercise_day if register.practice else None",
        "register.exercise_day",
        ("work/test_exercise.py",),
    ),
    Mutant(
        "work/workspace.py",
        "            check_invariants(connection, written, replayed=True)\n",
        "",
        ("work/test_closed_money.py", "work/test_workspace.py", "work/test_machine.py"),
    ),
    Mutant(
        "work/invariants/people.py",
        "max(_first(one), _first(other)) <= min",
        "max(_first(one), _first(other)) < min",
        ("work/test_mandates.py",),
    ),
    Mutant(
        "work/commands/rulebook.py",
        '{"valid_to": first - DAY}',
        '{"valid_to": first}',
        ("work/test_rulebook_commands.py",),
    ),
    Mutant(
        "work/queries/composition.py",
        "ruled=rules in rules_of(reader, body_id)",
        "ruled=True",
        ("work/test_mandates.py",),
    ),
    Mutant(
        "work/invariants/closed_years.py",
        "    for each in rows:\n        _refuse_reopening",
        "    rows = [] if touched.replayed else rows\n"
        "    for each in rows:\n        _refuse_reopening",
        ("work/test_closed_money.py", "work/test_reopening.py", "work/test_money_commands.py"),
    ),
    Mutant(
        "work/invariants/closed_years.py",
        "for image in row.images:\n            year =",
        "for image in row.images[1:]:\n            year =",
        _MONEY,
    ),
    Mutant(
        "work/invariants/closed_years.py",
        "        _refuse_reopening(each)\n",
        "        pass\n",
        _MONEY,
    ),
    Mutant(
        "work/invariants/__init__.py",
        'or not row.after["closed_on"]',
        'or row.after["closed_on"]',
        _MONEY,
    ),
    Mutant(
        "work/invariants/money.py", "if post.id in above and", "if post.id not in above and", _MONEY
    ),
    Mutant("work/invariants/money.py", "    check_family(tuple(family.values()))\n", "", _MONEY),
    Mutant(
        "work/undo.py",
        "        self.undone.clear()\n\n    def took_back",
        "\n    def took_back",
        ("work/test_workspace.py", "work/test_commands.py", "work/test_machine.py"),
    ),
    Mutant(
        "work/undo.py",
        """undo" and stack.done:
                stack.took_back()""",
        """undo" and stack.done:
                stack.done.pop()""",
        ("work/test_reopening.py", "work/test_workspace.py"),
    ),
    Mutant(
        "work/references.py",
        "own != row_id).limit(1)",
        "own == row_id).limit(1)",
        ("work/test_references.py",),
    ),
    Mutant(
        "work/references.py",
        '        ("ledger_entry", "grant_id"),\n',
        "",
        ("work/test_references.py", "work/test_money_commands.py"),
    ),
    Mutant(
        "work/commands/ledger.py",
        "return None if concerned == year else concerned",
        "return None",
        _MONEY,
    ),
    Mutant("work/commands/ledger.py", "if wanted and folded", "if folded", _MONEY),
    Mutant(
        "work/purged_traces.py",
        '            rows.forgotten["evidence"].add(evidence.id)\n',
        "",
        ("work/test_purge.py", "work/test_evidence.py"),
    ),
    Mutant(
        "work/purged_traces.py",
        '                rows.forgotten["dispatch_recipient"].add(each.id)\n',
        "",
        ("work/test_purge.py",),
    ),
    Mutant(
        "work/papers.py",
        "content = guard(reader).value(PAPERS[name].collect(reader, about, **options))",
        "content = PAPERS[name].collect(reader, about, **options)",
        ("work/test_leaks.py",),
    ),
    Mutant(
        "work/table_people.py",
        "    if len(fitting) == 1 and len(named) == 1:\n",
        "    if fitting:\n",
        ("work/test_table_people.py",),
    ),
    Mutant(
        "work/evidence_files.py",
        "if hash_of(content) == each.sha256:",
        "if content:",
        ("work/test_evidence.py",),
    ),
    Mutant(
        "work/issued_papers.py",
        'bare = replace(paper.style, logotype=b"")',
        "bare = paper.style",
        ("work/test_issued_papers.py",),
    ),
    Mutant(
        "work/workspace.py",
        "        if failures:\n            raise failures[0]\n",
        "",
        ("work/test_workspace.py",),
    ),
)

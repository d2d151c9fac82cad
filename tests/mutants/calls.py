"""Bugs planted in what is issued of a meeting, and in what is told of it afterwards."""

from tests.mutants.mutant import Mutant

CALL_MUTANTS = (
    Mutant(
        "model/dispatch/call_row_changes.py",
        "    return now.end - was.end == shift\n",
        "    return False\n",
        ("model/test_call_changes.py",),
    ),
    Mutant(
        "model/numbering.py",
        "    if item.added_late is None or str(latest + 1) not in taken:\n",
        "    if True:\n",
        ("work/test_calls.py",),
    ),
    Mutant(
        "work/commands/calls.py",
        "    if now.paper.content != prepared.paper.content or not same_style:\n",
        "    if not same_style:\n",
        ("work/test_calls.py",),
    ),
    Mutant(
        "work/commands/agenda.py",
        "    staying = {each.id for each in rows_going if each.id in issued}\n",
        "    staying = set[str]()\n",
        ("work/test_calls.py",),
    ),
    Mutant(
        "work/invariants/reports.py",
        '        if each.before["state"] == IssueState.ISSUED:\n',
        "        if True:\n",
        ("work/test_calls.py",),
    ),
    Mutant(
        "documents/meeting_notices.py",
        "        self.meeting = meeting_for(meeting, edition.audience)\n",
        "        self.meeting = meeting\n",
        ("documents/test_meeting_notices.py",),
    ),
    Mutant(
        "work/papers.py",
        "    if form == ORDINARY and paper.pdf:\n",
        "    if False:\n",
        ("work/test_calls.py",),
    ),
)

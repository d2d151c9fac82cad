"""Bugs in what is sent: recipients, drafts of mail, calendars, labels and what is kept of it."""

from tests.mutants.mutant import Mutant

_MAIL = ("exchange/test_mail_file.py",)
_CALENDAR = ("exchange/test_calendar_out.py", "work/test_dispatching.py")
_RECIPIENTS = ("work/test_recipients.py",)
_KEPT = ("work/test_dispatches.py",)
_DIARY = ("work/test_diary.py",)

DISPATCH = (
    Mutant("exchange/mail_file.py", 'letter["X-Unsent"] = "1"\n', "pass\n", _MAIL),
    Mutant("exchange/mail_file.py", 'mark if mark.isprintable() else " "', "mark", _MAIL),
    Mutant("exchange/mail_file.py", '("Bcc", blind)', '("Cc", blind)', _MAIL),
    Mutant(
        "exchange/calendar_out.py",
        '"CANCEL" if cancelled.pop() else "PUBLISH"',
        '"PUBLISH"',
        _CALENDAR,
    ),
    Mutant("exchange/calendar_out.py", '"BYDAY": "-1SU"', '"BYDAY": "1SU"', _CALENDAR),
    Mutant("exchange/calendar_out.py", 'parameters={"TZID": _ZONE}', "", _CALENDAR),
    Mutant("model/dispatch/calendar_events.py", "origin_id or meeting.id", "meeting.id", _CALENDAR),
    Mutant("model/dispatch/calendar_events.py", "public_row(item).title", "item.title", _CALENDAR),
    Mutant("work/queries/dispatches.py", "latest + 1", "latest", ("work/test_dispatching.py",)),
    Mutant(
        "work/calling/recipients.py",
        "if rule is SubstituteRule.NONE:",
        "if not mandate.id:",
        _RECIPIENTS,
    ),
    Mutant(
        "work/calling/recipients.py", "one.ticked |= not declined", "one.ticked = True", _RECIPIENTS
    ),
    Mutant(
        "work/calling/recipients.py",
        "one.told is not None and one.told != slot",
        "one.told is not None and one.told == slot",
        _RECIPIENTS,
    ),
    Mutant(
        "work/calling/recipient_candidates.py",
        '        if self.protected:\n            return ""\n',
        "",
        _RECIPIENTS,
    ),
    Mutant(
        "work/commands/dispatches.py",
        'address="" if secret else recipient.address',
        "address=recipient.address",
        _KEPT,
    ),
    Mutant(
        "work/invariants/dispatches.py",
        "elif _changed(each) - _MAY_CHANGE[each.kind]:",
        "elif not _changed(each):",
        _KEPT,
    ),
    Mutant(
        "model/dispatch/diary.py",
        "if entry.secret else entry",
        "if not entry.what else entry",
        _DIARY,
    ),
    Mutant(
        "documents/etiketter.py",
        "[None] * (paper.first - 1)",
        "[]",
        ("documents/test_dispatch_papers.py",),
    ),
)

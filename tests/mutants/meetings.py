"""Bugs in a meeting and what follows it: who was there, minutes, approval, pay, follow-ups."""

from tests.mutants.mutant import Mutant

_PRESENCE = ("model/test_presence.py",)
_SECTIONS = ("work/test_section_numbers.py", "work/test_sections.py")
_APPROVED = ("work/test_approved_minutes.py", "work/test_approval.py")
_ALLOWANCES = ("work/test_allowances.py",)
_FOLLOW_UPS = ("work/test_follow_ups.py",)

_ATTENDANCE = (
    Mutant(
        "model/attendance/presence.py",
        "for e in stays if e not in more)",
        "for e in stays)",
        ("model/test_section_presence.py",),
    ),
    Mutant(
        "model/minutes/section_presence.py",
        "each.item_id if each.item_id in order else row_id",
        "each.item_id",
        ("model/test_section_presence.py",),
    ),
    Mutant(
        "work/references.py",
        "        lead_stays_on(rows, ids)\n",
        "        pass\n",
        ("work/test_presence_kept.py",),
    ),
    Mutant(
        "work/invariants/approved_presence.py",
        "if was.get(section_id, now[section_id]) != now[section_id]:",
        "if False:",
        ("work/test_presence_kept.py",),
    ),
    Mutant(
        "work/commands/tabled.py",
        "if len(outcomes) > 1 or (len(images) == 1",
        "if len(outcomes) > 1 and (len(images) == 1",
        ("work/test_tabled.py",),
    ),
    Mutant(
        "model/attendance/presence.py",
        "came <= place < left\n\n    return next",
        "came <= place <= left\n\n    return next",
        _PRESENCE,
    ),
    Mutant(
        "model/attendance/presence.py",
        "seat == each.id or seat not in taken",
        "seat == each.id or seat",
        _PRESENCE,
    ),
    Mutant("model/attendance/presence.py", "seats // 2 + 1", "seats // 2", _PRESENCE),
    Mutant(
        "model/attendance/handled_order.py",
        "order.sort(key=lambda each: started[each])",
        "pass",
        (*_PRESENCE, "work/test_attendance.py", "work/test_running.py"),
    ),
    Mutant(
        "model/attendance/substitutes.py",
        "return not self.precedes(each), LAST_RANK",
        "return self.precedes(each), LAST_RANK",
        ("work/test_attendance.py", "model/test_presence.py"),
    ),
    Mutant(
        "work/commands/attendance.py",
        "        room.free_seat(each.id)\n",
        "",
        ("work/test_attendance.py",),
    ),
    Mutant(
        "work/commands/running.py",
        "at = max([at, *(run.started for run in runs), *(run.ended or 0 for run in runs)])",
        "at = max([at])",
        ("work/test_running.py",),
    ),
    Mutant(
        "model/minutes/running.py",
        "return pinned if cursor is None else max(cursor, pinned)",
        "return cursor",
        ("model/test_running.py",),
    ),
)

_STATISTICS = (
    Mutant(
        "model/attendance/attendance_statistics.py",
        "absent=len(missed) - excused",
        "absent=len(missed)",
        ("model/test_attendance_statistics.py",),
    ),
    Mutant(
        "model/attendance/attendance_statistics.py",
        "return bool(missed) and all(who in self.disqualified.get(row, ()) for row in missed)",
        "return all(who in self.disqualified.get(row, ()) for row in missed)",
        ("model/test_attendance_statistics.py",),
    ),
    Mutant(
        "model/attendance/substitutes.py",
        "promised[turn.attendance.id] = each.id",
        "pass",
        ("model/test_presence.py",),
    ),
    Mutant(
        "work/queries/allowance_forecast.py",
        "if row.year == year and not (here or there):",
        "if False:",
        ("work/test_allowance_years.py",),
    ),
    Mutant(
        "work/queries/attendance_due.py",
        "or_(listed.reply == AttendanceReply.PREVENTED, listed.status.in_(NOT_THERE))",
        "listed.reply == AttendanceReply.PREVENTED",
        ("work/test_attendance.py",),
    ),
)

_MINUTES = (
    Mutant(
        "model/minutes/sections.py",
        "max(taken) + 1 if taken",
        "len(taken) + 1 if taken",
        (*_SECTIONS, "model/test_sections.py"),
    ),
    Mutant(
        "work/invariants/minutes.py",
        "if numbers and numbers[-1] - numbers[0] + 1 != len(numbers):",
        "if False:",
        _SECTIONS,
    ),
    Mutant(
        "work/invariants/minutes.py",
        'if same_year and before["body_id"]',
        'if same_year or before["body_id"]',
        _SECTIONS,
    ),
    Mutant(
        "work/invariants/minutes.py",
        "if answers and counts != tuple",
        "if not answers and counts != tuple",
        _SECTIONS,
    ),
    Mutant(
        "model/minutes/sections.py",
        "return replace(made, deviation_confirmed=confirmed and deviates(made))",
        "return replace(made, deviation_confirmed=deviates(made))",
        (*_SECTIONS, "model/test_sections.py"),
    ),
    Mutant(
        "model/minutes/minutes_findings.py",
        "if kind is ItemKind.DECISION and not section.section.decisions:",
        "if kind is None and not section.section.decisions:",
        ("model/test_minutes_findings.py",),
    ),
    Mutant(
        "model/minutes/minutes_view.py",
        'inner_note="", decisions=decisions',
        "decisions=decisions",
        ("model/minutes/test_closed_rows_in_minutes.py",),
    ),
    Mutant(
        "work/decision_table.py",
        "for each in () if row.item_id in closed else row.decisions:",
        "for each in row.decisions:",
        ("cli/test_minutes.py",),
    ),
)

_PAPERS = (
    Mutant(
        "documents/appeals.py",
        "last = appeal_period(posted)[1]",
        "last = appeal_period(posted)[2]",
        ("documents/test_appeals.py",),
    ),
    Mutant(
        "model/minutes/minutes_words.py",
        "if here != earlier and served is not None:",
        "if False:",
        ("model/minutes/test_movements.py",),
    ),
    Mutant(
        "model/minutes/minutes_words.py",
        "if len(out) <= max(3, count // 3):",
        "if False:",
        ("documents/test_protokoll.py",),
    ),
)

_APPROVAL = (
    Mutant(
        "work/invariants/approved.py",
        "if day is not None and _is_changed(before, row, allowed):",
        "if False:",
        _APPROVED,
    ),
    Mutant(
        "work/invariants/approved.py",
        "if now == MeetingState.APPROVED and not before.newly_approved(meeting_id):",
        "if False:",
        _APPROVED,
    ),
    Mutant(
        "work/invariants/approved.py",
        'frozenset({"posted_on", "posted_until", "taken_down_on", "proof"})',
        'frozenset({"posted_on", "posted_until", "taken_down_on", "proof", "done"})',
        _APPROVED,
    ),
    Mutant(
        "work/commands/approval.py",
        "if not self.agreed_by.strip():",
        "if False:",
        ("work/test_approval.py",),
    ),
    Mutant(
        "model/minutes/approving.py",
        "each.status is AttendanceStatus.PRESENT\n        and (each.role in",
        "each.status is not AttendanceStatus.ABSENT\n        and (each.role in",
        ("model/minutes/test_officers.py",),
    ),
    Mutant(
        "model/minutes/told_of.py",
        'rf"(?<!\\w){words}[sS]?(?!\\w)',
        'rf"(?<!\\w){words}(?!\\w)',
        ("work/test_extracts.py",),
    ),
    Mutant(
        "work/commands/signed.py",
        "if hash_of(prepared.issued_pdf) != issued.sha256:",
        "if False:",
        ("work/test_signed.py",),
    ),
)

_PAY = (
    Mutant(
        "model/attendance/allowance.py",
        "return -(-max(0, minutes - covered) // HALF_HOUR)",
        "return max(0, minutes - covered) // HALF_HOUR",
        ("model/test_allowance.py",),
    ),
    Mutant(
        "model/attendance/allowance.py",
        "amount_ore=amount if most is None else min(amount, most),",
        "amount_ore=amount,",
        ("model/test_allowance.py",),
    ),
    Mutant(
        "model/attendance/allowance.py",
        "return -row.amount_ore if row.lowers else row.amount_ore",
        "return row.amount_ore",
        ("model/test_allowance.py",),
    ),
    Mutant(
        "work/commands/allowances.py",
        "if self.lowers and self.amount_ore > left:",
        "if False:",
        _ALLOWANCES,
    ),
    Mutant(
        "work/invariants/allowances.py",
        'elif each.kind == "allowance_row" and _list_of(each) & closed:',
        "elif False:",
        _ALLOWANCES,
    ),
)

_AFTER = (
    Mutant(
        "model/minutes/follow_up_findings.py",
        "each.due is not None and each.due <= soon",
        "each.due is not None and each.due < today",
        ("model/minutes/test_follow_up_findings.py",),
    ),
    Mutant(
        "work/commands/last_minutes.py",
        "if not item.note.strip():",
        "if True:",
        ("work/test_last_minutes.py",),
    ),
    Mutant(
        "work/queries/minutes.py",
        "MEETING.c.date < meeting.date)",
        "MEETING.c.date > meeting.date)",
        ("work/test_section_numbers.py",),
    ),
    Mutant(
        "work/commands/follow_ups.py",
        "if before is not None and has_executor(before):",
        "if True:",
        _FOLLOW_UPS,
    ),
    Mutant(
        "work/commands/follow_ups.py",
        "        if is_untouched(each):\n",
        "        if True:\n",
        _FOLLOW_UPS,
    ),
    Mutant(
        "model/minutes/follow_up_rules.py",
        "if value != were[name] and getattr(follow_up, name) == were[name]",
        "if value != were[name]",
        _FOLLOW_UPS,
    ),
    Mutant(
        "work/invariants/follow_ups.py",
        'if after is None and before["follow_up_id"] not in gone:',
        "if False:",
        _FOLLOW_UPS,
    ),
    Mutant(
        "work/commands/tabled.py",
        "open_ = [each for each in known if each.placed_item_id is None]",
        "open_ = list(known)",
        ("work/test_tabled.py",),
    ),
    Mutant(
        "model/minutes/last_minutes.py",
        "next(iter(about or free), None)",
        "next(iter(free or about), None)",
        ("model/minutes/test_last_minutes.py",),
    ),
)

MEETINGS = (*_ATTENDANCE, *_STATISTICS, *_MINUTES, *_PAPERS, *_APPROVAL, *_PAY, *_AFTER)

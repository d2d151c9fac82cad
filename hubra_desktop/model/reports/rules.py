"""What the stored values of the papers may be."""

from collections.abc import Mapping

from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.rules import (
    COUNT,
    YEAR,
    Rule,
    day,
    flag,
    identity,
    line,
    optional,
    term,
    text,
)

RULES: Mapping[str, Mapping[str, Rule]] = {
    "report_section": {
        "key": line,
        "heading": line,
        "level": COUNT,
        "text": text,
    },
    "report_signature": {
        "name": line,
        "role": line,
    },
    "report_answer": {
        "key": line,
        "text": text,
        "printed": flag,
    },
    "report": {
        "kind": term(ReportKind),
        "year": YEAR,
        "title": line,
        "date": optional(day),
        "case_number": line,
        "number_reason": line,
        "administration": line,
        "handler": line,
        "handler_contact": line,
        "meeting_id": optional(identity),
        "plan_id": optional(identity),
        "attached_to_id": optional(identity),
        "attachment_number": optional(COUNT),
        "delivered_to": text,
        "note": text,
    },
    "matter_alias": {
        "matter_id": identity,
        "case_number": line,
        "reason": text,
    },
}

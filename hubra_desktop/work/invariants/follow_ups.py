"""Rules of follow-ups: closed with a day or a reason, and reports that stand as given."""

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.minutes.follow_up_rules import refuse_follow_up
from hubra_desktop.model.records.follow_ups import FollowUp
from hubra_desktop.work.invariants.kinds import Touched
from hubra_desktop.work.invariants.wholes import touched_wholes

_REPORTED = ("day", "author", "text")


def check_follow_ups(touched: Touched) -> None:
    """Refuse one that is done without a day, or that lapsed or was lowered without a reason."""
    for each in touched_wholes(touched, FollowUp):
        refuse_follow_up(each)


def check_follow_up_reports(touched: Touched) -> None:
    """Refuse an empty report, and another text, day or author of one that was given.

    A report goes only with its follow-up, or when the step that gave it is undone.
    """
    gone = {each.row_id for each in touched.rows if each.kind == "follow_up" and each.after is None}
    for each in touched.rows:
        if each.kind != "follow_up_report":
            continue
        before, after = each.before, each.after
        if after is not None and not str(after["text"]).strip():
            raise refusal("Skriv vad som har rapporterats.", field="text")
        if before is None or touched.replayed:
            continue
        if after is None and before["follow_up_id"] not in gone:
            raise _stands()
        if after is not None and any(before[name] != after[name] for name in _REPORTED):
            raise _stands()


def _stands() -> InputError:
    return refusal("En rapport ändras inte i efterhand. Skriv en ny rapport som rättar den.")

"""Rules of dispatches: what was sent, to whom and where, stays as it was."""

from typing import Final

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.records.dispatch import Dispatch, DispatchRecipient
from hubra_desktop.model.swedish import short_date
from hubra_desktop.store.journal import Recorded
from hubra_desktop.work.invariants.kinds import Touched
from hubra_desktop.work.invariants.wholes import touched_wholes

_MAY_CHANGE: Final = {
    "dispatch": frozenset({"note", "meeting_id", "issued_id"}),
    "dispatch_recipient": frozenset({"sent", "returned", "person_id", "body_id"}),
}
"""Marks and notes; what is referred to may be removed."""
_MAY_EMPTY: Final = frozenset({"name", "role", "address", "slot"})
"""What a lawful disposal takes away of somebody."""


def check_sent(touched: Touched) -> None:
    """Refuse another text, day or version of a dispatch, and other recipients or addresses."""
    whole = {
        each.row_id
        for each in touched.rows
        if each.kind == "dispatch" and (each.before is None or each.after is None)
    }
    for each in touched.rows:
        if each.before is None or each.after is None:
            if each.kind == "dispatch_recipient" and _owner(each) not in whole:
                raise _already_sent()
        elif _changed(each) - _MAY_CHANGE[each.kind]:
            raise _already_sent()


def check_marks(touched: Touched) -> None:
    """Refuse days that contradict each other: sent before it was made, back before it went."""
    for dispatch in touched_wholes(touched, Dispatch):
        for each in dispatch.recipients:
            _check_days(dispatch, each)


def _check_days(dispatch: Dispatch, recipient: DispatchRecipient) -> None:
    sent, returned = recipient.sent, recipient.returned
    if sent is not None and sent < dispatch.day:
        raise refusal(
            "Utskicket är gjort {day}. Det kan inte ha gått tidigare.", day=short_date(dispatch.day)
        )
    if returned is not None and sent is None:
        raise refusal("Det som inte har skickats kan inte komma i retur. Markera det som skickat.")
    if returned is not None and sent is not None and returned < sent:
        raise refusal("Det kom i retur innan det skickades. Ändra någon av dagarna.")


def _changed(row: Recorded) -> set[str]:
    """Return the columns that hold something else now; what is emptied by disposal is none."""
    assert row.before is not None
    assert row.after is not None
    before, after = row.before, row.after
    names = {name for name, value in after.items() if before[name] != value}
    emptied = {name for name in names if not after[name]}
    return names - (emptied & _MAY_EMPTY if row.kind == "dispatch_recipient" else set())


def _owner(row: Recorded) -> str:
    return str(next(image["dispatch_id"] for image in row.images))


def _already_sent() -> InputError:
    return refusal(
        "Ett utskick står kvar som det gick. Gör ett nytt utskick, eller anteckna vad som blev fel."
    )

"""Follow-ups, as the list of them, a matter's page and the dialog of an agenda show them."""

from datetime import date

from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.follow_up_text import acting_text, decided_at
from hubra_desktop.model.minutes.minutes_terms import FollowUpState
from hubra_desktop.model.swedish import capitalised, folded, short_date
from hubra_desktop.model.words import word
from hubra_desktop.ui.models.rows_table import ColumnOf
from hubra_desktop.work.queries.follow_ups import FollowUpRow

PICTURES = {
    FollowUpState.NOT_STARTED: ("state-planned", "accent"),
    FollowUpState.ONGOING: ("state-ongoing", "accent"),
    FollowUpState.DONE: ("state-done", "success"),
    FollowUpState.ACCEPTED: ("check", "success"),
    FollowUpState.LOWERED: ("down", "muted"),
    FollowUpState.LAPSED: ("state-struck", "muted"),
}

LATE = ("warning", "warning")


def follow_up_columns(today: date) -> tuple[ColumnOf[FollowUpRow], ...]:
    """Return the columns of what is followed up."""
    return (
        ColumnOf(say("Vad som ska göras"), lambda row: row.title or say("(utan text)")),
        ColumnOf(
            say("Beslutat"),
            origin_cell,
            150,
            sorts=lambda row: (row.decided_day or row.item.created_on or date.min, row.number or 0),
            needs=900,
        ),
        ColumnOf(say("Ansvarig"), lambda row: row.owner, 190, needs=560),
        ColumnOf(
            say("Senast"),
            lambda row: short_date(row.item.due) if row.item.due else "",
            104,
            sorts=lambda row: row.item.due or date.max,
        ),
        ColumnOf(
            say("Läge"),
            lambda row: _state_cell(row, today),
            200,
            picture=lambda row: LATE if row.overdue(today) else PICTURES[row.item.state],
        ),
        ColumnOf(
            say("På listan"),
            lambda row: short_date(row.placed_day) if row.placed_day else "",
            104,
            sorts=lambda row: row.placed_day or date.max,
            needs=1060,
        ),
    )


def _state_cell(row: FollowUpRow, today: date) -> str:
    state = word(row.item.state)
    return say("Försenad, {state}", state=state) if row.overdue(today) else capitalised(state)


def origin_cell(row: FollowUpRow) -> str:
    """Write in a cell where something was decided: its § and day, or what else it comes of."""
    day = row.decided_day or row.item.created_on
    number = f"§\u00a0{row.number}" if row.number is not None else ""
    written = " · ".join(part for part in (number, short_date(day) if day else "") if part)
    return written or row.activity or row.grant


def origin_text(row: FollowUpRow) -> str:
    """Write on a line what something comes of: the § with its heading, or the row."""
    head = capitalised(decided_at(row.number, row.decided_day))
    return " · ".join(part for part in (head, row.heading) if part)


def follow_up_text(row: FollowUpRow) -> str:
    """Tell in a line what is to be done, by whom, and how far it has come."""
    parts = (row.title or say("(utan text)"), capitalised(acting_text(row.item, row.owner)))
    return " · ".join(part for part in parts if part)


def follow_up_words(row: FollowUpRow) -> str:
    """Return all that a search among the follow-ups looks at."""
    item = row.item
    reports = (each.text for each in item.reports)
    parts = (row.title, row.owner, row.heading, item.case_number, item.reason, row.activity)
    return folded(" ".join((*parts, row.grant, origin_cell(row), *reports)))

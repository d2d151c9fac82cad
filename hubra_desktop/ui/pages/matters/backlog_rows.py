"""What waits, as the list of it and a matter's page show it."""

from datetime import date

from hubra_desktop.model.due import day_in_words
from hubra_desktop.model.language import say
from hubra_desktop.model.swedish import capitalised, short_date
from hubra_desktop.model.terms import BacklogState
from hubra_desktop.model.words import word
from hubra_desktop.ui.models.rows_table import ColumnOf
from hubra_desktop.work.queries.backlog import BacklogRow

_PICTURES = {
    BacklogState.WAITING: ("clock", "accent"),
    BacklogState.PLACED: ("check", "muted"),
    BacklogState.DROPPED: ("state-struck", "muted"),
}


def backlog_columns() -> tuple[ColumnOf[BacklogRow], ...]:
    """Return the columns of what waits."""
    return (
        ColumnOf(say("Vad som väntar"), lambda row: row.item.title or say("(utan rubrik)")),
        ColumnOf(say("Slag"), lambda row: capitalised(word(row.item.kind)), 120, needs=480),
        ColumnOf(
            say("Läge"),
            state_cell,
            190,
            picture=lambda row: _PICTURES[shown_state(row)],
        ),
        ColumnOf(say("Diarienummer"), lambda row: row.item.case_number, 150, needs=860),
        ColumnOf(say("Togs upp av"), lambda row: row.raised_by, 150, needs=700),
        ColumnOf(
            say("Senast"),
            lambda row: short_date(row.item.wanted_by) if row.item.wanted_by else "",
            104,
            sorts=lambda row: row.item.wanted_by or date.max,
        ),
    )


def shown_state(row: BacklogRow) -> BacklogState:
    """Return how a row stands: what is on no list waits."""
    return BacklogState.WAITING if row.waits else row.item.state


def state_cell(row: BacklogRow) -> str:
    """Say in a cell how a row stands: on which list, or that it waits."""
    state = shown_state(row)
    if state is BacklogState.PLACED and row.placed_day:
        return say("På listan {day}", day=short_date(row.placed_day))
    return capitalised(word(state))


def waiting_text(row: BacklogRow) -> str:
    """Tell in a line what waits, from when, and by when it is wanted."""
    item = row.item
    parts = [item.title or say("(utan rubrik)"), capitalised(word(item.kind))]
    if row.from_day:
        parts.append(say("från sammanträdet {day}", day=day_in_words(row.from_day)))
    if item.wanted_by:
        parts.append(say("senast {day}", day=day_in_words(item.wanted_by)))
    if item.reason:
        parts.append(item.reason)
    return " · ".join(parts)

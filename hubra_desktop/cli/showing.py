"""What can be shown in the terminal, each with what reads it; only that is imported.

How to reach somebody who is protected is told by none of it.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, Final

from hubra_desktop.cli.typed import meeting_typed, year_typed
from hubra_desktop.work import queries
from hubra_desktop.work.queries.protection import guard

Shown = tuple[str, Any]

_SHOWN: Final[Mapping[str, tuple[str, str]]] = {
    "minutes": ("show_minutes", "show_minutes"),
    "attendance": ("show_attendance", "show_attendance"),
    "extracts": ("show_extracts", "show_extracts"),
    "people": ("show_people", "show_serving"),
    "person": ("show_people", "show_person"),
    "disposals": ("show_people", "show_disposals_made"),
    "deadlines": ("show_deadlines", "show_deadlines"),
    "papers": ("show_papers", "show_papers"),
    "law": ("show_law", "show_law"),
    "matter": ("show_matters", "show_matter"),
    "matters": ("show_matters", "show_matters"),
    "backlog": ("show_matters", "show_backlog"),
    "followups": ("show_follow_ups", "show_follow_ups"),
    "dispatch": ("show_dispatch", "show_dispatch"),
    "diary": ("show_dispatch", "show_diary"),
}
"""Modules and functions of a reader and what was typed, by what they show."""


def shown_of(reader: queries.Reader, what: str, typed: str) -> Shown:
    """Return what is to be shown, as text and for JSON; raises InputError."""
    text, shown = _shown(reader, what, typed)
    guarded = guard(reader)
    return guarded.text(text), guarded.value(shown)


def _shown(reader: queries.Reader, what: str, typed: str) -> Shown:
    if what == "meeting":
        return _meeting_shown(reader, typed)
    if what == "associations":
        from hubra_desktop.cli.show_associations import show_associations

        return show_associations(reader)
    if what in _SHOWN:
        module, name = _SHOWN[what]
        show: Callable[[queries.Reader, str], Shown]
        show = getattr(import_module(f"hubra_desktop.cli.{module}"), name)
        return show(reader, typed)
    from hubra_desktop.cli.show_year import show_year

    return show_year(reader, what, year_typed(typed))


def _meeting_shown(reader: queries.Reader, typed: str) -> Shown:
    from hubra_desktop.cli.show import meeting_json, meeting_text

    meeting = queries.meeting_sheet(reader, meeting_typed(reader, typed))
    style = queries.house_style(reader)
    found = queries.meeting_findings(reader, meeting, style)
    return meeting_text(meeting, style, found), meeting_json(meeting, style, found)

"""Minutes as everybody may read them: of a row behind closed doors its § and public title.

What was said, moved, voted and decided there is left out, and the § says so. Who was at the
meeting is public; who went out for such a row, came in for it, served at it or led it is not
told, nor when there was a pause in it.
"""

from dataclasses import replace
from typing import Final

from hubra_desktop.model.minutes.minutes_view import MinutesView, SectionView
from hubra_desktop.model.records.minutes import Section

LEFT_OUT: Final = (
    "Texten är utelämnad i den publika versionen. Ärendet behandlades bakom stängda dörrar."
)
"""What stands in the place of the text, as it is printed."""


UNTITLED: Final = "Ärende bakom stängda dörrar"
"""The heading of a § whose row has no public title."""


def public_minutes(view: MinutesView) -> MinutesView:
    """Return minutes, as they are printed, without what was handled behind closed doors."""
    hidden = [each for each in view.sections if _is_closed(each)]
    return replace(
        view,
        sections=tuple(map(_public_section, view.sections)),
        pauses=tuple(each for each in view.pauses if not any(_within(each, row) for row in hidden)),
    )


def holds_closed(view: MinutesView) -> bool:
    """Tell whether minutes have a § of a row behind closed doors."""
    return any(map(_is_closed, view.sections))


def _is_closed(view: SectionView) -> bool:
    return view.item is not None and view.item.closed


def _within(pause: tuple[int, int], view: SectionView) -> bool:
    """Tell whether a pause began and ended while a § was handled, in minutes since midnight."""
    if view.started is None or view.ended is None:
        return False
    return view.started < pause[0] and pause[1] < view.ended


def _public_section(view: SectionView) -> SectionView:
    section, item = view.section, view.item
    if item is None or not item.closed:
        return view
    bare = Section(
        id=section.id, meeting_id=section.meeting_id, item_id=section.item_id,
        position=section.position, number=section.number, approval_id=section.approval_id,
        heading=item.public_title.strip() or UNTITLED, background=LEFT_OUT,
        case_number=section.case_number if item.print_case_number else "",
    )  # fmt: skip
    return replace(view, section=bare, withheld=True)

"""Minutes as everybody may read them: of a row behind closed doors its § and public title.

What was said, moved, voted and decided there is left out, and the § says so. Who was at the
meeting is public; who went out for such a row, came in for it or served at it is not told.
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
    return replace(view, sections=tuple(map(_public_section, view.sections)))


def holds_closed(view: MinutesView) -> bool:
    """Tell whether minutes have a § of a row behind closed doors."""
    return any(each.item is not None and each.item.closed for each in view.sections)


def _public_section(view: SectionView) -> SectionView:
    section, item = view.section, view.item
    if item is None or not item.closed:
        return view
    bare = Section(
        id=section.id, meeting_id=section.meeting_id, item_id=section.item_id,
        position=section.position, number=section.number, approval_id=section.approval_id,
        heading=item.public_title.strip() or UNTITLED, background=LEFT_OUT,
        case_number=section.case_number if item.print_case_number else "",
        chair_id=section.chair_id,
    )  # fmt: skip
    return replace(view, section=bare, withheld=True)

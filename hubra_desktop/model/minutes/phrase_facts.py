"""What phrases are filled in with where the minutes of a meeting are written."""

from collections.abc import Mapping

from hubra_desktop.model.closed_rows import public_row
from hubra_desktop.model.minutes.minutes_view import MinutesView, SectionView
from hubra_desktop.model.minutes.phrases import in_sentence
from hubra_desktop.model.swedish import clock, date_in_text


def phrase_facts(view: MinutesView, section: SectionView) -> Mapping[str, str]:
    """Return what is known by the names in the brackets of phrases, for one §.

    The time is that when the row was taken up; "" stands for what nobody has recorded.
    """
    presenters = public_row(section.item).presenters if section.item is not None else ()
    return {
        "ordförande": view.chair,
        "sekreterare": view.secretary,
        "rådet": in_sentence(view.subject),
        "tid": clock(section.started) if section.started is not None else "",
        "datum": date_in_text(view.meeting.date),
        "ärende": section.section.heading,
        "dnr": section.section.case_number,
        "föredragande": ", ".join(each.name or each.unit for each in presenters),
    }

"""What phrases are filled in with where the minutes of a meeting are written."""

from collections.abc import Mapping

from hubra_desktop.model.closed_rows import public_row
from hubra_desktop.model.minutes.minutes_view import MinutesView, SectionView
from hubra_desktop.model.minutes.phrases import in_sentence
from hubra_desktop.model.records.meeting import Meeting
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
        "tid": _time(section.started),
        **meeting_facts(view.meeting),
        "ärende": section.section.heading,
        "dnr": section.section.case_number,
        "föredragande": ", ".join(each.name or each.unit for each in presenters),
    }


def meeting_facts(meeting: Meeting, now: int | None = None) -> Mapping[str, str]:
    """Return what phrases are told of the meeting itself: its day, and when it began and ended.

    ``now`` (minutes since midnight of its date) stands for what is not recorded yet.
    """
    opened, ended = (now if at is None else at for at in (meeting.opened_at, meeting.ended_at))
    return {
        "datum": date_in_text(meeting.date),
        "öppnades": _time(opened),
        "avslutades": _time(ended),
    }


def _time(minutes: int | None) -> str:
    return "" if minutes is None else clock(minutes)

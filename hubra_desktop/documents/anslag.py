"""Anslag: that minutes are approved, for the notice board; with the proof of when it was up."""

import datetime as dt
from dataclasses import dataclass

from hubra_desktop.documents.kit.formal import StatedFact
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.official import OfficialPaper, Sender
from hubra_desktop.model.minutes.approval_days import comes_down
from hubra_desktop.model.minutes.kept_as import minutes_named
from hubra_desktop.model.minutes.minutes_terms import MinutesKind
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.records.minutes import Approval
from hubra_desktop.model.swedish import capitalised, long_date


@dataclass(frozen=True, kw_only=True)
class Announcement:
    """What is announced of one approval; ``sections`` says which §§: ``§§ 14–20``.

    ``immediate`` are §§ that were approved at once. ``appeal_until`` is the last day of
    appeal, None where no law gives one.
    """

    sender: Sender
    body: str
    meeting_day: dt.date
    approval: Approval
    kind: MinutesKind = MinutesKind.PROTOCOL
    sections: str = ""
    immediate: bool = False
    kept_at: str = ""
    appeal_until: dt.date | None = None


def anslag_manuscript(
    announcement: Announcement, style: HouseStyle, *, text_size: float | None = None
) -> Manuscript:
    """Compose the announcement."""
    return _Announcement(style, announcement, text_size).manuscript()


class _Announcement(OfficialPaper):
    """Writes one announcement; used once."""

    def __init__(
        self, style: HouseStyle, announcement: Announcement, text_size: float | None
    ) -> None:
        super().__init__(style, announcement.sender, text_size=text_size)
        self.told = announcement

    def manuscript(self) -> Manuscript:
        told, approval = self.told, self.told.approval
        self.begin(f"{self._what()} {self._done()}")
        self.facts(
            (
                StatedFact("Organ", told.body),
                StatedFact("Sammanträdesdatum", long_date(told.meeting_day)),
                StatedFact("Paragrafer", told.sections),
                StatedFact("Justeringen gjord", _day(approval.done)),
                StatedFact("Protokollet förvaras", told.kept_at),
                StatedFact("Sista dag att överklaga", _day(told.appeal_until)),
            )
        )
        self.section("Bevis")
        up = approval.taken_down_on is None
        self.facts(
            (
                StatedFact("Anslaget uppsatt", _day(approval.posted_on)),
                StatedFact("Sitter uppe till och med", _day(approval.posted_until if up else None)),
                StatedFact("Anslaget tas ned", _day(comes_down(approval) if up else None)),
                StatedFact("Anslaget nedtaget", _day(approval.taken_down_on)),
                StatedFact("Antecknat", capitalised(approval.proof)),
            )
        )
        if approval.posted_on is None:
            self._by_hand("Anslaget uppsatt")
        if up:
            self._by_hand("Anslaget nedtaget")
        self._by_hand("Underskrift")
        return self.finish(
            title=f"Anslag: justering av sammanträdet {long_date(told.meeting_day)}, {told.body}",
            subject="Tillkännagivande av justering, med bevis om anslag",
            day=self.sender.date or told.meeting_day,
        )

    def _what(self) -> str:
        if self.told.immediate:
            return "Protokoll över omedelbart justerade paragrafer är"
        return f"{capitalised(minutes_named(self.told.kind))} är"

    def _done(self) -> str:
        notes = self.told.kind is MinutesKind.NOTES and not self.told.immediate
        return "godkända" if notes else "justerat"

    def _by_hand(self, label: str) -> None:
        self.facts((StatedFact(label, "", blank=True),))


def _day(day: dt.date | None) -> str:
    return long_date(day) if day else ""

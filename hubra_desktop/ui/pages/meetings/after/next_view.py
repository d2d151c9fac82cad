"""What of a meeting comes up on the next agenda: its minutes, what it tabled, what is open."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.due import day_in_words
from hubra_desktop.model.language import say
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.pages.money.cards import Card, Story
from hubra_desktop.ui.widgets.seen import ReadWhenSeen
from hubra_desktop.work.commands.backlog import PlaceItem
from hubra_desktop.work.commands.last_minutes import BringMinutes
from hubra_desktop.work.queries.backlog import BacklogRow
from hubra_desktop.work.queries.open_since import NextAgenda, next_agenda

_FOLLOWED = frozenset({
    "agenda_item", "anchoring", "backlog_item", "decision", "follow_up", "meeting", "minutes",
    "section",
})  # fmt: skip


class NextView(ReadWhenSeen, Story):
    """``place_asked(kind, id)`` asks for the row that something has become."""

    place_asked = Signal(str, str)
    followed = _FOLLOWED

    def __init__(self, desk: Desk, meeting: OpenMeeting, parent: QWidget | None = None) -> None:
        super().__init__("after-next", say("Nästa sammanträde"), parent)
        self._desk, self._meeting = desk, meeting
        self._editable = True
        meeting.shown.connect(self.refresh)
        desk.changed.connect(self.follow_changes)

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        self._editable = editable
        self.refresh()

    def read_anew(self) -> None:
        sheet = self._meeting.sheet
        if sheet is None:
            self.show_parts(())
            return
        with self._desk.read() as reader:
            found = next_agenda(reader, sheet.id)
        self.show_parts(
            (self._minutes_card(found), self._tabled_card(found), self._open_card(found))
        )

    def _minutes_card(self, found: NextAgenda) -> Card:
        card = Card("next-minutes", say("På nästa lista"), self)
        if found.minutes_item_id and found.minutes_day:
            day = day_in_words(found.minutes_day)
            card.say(say("Står på listan till sammanträdet {day}.", day=day))
            lead = partial(self.place_asked.emit, "agenda_item", found.minutes_item_id)
            card.offer("next-minutes-show", say("Visa raden"), lead, usable=True)
        elif not found.approved:
            card.say(say("Läggs av sig självt på nästa lista när sammanträdet är justerat."))
        elif found.day is None:
            card.say(say("Läggs av sig självt på listan när nästa sammanträde har skapats."))
        else:
            text = say("Lägg på listan till sammanträdet {day}", day=day_in_words(found.day))
            card.say(say("Sammanträdet är justerat och står inte på någon lista."))
            card.offer("next-minutes-bring", text, self._bring, usable=self._editable)
        return card

    def _tabled_card(self, found: NextAgenda) -> Card:
        card = Card("next-tabled", say("Bordlagt och återremitterat"), self)
        if not found.tabled:
            card.say(say("Inget ärende är bordlagt eller återremitterat."))
        for place, row in enumerate(found.tabled):
            card.say(_tabled_text(row), "")
            if row.waits and found.meeting_id is not None and found.day is not None:
                text = say(
                    "Lägg ”{title}” på listan {day}", title=row.title, day=day_in_words(found.day)
                )
                put = partial(self._place, row.id, found.meeting_id)
                card.offer(f"next-place-{place}", text, put, usable=self._editable)
        return card

    def _open_card(self, found: NextAgenda) -> Card:
        card = Card("next-open", say("Kvar att göra sedan sammanträdet"), self)
        for line in found.open:
            card.say(line, "")
        if not found.open:
            card.say(say("Inget är kvar att göra."))
        return card

    def _bring(self) -> None:
        sheet = self._meeting.sheet
        if sheet is not None:
            self._desk.run(BringMinutes(sheet.id))

    def _place(self, backlog_id: str, meeting_id: str) -> None:
        self._desk.run(PlaceItem(backlog_id, meeting_id))


def _tabled_text(row: BacklogRow) -> str:
    parts = [row.title or say("(utan rubrik)"), capitalised(word(row.item.kind))]
    if row.placed_day is not None:
        parts.append(say("på listan till sammanträdet {day}", day=day_in_words(row.placed_day)))
    elif row.waits:
        parts.append(say("väntar på en lista"))
    return " · ".join(parts)

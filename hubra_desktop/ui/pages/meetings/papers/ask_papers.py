"""Be om handlingar: what is to come to the items of a meeting, from whom and by when."""

from datetime import date

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.council.people_names import PeopleByName
from hubra_desktop.model.days import day_in_text
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.language import say
from hubra_desktop.model.meeting_papers import PaperGroup, paper_groups
from hubra_desktop.model.records.meeting import Item, Meeting, MeetingPaper
from hubra_desktop.model.terms import UNNUMBERED_KINDS, ItemKind, MeetingPaperKind
from hubra_desktop.model.wording import shortened
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import CHOICE, DAY, FLAG, terms_of
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.work.commands.meeting_papers import AskForPapers
from hubra_desktop.work.queries.meeting_papers import meeting_stop_day
from hubra_desktop.work.queries.people import persons

_ITEM = "item-"
_MOST = 34
"""Characters of an item's title that there is room for beside its box."""


class AskPapersForm(FormPanel):
    """Makes a row of a paper that is awaited to each item that is ticked.

    Where nobody is named it is whoever presents the item. Items for decision that have no
    paper yet are ticked from the beginning.
    """

    def __init__(self, desk: Desk, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__("ask-papers", desk, parent)
        self._meeting = meeting
        with desk.read() as reader:
            people = persons(reader)
            self._stop = meeting_stop_day(reader, meeting)
        self._people = PeopleByName(people)
        self._groups = [
            group
            for group in paper_groups(meeting)
            if group.item is not None
            and group.item.kind not in UNNUMBERED_KINDS
            and not group.item.withdrawn
        ]
        hint = say("{day}, stoppdagen", day=day_in_text(self._stop)) if self._stop else ""
        self.fill(
            say("Be om handlingar"),
            say("Be om handlingarna"),
            Field("kind", say("Slag"), CHOICE, choices=terms_of(MeetingPaperKind, word)),
            (
                Field(
                    "author",
                    say("Från"),
                    hint=say("den som föredrar"),
                    words=self._people.labels,
                ),
                Field("due", say("Lämnas senast"), DAY, hint=hint),
            ),
            say("Till ärendena"),
            *(self._tick(group) for group in self._groups),
            said=say("En rad görs för varje ärende som du kryssar. Du kan ändra dem efteråt."),
        )

    def _tick(self, group: PaperGroup) -> Field:
        item = group.item
        assert item is not None
        title = " ".join(item.title.split()) or say("(utan rubrik)")
        whole = f"{group.number}  {title}".strip()
        first = item.kind is ItemKind.DECISION and not group.papers
        shown = shortened(whole, _MOST)
        return Field(f"{_ITEM}{item.id}", shown, FLAG, tip=whole, first=first)

    def commit(self, values: Values) -> object:
        papers = tuple(
            self._paper(group.item, values)
            for group in self._groups
            if group.item is not None and values[f"{_ITEM}{group.item.id}"]
        )
        if not papers:
            raise refusal("Kryssa minst ett ärende.")
        return self.run(AskForPapers(self._meeting.id, papers))

    def _paper(self, item: Item, values: Values) -> MeetingPaper:
        author, person_id = self._people.named(str(values["author"]))
        if not author.strip() and item.presenters:
            first = item.presenters[0]
            author, person_id = first.name or first.unit, first.person_id
        due = values["due"]
        return MeetingPaper(
            item_id=item.id,
            kind=values["kind"] or MeetingPaperKind.STATEMENT,
            author=author,
            author_id=person_id,
            due=due if isinstance(due, date) else None,
        )

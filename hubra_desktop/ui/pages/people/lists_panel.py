"""The part Sändlistor: the lists, one list with those on it, and their forms."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.swedish import capitalised, folded
from hubra_desktop.model.words import word
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.models.rows_table import ColumnOf
from hubra_desktop.ui.pages.money.cards import Card, CardLine, Story, back_button
from hubra_desktop.ui.pages.people.forms import PeopleForms
from hubra_desktop.ui.pages.people.story_panel import OpenedList, StoryPanel
from hubra_desktop.ui.pages.people.words import role_text
from hubra_desktop.ui.widgets.build import action_button, column, label, row
from hubra_desktop.ui.widgets.empty import EmptyState
from hubra_desktop.work.queries.mailing_lists import MailingListView, NamedMember, mailing_lists
from hubra_desktop.work.queries.register import today


def list_columns() -> tuple[ColumnOf[MailingListView], ...]:
    """Return the columns of the list of lists."""

    def always(line: MailingListView) -> str:
        return say("ja") if line.named.always else ""

    return (
        ColumnOf(say("Sändlista"), lambda line: line.named.name),
        ColumnOf(say("De som har uppdrag i"), _served, 240, needs=640),
        ColumnOf(say("Vid varje kallelse"), always, 130),
        ColumnOf(
            say("Når"), lambda line: str(line.reached), 70, right=True,
            sorts=lambda line: line.reached,
        ),
    )  # fmt: skip


def _served(line: MailingListView) -> str:
    return line.body if line.named.serving else ""


def _words(line: MailingListView) -> str:
    """Return all that a search among the lists looks at: no addresses."""
    names = [each.name for each in line.members] + [each.person for each in line.serving]
    return folded(" ".join([line.named.name, line.body, line.named.note, *names]))


class ListsList(OpenedList[MailingListView]):
    """``opened(id)`` asks for a list."""

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("list", say("Sändlistor"), list_columns(), _words, parent)
        self.setObjectName("lists-list")
        self._desk = desk
        self.none = EmptyState(
            say("Inga sändlistor än"),
            say(
                "En sändlista är de som brukar få samma sak: alla som har uppdrag i ett organ, "
                "och andra som du lägger till. Den kan föreslås vid varje kallelse."
            ),
            actions["new-mailing-list"],
            parent=self,
        )
        new = action_button(actions["new-mailing-list"], "lists", self, mark=True)
        self.lay_out((new,), (), ("lists-search", say("Sök sändlista")), 180)
        self.view.opened.connect(self.opened)

    def read(self) -> None:
        """Read the lists anew."""
        with self._desk.read() as reader:
            self.show_lines(mailing_lists(reader, today(reader)))

    def wanted(self, line: MailingListView) -> bool:
        return True

    def narrowed(self, lines: Sequence[MailingListView]) -> None:
        self.sums.setText(say_count("{n} sändlista", "{n} sändlistor", len(lines)))


class ListPage(Story):
    """``asked``: "back", "change", "add", "member" with an id, or a record that a line leads to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("list-page", say("Sändlista"), parent)
        self.view: MailingListView | None = None
        self._editable = True

    def show_view(self, view: MailingListView, *, editable: bool) -> None:
        """Show a list."""
        self.view, self._editable = view, editable
        self.show_parts(self._parts(view))

    def _parts(self, view: MailingListView) -> Iterator[QWidget]:
        top = QWidget(self)
        back = row(back_button(say("Tillbaka"), self.ask("back"), top), None)
        title = label(view.named.name, "title", top, name="list-title")
        reached = say_count("Når {n} mottagare i dag", "Når {n} mottagare i dag", view.reached)
        column(back, title, label(reached, "muted", top), of=top)
        yield top
        yield self._facts(view)
        yield self._members(view)
        if view.serving:
            yield self._serving(view)

    def _facts(self, view: MailingListView) -> QWidget:
        card = Card("list-facts", say("Uppgifter"), self)
        card.offer("list-change", say("Ändra…"), self.ask("change"), usable=self._editable)
        named = view.named
        card.facts(
            (
                (say("Organ"), view.body),
                (say("Tar med"), say("de som har uppdrag i organet") if named.serving else ""),
                (say("Föreslås"), say("vid varje kallelse") if named.always else ""),
                (say("Anteckning"), named.note),
            )
        )
        return card

    def _members(self, view: MailingListView) -> QWidget:
        card = Card("list-members", say("Tillagda för hand"), self)
        card.offer("list-add", say("Lägg till…"), self.ask("add"), usable=self._editable)
        for place, each in enumerate(view.members):
            ask = self.ask("member", each.member.id)
            line = CardLine(f"list-member-{place}", member_text(each), ask, card)
            if each.protected:
                line.setIcon(icon("closed", "danger"))
            card.add(line)
        if not view.members:
            card.say(say("Ingen är tillagd för hand."))
        return card

    def _serving(self, view: MailingListView) -> QWidget:
        card = Card("list-serving", say("Har uppdrag i {body}", body=view.body), self)
        for place, each in enumerate(view.serving):
            text = f"{each.person} · {capitalised(role_text(each.mandate))}"
            ask = self.ask("person", each.mandate.person_id)
            card.add(CardLine(f"list-serving-{place}", text, ask, card))
        return card


def member_text(each: NamedMember) -> str:
    """Write who is on a list, how they get it and in how many copies."""
    copies = each.member.copies
    told = say_count("{n} exemplar", "{n} exemplar", copies) if copies != 1 else ""
    parts = (each.name, capitalised(word(each.member.way)), each.member.email, told)
    return " · ".join(part for part in parts if part)


class ListsPanel(StoryPanel):
    """Shows the lists, or the one that is open."""

    def __init__(
        self, desk: Desk, actions: Actions, forms: PeopleForms, parent: QWidget | None = None
    ) -> None:
        super().__init__("lists-panel", desk, parent)
        self._forms = forms
        self.list = ListsList(desk, actions, self)
        self.page = ListPage(self)
        self.lay_out(self.list, self.page)

    def show_open(self) -> None:
        with self.desk.read() as reader:
            views = mailing_lists(reader, today(reader))
        found = next((each for each in views if each.id == self.opened), None)
        if found is None:
            raise LookupError(self.opened)
        self.page.show_view(found, editable=self.editable)

    def answer(self, what: str, record_id: str) -> None:
        view = self.page.view
        if view is None:
            return
        match what:
            case "back":
                self.back()
            case "change":
                self._forms.mailing_list(view.named)
            case "add":
                self._forms.list_member(view.id)
            case "member":
                rows = (each.member for each in view.members)
                self._forms.list_member(view.id, next(x for x in rows if x.id == record_id))
            case _:
                self.place_asked.emit(what, record_id)

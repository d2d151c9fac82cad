"""The part Bidrag: the list, one grant, one association, and what is done with them."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.money.budget import leaves_of
from hubra_desktop.model.money.grant_narrative import grant_text
from hubra_desktop.model.records.money import Grant
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.forms.side_panel import FormHost
from hubra_desktop.ui.pages.money.association_form import AssociationForm
from hubra_desktop.ui.pages.money.association_page import AssociationPage
from hubra_desktop.ui.pages.money.booking import meetings_around
from hubra_desktop.ui.pages.money.evidence import EvidenceCard, EvidenceHands, evidence_overview
from hubra_desktop.ui.pages.money.grant_forms import (
    DecideForm,
    GrantAround,
    GrantForm,
    InstalmentForm,
    OutcomeForm,
    ReportForm,
    RetractForm,
)
from hubra_desktop.ui.pages.money.grant_page import GrantPage
from hubra_desktop.ui.pages.money.grants_list import GrantsList
from hubra_desktop.ui.pages.money.year import OpenYear
from hubra_desktop.ui.paper_maker import SAVE, VIEW, PaperMaker
from hubra_desktop.ui.widgets.build import column
from hubra_desktop.ui.widgets.empty import EmptyState
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.edits import Change, Remove
from hubra_desktop.work.issued_papers import CLAIM_LETTER, DECISION_LETTER, grant_letters
from hubra_desktop.work.papers import PaperRequest
from hubra_desktop.work.queries.grants import (
    GrantView,
    association_view,
    associations,
    grant_rows,
    grant_view,
)
from hubra_desktop.work.queries.known import completions
from hubra_desktop.work.queries.minuted import minuted_decisions
from hubra_desktop.work.queries.money import budget_year
from hubra_desktop.work.queries.money_choices import body_of_association, grant_of, grant_years
from hubra_desktop.work.queries.plan import agreements


class GrantsPanel(QWidget):
    """Shows the list, or the grant or association that is open; Esc leads back.

    ``turned`` tells that something else is shown. ``book_asked(id)`` and
    ``repay_asked(id)`` ask for the forms of the ledger, for a grant; ``place_asked`` for
    a record of another page or part, ``associations_asked`` for the list that an association
    was opened from.
    """

    turned = Signal()
    associations_asked = Signal()
    book_asked = Signal(str)
    repay_asked = Signal(str)
    place_asked = Signal(str, str)

    def __init__(
        self,
        desk: Desk,
        year: OpenYear,
        actions: Actions,
        side: FormHost,
        papers: PaperMaker,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("grants-panel")
        self._desk, self._year, self._side, self._papers = desk, year, side, papers
        self._editable = True
        self._list_year: int | None = None
        self._any = False
        self.open_grant = ""
        self.open_body = ""
        self.from_associations = False
        self.list = GrantsList(actions, self)
        self.grant = GrantPage(self)
        self.hands = EvidenceHands(desk, self)
        self.grant.evidence_of = self._evidence
        self.association = AssociationPage(self)
        self.association.evidence_of = self._all_evidence
        self._none = EmptyState(
            say("Inga bidrag än"),
            say(
                "Här står vem som har sökt, vad som beslutats och betalats ut, och vad det "
                "blev av det."
            ),
            actions["new-grant"],
            parent=self,
        )
        self._stack = QStackedWidget(self)
        for widget in (self.list, self.grant, self.association, self._none):
            self._stack.addWidget(widget)
        column(self._stack, of=self)
        self.list.opened.connect(self.open)
        self.list.year_changed.connect(self._read_list)
        self.grant.asked.connect(self._do)
        self.association.asked.connect(self._do_association)

    def _evidence(self, grant_id: str, parent: QWidget) -> QWidget:
        """Return the card of a grant's evidence."""
        owner = ("grant", grant_id)
        return EvidenceCard(self._desk, self.hands, owner, parent, editable=self._editable)

    def _all_evidence(self, grants: Iterable[str], parent: QWidget) -> QWidget | None:
        """Return the card of the evidence of grants, if there is any."""
        owners = (("grant", each) for each in grants)
        return evidence_overview(self._desk, self.hands, owners, parent)

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        self._editable = editable

    def forget(self) -> None:
        """Let go of what is open, for another register."""
        self.open_grant = self.open_body = ""
        self._list_year = None

    def read(self) -> None:
        """Read anew what is shown; what is gone gives way to the list."""
        self._offer_years()
        self._read_list()
        if self.open_grant and not self._show_grant():
            self.open_grant = ""
        if self.open_body and not self._show_association():
            self.open_body = ""
        self._turn()

    def _offer_years(self) -> None:
        with self._desk.read() as reader:
            years = list(grant_years(reader))
        if self._list_year is None or self._list_year != self._year.year:
            self._list_year = self._year.year
            self.list.offer_years(years, self._year.year)
        else:
            self.list.offer_years(years, self.list.year)
        self._any = bool(years)

    def _read_list(self) -> None:
        with self._desk.read() as reader:
            rows = grant_rows(reader, self.list.year)
        self.list.show_rows(rows)

    def _turn(self) -> None:
        if self.open_grant:
            shown: QWidget = self.grant
        elif self.open_body:
            shown = self.association
        else:
            shown = self.list if self._any else self._none
        self._stack.setCurrentWidget(shown)
        self.turned.emit()

    def open(self, grant_id: str) -> None:
        """Show a grant."""
        self.open_grant = grant_id
        if not self._show_grant():
            self.open_grant = ""
        self._turn()
        self.grant.go_to_top()
        self.grant.setFocus()

    def open_association(self, body_id: str) -> None:
        """Show an association."""
        self.open_grant, self.open_body = "", body_id
        if not self._show_association():
            self.open_body = ""
        self._turn()
        self.association.setFocus()

    def back(self) -> bool:
        """Go back a step; False at the list."""
        if not (self.open_grant or self.open_body):
            return False
        if self.open_grant:
            self.open_grant = ""
        else:
            self.open_body = ""
        self._turn()
        if self.from_associations and not self.open_body:
            self.from_associations = False
            self.associations_asked.emit()
            return True
        shown = self.association if self.open_body else self.list.view
        shown.setFocus()
        return True

    def go_to(self, kind: str, record_id: str) -> bool:
        """Show a record of the grants' tables; False when it is not here."""
        with self._desk.read() as reader:
            if kind == "association":
                found = body_of_association(reader, record_id) or record_id
            else:
                found = grant_of(reader, kind, record_id) or ""
        if kind == "association":
            self.open_association(found)
            return bool(self.open_body)
        if found:
            self.open(found)
        return bool(found)

    def paper(self) -> PaperRequest | None:
        """Return the paper of what is shown: the list, or the letter about the grant."""
        view = self.grant.view
        if self.open_grant and view is not None:
            return PaperRequest("beslutsbrev", view.sheet.id)
        return None if self.open_body else PaperRequest("bidrag", self.list.year)

    def new(self, applicant: str = "") -> None:
        """Open the form of a new grant."""
        year = self._year.year or self._desk.today().year
        form = GrantForm(self._desk, self._around(year), year, applicant=applicant)
        self._side.open(
            form, self._made, begin="title" if applicant else "applicant", about=applicant
        )

    def new_association(self) -> None:
        """Open the form of a new association."""
        self._side.open(AssociationForm(self._desk), self._entered)

    def _entered(self, result: object) -> None:
        if isinstance(result, Changes) and result.created:
            self.place_asked.emit("association", result.created)

    def _made(self, result: object) -> None:
        if isinstance(result, Changes) and result.created:
            self.open(result.created)

    def _around(self, year: int) -> GrantAround:
        with self._desk.read() as reader:
            sheet = budget_year(reader, year)
            names = [each.body.name for each in associations(reader)]
            names += [each for each in completions(reader).organisations if each not in names]
            minuted = minuted_decisions(reader, year - 1, year, year + 1)
            treaties = [(each.title, each.id) for each in agreements(reader)]
        posts = leaves_of(sheet) if sheet is not None else ()
        return GrantAround(
            today=self._desk.today(),
            posts=[(post.name, post.id) for post in posts],
            meetings=meetings_around(self._desk, year),
            agreements=treaties,
            names=names,
            minuted=minuted,
        )

    def _show_grant(self) -> bool:
        try:
            with self._desk.read() as reader:
                view = grant_view(reader, self.open_grant)
                letters = grant_letters(reader, self.open_grant)
                years = {row.entry.year for row in view.entries} | {view.sheet.year}
                budgets = [budget_year(reader, year) for year in sorted(years)]
        except LookupError:
            return False
        posts = {post.id: post for sheet in budgets if sheet for post in sheet.posts}
        entries = [row.entry for row in view.entries]
        text = grant_text(view.sheet, view.applicant.body.name, entries, posts)
        self.grant.show_view(view, text, letters, editable=self._editable)
        return True

    def _show_association(self) -> bool:
        try:
            with self._desk.read() as reader:
                view = association_view(reader, self.open_body)
        except LookupError:
            return False
        self.association.show_view(view, editable=self._editable)
        return True

    def _do(self, what: str, record_id: str) -> None:
        """Do what a grant's page asks for."""
        view = self.grant.view
        if view is None:
            return
        match what:
            case "back":
                self.back()
            case "association":
                self.open_association(record_id)
            case "pay":
                self.book_asked.emit(view.sheet.id)
            case "repay":
                self.repay_asked.emit(view.sheet.id)
            case "remove" | "reopen":
                (self._remove if what == "remove" else self._reopen)(view)
            case "letter" | "claim-letter":
                self._issue(view, DECISION_LETTER if what == "letter" else CLAIM_LETTER)
            case "issued":
                self._papers.do(PaperRequest(DECISION_LETTER, None, (("issued", record_id),)), VIEW)
            case "entry":
                self.place_asked.emit("ledger_entry", record_id)
            case _:
                self._open_form(view, what, record_id)

    def _issue(self, view: GrantView, paper: str) -> None:
        """Open the form that issues a letter; what is issued is saved as a file too."""
        # What letters are made of is imported when one is written.
        from hubra_desktop.ui.pages.money.letter_form import IssueLetterForm

        form = IssueLetterForm(self._desk, paper, view.sheet)
        form.draft_asked.connect(self._show_draft)
        self._side.open(form, self._issued, about=f"{view.sheet.id} {paper}")

    def _show_draft(self, paper: object) -> None:
        if isinstance(paper, PaperRequest):
            self._papers.do(paper, VIEW)

    def _issued(self, result: object) -> None:
        if isinstance(result, Changes) and result.created:
            paper = PaperRequest(DECISION_LETTER, None, (("issued", result.created),))
            self._papers.do(paper, SAVE)

    def _open_form(self, view: GrantView, what: str, record_id: str) -> None:
        form = self._form(view, what, record_id)
        if form is not None:
            self._side.open(form, about=f"{view.sheet.id} {record_id}")
        else:
            self.place_asked.emit(what, record_id)

    def _form(self, view: GrantView, what: str, record_id: str) -> FormPanel | None:
        """Return the form that a grant's page asks for, None when it is none of them."""
        sheet = view.sheet
        around = self._around(sheet.year)
        decision = next((each for each in sheet.decisions if each.id == record_id), None)
        planned = next((each for each in sheet.instalments if each.id == record_id), None)
        match what:
            case "decide" | "decision":
                return DecideForm(self._desk, around, sheet, view.standing, decision)
            case "plan" | "instalment":
                return InstalmentForm(self._desk, around, sheet, planned)
            case "report":
                return ReportForm(self._desk, around, sheet)
            case "outcome":
                return OutcomeForm(self._desk, around, sheet)
            case "retract":
                return RetractForm(self._desk, around, sheet)
            case "facts":
                applicant = view.applicant.body.name
                return GrantForm(self._desk, around, sheet.year, sheet, applicant)
        return None

    def _reopen(self, view: GrantView) -> None:
        """Open an application that was withdrawn, to be decided after all."""
        if self._desk.run(Change(Grant, view.sheet.id, {"retracted_on": None})) is not None:
            self._desk.messages.tell(say("Ansökan är öppen igen och kan beslutas."), "undo")

    def _remove(self, view: GrantView) -> None:
        if self._desk.run(Remove(Grant, view.sheet.id)) is not None:
            text = say("Bidraget {title} togs bort.", title=view.sheet.title)
            self._desk.messages.tell(text, "undo")

    def _do_association(self, what: str, record_id: str) -> None:
        """Do what an association's page asks for."""
        view = self.association.view
        if view is None:
            return
        match what:
            case "back":
                self.back()
            case "grant":
                self.open(record_id)
            case "change":
                form = AssociationForm(self._desk, view.applicant)
                self._side.open(form, about=view.applicant.body.id)
            case "new":
                self.new(view.applicant.body.name)

"""The part Föreningar: those that apply for money, or may, with what makes them eligible."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.money.amounts import digits, kronor
from hubra_desktop.model.money.eligibility import (
    is_outdated,
    is_unknown,
    missing_papers,
    papers_text,
)
from hubra_desktop.model.records.money import Association
from hubra_desktop.model.swedish import capitalised, folded, short_date
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.inputs import ChoiceField
from hubra_desktop.ui.models.rows_table import ColumnOf
from hubra_desktop.ui.pages.money.filtered_list import FilteredList
from hubra_desktop.ui.widgets.build import action_button
from hubra_desktop.ui.widgets.empty import EmptyState
from hubra_desktop.work.queries.grants import AssociationRow, association_rows

BLANK, MISSING, RENEWED, COMPLETE = "blank", "missing", "renewed", "complete"
REST = 6
"""The column that says nothing when nobody has anything to pay back."""


@dataclass(frozen=True)
class AssociationLine:
    """An association as the list shows it, on a day."""

    row: AssociationRow
    today: date

    @property
    def id(self) -> str:
        """Return the id of the body."""
        return self.row.applicant.body.id

    @property
    def known(self) -> Association:
        """Return what is known of it, nothing where nothing is."""
        return self.row.applicant.association or Association()

    @property
    def papers(self) -> str:
        """Return which of the filter's choices it belongs to."""
        if is_unknown(self.row.applicant.association):
            return BLANK
        if missing_papers(self.row.applicant.association, self.today):
            return MISSING
        return RENEWED if is_outdated(self.known, self.today) else COMPLETE


_PICTURES = {
    BLANK: ("stage-coming", "muted"),
    MISSING: ("warning", "warning"),
    RENEWED: ("warning", "warning"),
    COMPLETE: ("check", "accent"),
}


def association_columns() -> tuple[ColumnOf[AssociationLine], ...]:
    """Return the columns of the list of associations."""

    def giro(line: AssociationLine) -> str:
        return line.known.bank_giro or line.known.plus_giro

    def until(line: AssociationLine) -> str:
        day = line.known.valid_until
        return "" if day is None else short_date(day)

    def papers(line: AssociationLine) -> str:
        return capitalised(papers_text(line.row.applicant.association, line.today))

    return (
        ColumnOf(say("Förening"), lambda line: line.row.applicant.body.name, 280),
        ColumnOf(say("Handlingar"), papers, picture=lambda line: _PICTURES[line.papers]),
        ColumnOf(say("Gäller till"), until, 96, needs=700),
        ColumnOf(say("Org.nr"), lambda line: line.known.organisation_number, 108, needs=1040),
        ColumnOf(say("Giro"), giro, 100, needs=960),
        ColumnOf(
            say("Utbetalt"),
            lambda line: digits(line.row.totals.paid),
            92,
            right=True,
            sorts=lambda line: line.row.totals.paid,
            needs=840,
        ),
        ColumnOf(
            say("Ska tillbaka"),
            lambda line: digits(line.row.totals.rest) if line.row.totals.rest else "",
            92,
            right=True,
            sorts=lambda line: line.row.totals.rest,
            needs=640,
        ),
    )


def association_words(line: AssociationLine) -> str:
    """Return all that a search among the associations looks at."""
    known = line.known
    parts = (
        line.row.applicant.body.name,
        known.organisation_number,
        known.bank_giro,
        known.plus_giro,
        known.contact,
        known.signatory,
        known.email,
    )
    return folded(" ".join(parts))


class AssociationsList(FilteredList[AssociationLine]):
    """``opened(id)`` asks for an association by its body's id."""

    opened = Signal(str)

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget | None = None) -> None:
        columns, words = association_columns(), association_words
        super().__init__("association", say("Föreningar"), columns, words, parent)
        self.setObjectName("associations-list")
        self._desk = desk
        self.papers = ChoiceField("associations-papers", say("Handlingar"), self)
        choices = [
            (say("Alla föreningar"), None),
            (say("Saknar något"), MISSING),
            (say("Ska förnyas"), RENEWED),
            (say("Kompletta"), COMPLETE),
        ]
        self.papers.offer(choices)
        self.papers.show_value(None)
        self.papers.setMinimumContentsLength(max(len(text) for text, _ in choices))
        self.none = EmptyState(
            say("Inga föreningar än"),
            say(
                "Här står föreningarna, också de som inte har något bidrag, och vad som gör dem "
                "berättigade till ett: stadgar, firmatecknare, årsmöte och giro."
            ),
            actions["new-association"],
            parent=self,
        )
        new = action_button(actions["new-association"], "associations", self, mark=True)
        search = ("associations-search", say("Sök förening"))
        self.lay_out((new,), (self.papers,), search, 190)
        self.papers.commit_by(self.narrow)
        self.view.opened.connect(self.opened)

    def read(self) -> None:
        """Read the associations anew and show those that the filter leaves."""
        today = self._desk.today()
        with self._desk.read() as reader:
            rows = association_rows(reader)
        self.show_lines([AssociationLine(row, today) for row in rows])

    def wanted(self, line: AssociationLine) -> bool:
        chosen = self.papers.value()
        return chosen in (None, line.papers) or (chosen == MISSING and line.papers == BLANK)

    def narrowed(self, lines: Sequence[AssociationLine]) -> None:
        rest = sum(line.row.totals.rest for line in lines)
        self.view.leave_out(() if rest else (REST,))
        texts = [
            say_count("{n} förening", "{n} föreningar", len(lines)),
            say("utbetalt {amount}", amount=kronor(sum(each.row.totals.paid for each in lines))),
            say("ska ännu tillbaka {amount}", amount=kronor(rest)) if rest else "",
        ]
        self.sums.setText(" · ".join(text for text in texts if text))

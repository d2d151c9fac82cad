"""The form that issues a letter about a grant: seen as a draft first, kept when it goes out."""

from dataclasses import replace

from PySide6.QtCore import Signal

from hubra_desktop.model.language import say
from hubra_desktop.model.money.letters import letter_decisions
from hubra_desktop.model.records.money import Grant
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import CHOICE, DAY, FLAG
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.pages.money.grant_lines import decision_lines
from hubra_desktop.ui.widgets.build import button
from hubra_desktop.work.commands.issue import IssueLetter
from hubra_desktop.work.grant_letters import LetterOptions
from hubra_desktop.work.issued_papers import CLAIM_LETTER, DECISION_LETTER
from hubra_desktop.work.papers import PaperRequest


class IssueLetterForm(FormPanel):
    """``draft_asked(paper)`` asks to show the letter as it stands in the form."""

    draft_asked = Signal(object)
    blames = "day"

    def __init__(self, desk: Desk, paper: str, grant: Grant) -> None:
        super().__init__("form-letter", desk)
        self._paper, self._letter_of = paper, grant
        claim = paper == CLAIM_LETTER
        decisions = [(decision_lines(each), each.id) for each in reversed(letter_decisions(grant))]
        nameless = say("Handläggarens namn skrivs inte ut. Välj det om hot kan befaras.")
        show = button(say("Visa utkastet"), "letter-draft", self, self._show_draft, role="link")
        self.fill(
            say("Utfärda återkrav") if claim else say("Utfärda beslutsbrev"),
            say("Utfärda brevet"),
            *(() if claim else (Field("decision_id", say("Beslut"), CHOICE, choices=decisions),)),
            Field("day", say("Brevets dag"), DAY, first=desk.today()),
            *((Field("pay_to", say("Betalas till")),) if claim else ()),
            Field("nameless", say("Utan namn"), FLAG),
            show,
            said=say(
                "Ett utfärdat brev sparas som det är, med sin dag. Stämmer det inte längre "
                "utfärdas ett nytt."
            ),
        )
        self.entries["nameless"].say(nameless)
        if decisions and not claim:
            self.show_values({"decision_id": decisions[0][1]})

    def _options(self, values: Values) -> LetterOptions:
        return LetterOptions(
            day=values["day"], pay_to=values.get("pay_to") or "", nameless=bool(values["nameless"])
        )

    def _decision(self, values: Values) -> str | None:
        return values.get("decision_id")

    def _show_draft(self) -> None:
        values = self.form.read()
        if values is None:
            return
        drafted = replace(self._options(values), draft=True)
        options: list[tuple[str, object]] = [("options", drafted)]
        if self._paper == DECISION_LETTER:
            options.append(("decision_id", self._decision(values)))
        self.draft_asked.emit(PaperRequest(self._paper, self._letter_of.id, tuple(options)))

    def commit(self, values: Values) -> object:
        decision, options = self._decision(values), self._options(values)
        return self.run(IssueLetter(self._paper, self._letter_of.id, decision, options))

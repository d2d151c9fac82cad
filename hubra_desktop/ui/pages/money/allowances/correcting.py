"""The forms that correct a closed list: by rows in a list that is open, each with its reason."""

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.attendance.allowance_difference import AllowanceDifference, differing_ore
from hubra_desktop.model.attendance.allowance_text import amount_text
from hubra_desktop.model.attendance.attendance_terms import AllowanceKind
from hubra_desktop.model.days import day_in_text
from hubra_desktop.model.language import say
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.records.attendance import AllowanceRow
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import AMOUNT, CHOICE, TEXT, terms_of
from hubra_desktop.ui.forms.entry import Choices, Field
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.pages.money.allowances.forms import named_term
from hubra_desktop.ui.widgets.build import button
from hubra_desktop.work.commands.allowances import (
    CorrectAllowance,
    PayAfterwards,
    SettleAllowance,
)
from hubra_desktop.work.edits import Remove
from hubra_desktop.work.queries.allowances import AllowanceList


def _why_and_where(periods: Choices) -> Iterator[Field]:
    """Yield the fields that every correction has: its reason, and the list it is paid with."""
    yield Field("reason", say("Varför"), TEXT, needed=say("Skriv varför raden rättas."))
    yield Field("period_id", say("Betalas med"), CHOICE, choices=periods)


def _need_open_list(form: FormPanel, periods: Choices) -> None:
    """Let a form be accepted only where there is a list to pay with."""
    form.accept.setEnabled(bool(periods))
    if not periods:
        sentence = say("Det finns ingen öppen lista. Gör en ny först: rättelsen betalas där.")
        form.say(sentence, caution=True)


class CorrectRowForm(FormPanel):
    """Corrects a row of a closed list by one in a list that is open.

    ``other_asked`` asks for the form that pays somebody who has no row in it.
    """

    other_asked = Signal()
    blames = "amount_ore"

    def __init__(self, desk: Desk, row: AllowanceRow, left: int, periods: Choices) -> None:
        super().__init__("form-correct-allowance", desk)
        self._row = row
        ways: Choices = [(say("Dra av"), True), (say("Betala mer"), False)]
        self.fill(
            say("Rätta {name}", name=row.name),
            say("Spara rättelsen"),
            Field("lowers", say("Vad som ska göras"), CHOICE, choices=ways),
            Field("amount_ore", say("Belopp"), AMOUNT, needed=say("Skriv beloppet.")),
            *_why_and_where(periods),
            self._other(),
            said=say(
                "{kind}, {amount} kr. Kvar av raden: {left}. Den stängda listan ändras inte.",
                kind=capitalised(word(row.kind)),
                amount=amount_text(row),
                left=kronor(left),
            ),
        )
        _need_open_list(self, periods)

    def _other(self) -> QWidget:
        """Return the button that asks to pay somebody else."""
        text = say("Betala någon som saknas i listan…")
        ask = self.other_asked.emit
        return button(text, "allowance-afterwards", self.form.inside, ask, role="link")

    def commit(self, values: Values) -> object:
        return self.run(CorrectAllowance(self._row.id, **values))


class SettleForm(FormPanel):
    """Settles where a closed list does not pay what the attendance comes to."""

    blames = "difference"

    def __init__(self, desk: Desk, lists: Sequence[AllowanceList], periods: Choices) -> None:
        super().__init__("form-settle-allowance", desk)
        choices = [choice for each in lists for choice in _differences_of(each)]
        self.fill(
            say("Rätta efter närvaron"),
            say("Spara rättelsen"),
            Field("difference", say("Vem, och vilket sammanträde"), CHOICE, choices=choices),
            *_why_and_where(periods),
            said=say(
                "Rättelsen blir det som skiljer mellan närvaron och det som är betalt. Den "
                "stängda listan ändras inte."
            ),
        )
        _need_open_list(self, periods)

    def commit(self, values: Values) -> object:
        closed_id, difference_id = values["difference"]
        into = values["period_id"]
        return self.run(SettleAllowance(closed_id, difference_id, into, values["reason"]))


def _differences_of(shown: AllowanceList) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield what differs in a list, each with the list's id, and first all of it where it is more.

    What somebody has decided on is not among all.
    """
    closed_id = shown.period.id
    told = [each for each in shown.differences if not each.decided]
    if len(told) > 1:
        everyone = say(
            "Alla {n} i {name}: {amount}",
            n=len(told),
            name=shown.period.name,
            amount=kronor(differing_ore(told)),
        )
        yield everyone, (closed_id, "")
    for each in shown.differences:
        yield _short(each), (closed_id, each.id)


def _short(difference: AllowanceDifference) -> str:
    way = say("betala {amount}") if difference.ore > 0 else say("dra av {amount}")
    amount = way.format(amount=kronor(abs(difference.ore)))
    return f"{difference.who.name}, {day_in_text(difference.day)}: {amount}"


class PayAfterwardsForm(FormPanel):
    """Pays somebody for a meeting of a closed list whom the attendance says nothing of."""

    blames = "meeting_id"

    def __init__(
        self, desk: Desk, days: Sequence[tuple[str, date]], people: Choices, periods: Choices
    ) -> None:
        super().__init__("form-pay-afterwards", desk)
        meetings = [(day_in_text(day), meeting_id) for meeting_id, day in days]
        kinds = terms_of(AllowanceKind, named_term)
        self.fill(
            say("Betala i efterhand"),
            say("Spara raden"),
            Field("meeting_id", say("Sammanträde"), CHOICE, choices=meetings),
            Field("person_id", say("Vem"), CHOICE, choices=people),
            Field("kind", say("Ersättning för"), CHOICE, choices=kinds),
            Field("amount_ore", say("Belopp"), AMOUNT, needed=say("Skriv beloppet.")),
            *_why_and_where(periods),
            said=say(
                "Är närvaron fel, rätta den i stället: då räknas beloppet fram och rättelsen "
                "föreslås. Den stängda listan ändras inte."
            ),
        )
        _need_open_list(self, periods)

    def commit(self, values: Values) -> object:
        return self.run(PayAfterwards(**values))


class LaterRowForm(FormPanel):
    """Changes or takes away a correction while its list is open."""

    blames = "amount_ore"

    def __init__(self, desk: Desk, row: AllowanceRow) -> None:
        super().__init__("form-later-allowance", desk)
        self._row = row
        self.fill(
            say("Rättelsen av {name}", name=row.name),
            say("Spara rättelsen"),
            Field("reason", say("Varför"), TEXT, needed=say("Skriv varför raden rättas.")),
            said=say(
                "{kind}, {amount} kr. Är beloppet fel, ta bort rättelsen och gör en ny.",
                kind=capitalised(word(row.kind)),
                amount=amount_text(row),
            ),
        )
        self.show_record(row)
        after = say("Rättelsen togs bort.")
        self.offer_removal(say("Ta bort rättelsen"), lambda: Remove(AllowanceRow, row.id), after)

    def commit(self, values: Values) -> object:
        return self.change(self._row, values)

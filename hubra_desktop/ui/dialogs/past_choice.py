"""Which earlier state is meant: one of those that there are, a day, or a copy elsewhere."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.swedish import parse_date
from hubra_desktop.ui.dialogs.files import ask_register
from hubra_desktop.ui.forms.inputs import ChoiceField
from hubra_desktop.ui.pages.history.past_moments import PastMoment, moment_in
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build


class PastChoice(QWidget):
    """``chosen`` follows another state; ``refused(sentence)`` tells why there is none."""

    chosen = Signal()
    refused = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._known: list[PastMoment] = []
        self.moments = ChoiceField("past-moment", say("Tidpunkt"), self)
        self.moments.commit_by(self._take)
        self.day = build.search_line("past-day", say("Dag: 7/3 2018"), self)
        self.day.setToolTip(say("Skriv en dag och tryck Enter: då visas den dagens senaste kopia."))
        self.day.returnPressed.connect(self._take_day)
        self.other = build.button(say("Annan &fil…"), "past-other", self, self._ask_other)
        label = build.label(say("Tidpunkt"), "field", self, wraps=False)
        build.row(label, (self.moments, 1), self.day, self.other, of=self, spacing=GRID)
        self.setFocusProxy(self.moments)

    def offer(self, known: Sequence[PastMoment], first: PastMoment | None) -> None:
        """Offer these states, and choose one of them, or another one beside them."""
        more = [first] if first is not None and first not in known else []
        self._known = [*known, *more]
        self.moments.offer([(each.called, each) for each in self._known])
        self.moments.show_value(first or next(iter(known), None))

    @property
    def moment(self) -> PastMoment | None:
        """Return the state that is chosen."""
        value = self.moments.value()
        return value if isinstance(value, PastMoment) else None

    def choose(self, moment: PastMoment) -> None:
        """Choose one of the states that are offered."""
        self.moments.show_value(moment)
        self.chosen.emit()

    def _take(self, field: str, value: object) -> None:
        self.chosen.emit()

    def _take_day(self) -> None:
        """Choose the last state of a day, or the last before it."""
        self.refused.emit("")
        if not self.day.text().strip():
            return
        try:
            day = parse_date(self.day.text(), near=date.today())
        except InputError as refusal:
            self.refused.emit(refusal.sentence)
            return
        found = next((each for each in self._known if each.moment.date() <= day), None)
        if found is not None:
            self.choose(found)
        else:
            told = say("Det finns ingen säkerhetskopia så långt tillbaka. Välj en senare dag.")
            self.refused.emit(told)

    def _ask_other(self) -> None:
        """Ask for a copy that lies elsewhere."""
        path = ask_register(self)
        if path is not None:
            self.offer(self._known, moment_in(path))
            self.chosen.emit()

"""Which activities are shown: words, who, state and area, beside each other over the views."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.plan.areas import area_name
from hubra_desktop.model.plan.filters import Wanted, responsible_of
from hubra_desktop.model.plan.terms import ActivityState
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.words import word
from hubra_desktop.ui.forms.inputs import DropDown
from hubra_desktop.ui.pages.plan.open_plan import OpenPlan
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets.build import button, label, row, search_line
from hubra_desktop.ui.widgets.layouts import later

TYPED_MS = 200
BESIDE = 660
LEAST = 280


class _Filter(DropDown):
    """One choice that narrows; the first one narrows nothing."""

    def show_choices(self, choices: list[tuple[str, object]], value: object) -> None:
        """Offer these choices and show the one in force."""
        self.blockSignals(True)
        self.clear()
        for text, each in choices:
            self.addItem(text, each)
        places = [place for place, (_, each) in enumerate(choices) if each == value]
        self.setCurrentIndex(places[0] if places else 0)
        self.blockSignals(False)


class FilterBar(QWidget):
    """Tells the open plan what is wanted, and shows how many activities that leaves."""

    def __init__(self, plan: OpenPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plan-filter")
        self._plan = plan
        self.text = search_line("filter-text", say("Sök aktivitet"), self)
        self.who = _Filter("filter-who", say("Vem"), self)
        self.state = _Filter("filter-state", say("Läge"), self)
        self.area = _Filter("filter-area", say("Område"), self)
        self.count = label("", "small", self, name="filter-count", wraps=False)
        self.reset = button(say("Visa alla"), "filter-reset", self, self._show_all, role="link")
        self._typing = later(TYPED_MS, self._narrow, self)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(GRID)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        filters = (self.who, self.state, self.area)
        for each in filters:
            each.setMinimumContentsLength(5)
        second = row(*((each, 1) for each in filters), self.count, self.reset, spacing=GRID)
        self._rows.addLayout(row((self.text, 1), spacing=GRID), 1)
        self._rows.addLayout(second, 3)
        self.setMinimumWidth(LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choices under the words where there is no room beside them."""
        super().resizeEvent(event)
        wide = event.size().width() >= theme().scaled(BESIDE)
        ways = QBoxLayout.Direction
        self._rows.setDirection(ways.LeftToRight if wide else ways.TopToBottom)

    def _connect(self) -> None:
        self.text.textEdited.connect(self._wait)
        self.text.returnPressed.connect(self._narrow)
        for each in (self.who, self.state, self.area):
            each.currentIndexChanged.connect(self._narrow)
        self._plan.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Offer what the year has, and show what is wanted of it."""
        plan, wanted = self._plan, self._plan.wanted
        people = responsible_of(plan.activities)
        everyone: list[tuple[str, object]] = [(say("Alla ansvariga"), "")]
        self.who.show_choices(everyone + [(each, each) for each in people], wanted.who)
        states: list[tuple[str, object]] = [(say("Alla lägen"), None)]
        states += [(capitalised(word(each)), each) for each in ActivityState]
        self.state.show_choices(states, next(iter(wanted.states), None))
        areas: list[tuple[str, object]] = [(say("Alla områden"), None)]
        areas += [(area_name(area), area.id) for area in (plan.plan.areas if plan.plan else ())]
        self.area.show_choices(areas, wanted.area_id)
        if self.text.text().strip() != wanted.text and not self.text.hasFocus():
            self.text.setText(wanted.text)
        shown, all_ = len(plan.shown), len(plan.activities)
        of_all = say("{shown} av {all}", shown=shown, all=all_)
        self.count.setText(
            of_all if plan.narrowed else say_count("{n} aktivitet", "{n} aktiviteter", all_)
        )
        self.reset.setVisible(plan.narrowed)

    def _wait(self) -> None:
        self._typing.start()

    def _narrow(self) -> None:
        self._typing.stop()
        state = self.state.currentData()
        self._plan.want(
            Wanted(
                who=str(self.who.currentData() or ""),
                states=frozenset({ActivityState(state)}) if state else frozenset(),
                area_id=self.area.currentData(),
                text=self.text.text().strip(),
            )
        )

    def _show_all(self) -> None:
        self.text.clear()
        self._plan.want(Wanted())
        self.text.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show all again with Esc."""
        if event.key() == Qt.Key.Key_Escape and (self._plan.narrowed or self.text.text()):
            self._show_all()
            return
        super().keyPressEvent(event)

"""Which areas an activity serves: its main one, and a button for each of the others."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.plan.areas import area_name
from hubra_desktop.model.records.plan import FocusArea
from hubra_desktop.ui.forms.entry import labelled
from hubra_desktop.ui.forms.inputs import ChoiceField
from hubra_desktop.ui.widgets.build import column, label
from hubra_desktop.ui.widgets.layouts import clear
from hubra_desktop.ui.widgets.plain import literal, plain_tip


class AreaChoice(QWidget):
    """``main_chosen(id)`` asks for another main area, ``toggled(id, on)`` for one more or less.

    In the plan that the law asks for there is no main area to choose: ``show_areas``
    without ``main`` shows the buttons alone.
    """

    main_chosen = Signal(str)
    toggled = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("area-choice")
        self._areas: tuple[FocusArea, ...] = ()
        self._editable = True
        self.main = ChoiceField("main-area", say("Huvudområde"), self)
        self.main.setMinimumContentsLength(12)
        self.main.commit_by(self._choose)
        self._main_band = labelled(self.main.accessibleName(), self.main, self)
        self.buttons: dict[str, QToolButton] = {}
        self._row = QHBoxLayout()
        self._row.setSpacing(4)
        self._label = label(say("Hör även till"), "field", self, wraps=False)
        self._told = label("", "small", self, name="areas-told")
        parts = (self._main_band, self._label, self._row, self._told)
        column(*parts, of=self, spacing=2).insertSpacing(1, 6)

    def show_areas(
        self,
        areas: Sequence[FocusArea],
        served: Sequence[str],
        main: str | None,
        *,
        with_main: bool,
    ) -> None:
        """Show the plan's areas, and which of them are served."""
        if tuple(areas) != self._areas:
            self._areas = tuple(areas)
            self.main.offer([(area_name(area), area.id) for area in areas])
            self._rebuild()
        self._main_band.setVisible(with_main and bool(areas))
        self._label.setVisible(bool(areas))
        self.main.show_value(main)
        for area_id, button in self.buttons.items():
            button.setChecked(area_id in served)
            button.setVisible(not (with_main and area_id == main))
        also = [area_name(a) for a in areas if a.id in served and not (with_main and a.id == main)]
        self._told.setText("\n".join(also))
        self._told.setVisible(bool(also))

    def _rebuild(self) -> None:
        clear(self._row)
        self.buttons = {area.id: self._button(area) for area in self._areas}
        for button in self.buttons.values():
            self._row.addWidget(button)
        self._row.addStretch(1)

    def _button(self, area: FocusArea) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"serves-{area.number or area.id}")
        button.setProperty("role", "one-of")
        button.setProperty("area-id", area.id)
        button.setText(literal(area.number or area.title[:3]))
        button.setToolTip(plain_tip(area_name(area)))
        button.setAccessibleName(area_name(area))
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(self._toggle)
        return button

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        self._editable = editable
        self.main.setEnabled(editable)
        for button in self.buttons.values():
            button.setEnabled(editable)

    def _choose(self, field: str, value: object) -> None:
        self.main_chosen.emit(str(value))

    def _toggle(self, on: bool) -> None:
        button = self.sender()
        if isinstance(button, QToolButton):
            self.toggled.emit(str(button.property("area-id")), on)

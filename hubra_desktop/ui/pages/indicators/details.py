"""One indicator beside the table: its chart, the change in words, its values and its facts."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from hubra_desktop.model.chart import chart_drawing
from hubra_desktop.model.findings import Finding
from hubra_desktop.model.indicators.change import (
    derived_text,
    edited,
    printed_text,
    strange_figures,
)
from hubra_desktop.model.indicators.charts import chart_description, charts
from hubra_desktop.model.indicators.reading import Years, all_years, years_with_values
from hubra_desktop.model.indicators.terms import Direction, GroupSet, Unit
from hubra_desktop.model.language import say, say_in, swedish
from hubra_desktop.model.records.indicators import ChangeText, Indicator
from hubra_desktop.model.wording import joined
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import CHOICE, COUNT, FLAG, LINE, TEXT, YEAR, terms_of
from hubra_desktop.ui.forms.entry import Field, labelled
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.forms.inputs import ChoiceField, TextArea
from hubra_desktop.ui.pages.indicators.values import IndicatorValues
from hubra_desktop.ui.theme import GRID, LIGHT
from hubra_desktop.ui.widgets.build import button, column, label, row
from hubra_desktop.ui.widgets.drawing_view import DrawnView
from hubra_desktop.ui.widgets.findings_list import FindingsList
from hubra_desktop.work.commands.indicators import SetChangeText

CHART_SIZE = (310.0, 128.0)
MOST_CHARTS = 2


class IndicatorDetails(Form):
    """Shows and changes one indicator; ``years_picked(id, Years)`` asks to compare other years."""

    years_picked = Signal(str, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("indicator-details", "", parent, desk=desk, change=Indicator)
        self.setAccessibleName(say("Måttet"))
        self._years = Years(None, None)
        self._lay_out_head()
        self._lay_out_change()
        self.values = IndicatorValues(desk, self.inside)
        self._add(self.values)
        self._lay_out_facts()
        self.end()

    def _lay_out_head(self) -> None:
        self._name = label("", "lead", self.inside, name="indicator-name")
        self._add(self._name)
        self.found = FindingsList("finding-lines", self.inside)
        self.found.chosen.connect(self._go_to)
        self._add(self.found)
        first = say("Diagrammet ritas när det finns ett värde. Skriv det första nedan.")
        self._no_chart = label(first, "muted", self.inside)
        self._add(self._no_chart)
        self.charts = [DrawnView(self.inside) for _ in range(MOST_CHARTS)]
        for view in self.charts:
            self._add(view)

    def _lay_out_change(self) -> None:
        self._compared = QWidget(self.inside)
        labels = {"latest": say_in("latest", "Mått senaste"), "compared": say("Jämförs med")}
        self.picks = {name: ChoiceField(name, text, self) for name, text in labels.items()}
        self._default = self._link(say("De två senaste"), "years-default", self._pick_default)
        fields = []
        for field in self.picks.values():
            field.commit_by(self._pick)
            fields.append(labelled(field.accessibleName(), field, self._compared))
        default = (self._default, Qt.AlignmentFlag.AlignBottom)
        row(*fields, default, None, of=self._compared, spacing=GRID)
        self._add(self._compared)
        self.change = TextArea("change", say("Om förändringen"), self, least=3)
        self.change.commit_by(self._write_change)
        self._words = labelled(self.change.accessibleName(), self.change, self.inside)
        self._add(self._words)
        self._add(self._change_foot())

    def _change_foot(self) -> QWidget:
        """Say whose words the sentences are, and what in them is no longer so."""
        foot = QWidget(self.inside)
        self.stale = label("", "callout", foot, name="change-stale", caution=True)
        self._whose = label("", "small", foot, name="change-whose")
        self.derive = self._link(say("Använd programmets ord"), "change-derive", self._derive)
        below = row((self._whose, 1), (self.derive, Qt.AlignmentFlag.AlignTop), spacing=GRID)
        column(self.stale, below, of=foot, spacing=2)
        return foot

    def _link(self, text: str, name: str, do: Callable[[], None]) -> QPushButton:
        return button(text, name, self.inside, do, role="link")

    def _lay_out_facts(self) -> None:
        directions = terms_of(Direction, word)
        shares = say("Grupperna är andelar i procent av antalet")
        self.build(
            say("Om måttet"),
            Field("name", say("Vad som mäts"), TEXT._replace(read=LINE.read)),
            (
                Field("unit", say("Enhet"), CHOICE, choices=terms_of(Unit, word)),
                Field("direction", say("Önskad riktning"), CHOICE, choices=directions),
            ),
            Field("groups", say("Delas upp på"), CHOICE, choices=terms_of(GroupSet, word)),
            Field("shares", shares, FLAG, shown=_may_be_shares),
            (
                Field("source", say("Källa"), width=3),
                Field("interval_years", say("Mäts vart … år"), COUNT, width=2),
            ),
            (
                Field("area_number", say("Fokusområde")),
                Field("active_from", say("Följs från år"), YEAR),
                Field("active_to", say("Följs till år"), YEAR),
            ),
            Field("note", say("Anteckning"), TEXT),
        )

    def _go_to(self, finding: Finding) -> None:
        self.go_to(finding.field)

    def show_indicator(
        self, indicator: Indicator | None, years: Years, found: Sequence[Finding] = ()
    ) -> bool:
        """Show an indicator, the years compared and what was found; False when it cannot yet."""
        if getattr(indicator, "id", "") != getattr(self.record, "id", "") and not self._leave():
            return False
        top = self._top_of_values() if self.values.has_focus() else None
        self._years = years
        self.found.show_findings(found)
        shown = self.show_record(indicator)
        if top is not None:
            # What is shown above the values may grow; the cell typed in stays where it is.
            QTimer.singleShot(0, self, lambda: self._hold(top))
        return shown

    def _leave(self) -> bool:
        return self.change.flush() and self.values.flush()

    def fill(self, record: Any) -> None:
        super().fill(record)
        self._name.setText(record.name or say("Mått utan namn"))
        self._show_charts(record)
        self._show_years(record)
        self._show_change(record)
        self.values.show_indicator(record)

    def _top_of_values(self) -> int:
        return self.values.mapTo(self.viewport(), QPoint(0, 0)).y()

    def _hold(self, top: int) -> None:
        layout = self.inside.layout()
        if layout is not None:
            layout.activate()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self._top_of_values() - top)

    def _show_charts(self, record: Indicator) -> None:
        found = charts(record)
        self._no_chart.setVisible(not found)
        for place, view in enumerate(self.charts):
            view.setVisible(place < len(found))
            if place < len(found):
                chart = found[place]
                name = say("Diagram: {title}", title=chart.title)
                drawing = chart_drawing(chart, *CHART_SIZE, LIGHT.accent)
                view.show_drawing(drawing, chart_description(record, chart), name)

    def _show_years(self, record: Indicator) -> None:
        years = [(str(year), year) for year in reversed(all_years(record))]
        self._compared.setVisible(bool(years_with_values(record)))
        for name, field in self.picks.items():
            field.offer(years)
            field.show_value(getattr(self._years, name))
        usual = years_with_values(record)[-2:]
        picked = tuple(year for year in self._years if year is not None)
        self._default.setVisible(picked != usual[::-1])

    def _show_change(self, record: Indicator) -> None:
        year, compared = self._years
        self._words.setVisible(year is not None)
        self.change.show_text(_plain(printed_text(record, year, compared)))
        both = year is not None and compared is not None
        self.change.setReadOnly(not (both and self.editable))
        self._whose.setVisible(both)
        written = edited(record, year or 0, compared or 0)
        self.derive.setVisible(written is not None and self.editable)
        self._whose.setText(
            say("Dina egna ord.")
            if written
            else say("Programmets ord ur siffrorna. Skriv egna om du vill.")
        )
        self._show_stale(record, written)

    def _show_stale(self, record: Indicator, written: ChangeText | None) -> None:
        """Say which figures in somebody's own words are no longer among the values."""
        strange: tuple[str, ...] = ()
        if written is not None:
            years = (written.year, written.compared_year)
            strange = strange_figures(record, written.text, *years)
        self.stale.setVisible(bool(strange))
        text = say("{figures} finns inte bland värdena. Har de ändrats sedan du skrev?")
        self.stale.setText(text.format(figures=joined(strange)))

    def _pick(self, name: str, value: object) -> None:
        if self.record is not None and isinstance(value, int):
            other = "compared" if name == "latest" else "latest"
            if getattr(self._years, other) == value:
                # The two change places: a year compared with itself says nothing.
                years = Years(self._years.compared, self._years.latest)
            else:
                years = self._years._replace(**{name: value})
            self._ask_years(years)

    def _pick_default(self) -> None:
        found = years_with_values(self.record)
        latest = found[-1] if found else None
        self.picks["latest"].setFocus()
        self._ask_years(Years(latest, found[-2] if len(found) > 1 else None))

    def _ask_years(self, years: Years) -> None:
        if self.change.flush():
            self.years_picked.emit(self.record.id, years)
        else:
            self._show_years(self.record)
            self.mend()

    def _write_change(self, field: str, text: str, edit: str) -> None:
        year, compared = self._years
        if self.record is None or year is None or compared is None:
            return
        derived = derived_text(self.record, year, compared, swedish)
        own = _plain(text) == _plain(derived)
        words = "" if own else text
        self.desk.attempt_now(SetChangeText(self.record.id, year, compared, words, edit))
        if own or not text.strip():
            # The field is still showing what was typed; give it what is derived.
            QTimer.singleShot(0, self, self._show_own)

    def _show_own(self) -> None:
        if self.record is not None:
            self.change.show_text(_plain(printed_text(self.record, *self._years)))

    def _derive(self) -> None:
        year, compared = self._years
        if self.record is not None and year is not None and compared is not None:
            self.change.show_given()
            self.desk.run(SetChangeText(self.record.id, year, compared, ""))
            self.change.setFocus()

    def flush(self) -> bool:
        committed = (super().flush(), self.change.flush(), self.values.flush())
        return all(committed)

    def mend(self) -> str:
        if self.change.refused:
            self.go_to("text")
            self.change.flush()
            return self.change.accessibleName()
        return super().mend() or self.values.mend()

    def set_editable(self, editable: bool) -> None:
        super().set_editable(editable)
        self.values.set_editable(editable)
        if self.record is not None:
            self._show_change(self.record)

    def go_to(self, name: str) -> None:
        """Go to the place that a finding or a record is about: a field, or a year's value."""
        first = name.split(".", maxsplit=1)[0]
        if first == "text":
            self.ensureWidgetVisible(self.change)
            self.change.setFocus()
        elif first == "measurements" or first.isdecimal():
            self.ensureWidgetVisible(self.values)
            self.values.go_to(int(first) if first.isdecimal() else None)
        else:
            super().go_to(name)


def _plain(text: str) -> str:
    """Return a text with plain spaces: an editor of several lines holds no others."""
    return "\n".join(" ".join(line.split()) for line in text.splitlines())


def _may_be_shares(indicator: Indicator) -> bool:
    grouped = indicator.unit is Unit.COUNT and indicator.groups is not GroupSet.NONE
    return grouped or indicator.shares

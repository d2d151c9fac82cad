"""What an activity is joined to: each a way there, and a line to join it to more."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from hubra_desktop.model.days import day_in_text
from hubra_desktop.model.language import say
from hubra_desktop.model.records.plan import ActivityLink
from hubra_desktop.ui.forms.converters import CHOICE
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.inline import InlineForm
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.widgets.build import button, column, label, row
from hubra_desktop.ui.widgets.layouts import clear
from hubra_desktop.ui.widgets.plain import plain_tip
from hubra_desktop.ui.widgets.wrapped_line import WrappedLine
from hubra_desktop.work.queries.plan_links import Target

TABLE_OF = {
    "meeting_id": "meeting",
    "item_id": "agenda_item",
    "decision_id": "decision",
    "grant_id": "grant",
    "agreement_id": "agreement",
    "letter_id": "letter",
}
ICONS = {
    "meeting_id": "meetings",
    "item_id": "meetings",
    "decision_id": "decision",
    "grant_id": "money",
    "agreement_id": "agreement",
    "letter_id": "letter",
    "": "text",
}


WriteLink = Callable[[str, Mapping[str, Any]], object]


class Links(QWidget):
    """Shows the links of one activity.

    ``write(id, values)`` makes a link ("" for its id), or gives a document another name or
    address. It raises InputError; None: something else must be mended first.
    ``remove_asked(id)`` asks for one link less, and ``place_asked(kind, id)`` for the
    place that a link leads to.
    """

    remove_asked = Signal(str)
    place_asked = Signal(str, str)

    def __init__(self, write: WriteLink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("links")
        self._write = write
        self._targets: dict[str, Target] = {}
        self._shown: tuple[object, ...] = ()
        self._editable = True
        self._changed = ""
        mark = icon("link", "accent")
        self.add = button(
            say("Koppla till…"), "add-link", self, self._begin, role="link", mark=mark
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._entry = self._make_entry()
        heading = label(say("Kopplad till"), "field", self, wraps=False)
        top = row(heading, None, self.add)
        column(top, self._list, self._entry, of=self, spacing=2)

    def _make_entry(self) -> InlineForm:
        accept = button(say("Koppla"), "link-accept", self)
        kinds = [(name, field) for field, name in self._kinds().items()]
        entry = InlineForm(
            "link",
            accept,
            self._send,
            self,
            Field("kind", say("Vad som ska kopplas"), CHOICE, choices=kinds),
            Field("target", say("Vilken som ska kopplas"), CHOICE, shown=_in_register),
            Field("title", say("Dokumentets namn"), shown=_document_asked),
            Field("address", say("Adress eller diarienummer"), shown=_document_asked),
            blames="kind",
        )
        for place, field in enumerate(self._kinds()):
            entry.choices["kind"].setItemIcon(place, icon(ICONS[field], "muted"))
        entry.entries["kind"].edited.connect(self._offer)
        entry.hide()
        return entry

    def _kinds(self) -> dict[str, str]:
        return {
            "meeting_id": say("Sammanträde"),
            "item_id": say("Beslutspunkt på en lista"),
            "decision_id": say("Beslut i protokollet"),
            "grant_id": say("Bidrag"),
            "agreement_id": say("Överenskommelse"),
            "letter_id": say("Trygghetsbrev"),
            "": say("Dokument"),
        }

    def offer(self, targets: Sequence[Target]) -> None:
        """Offer these to be joined to."""
        self._targets = {each.id: each for each in targets}
        self._offer()

    def show_links(self, links: Sequence[ActivityLink]) -> None:
        """Show an activity's links."""
        text = (tuple(links), tuple(self._targets), self._editable)
        if text == self._shown:
            return
        self._shown = text
        clear(self._list)
        for place, link in enumerate(links):
            self._list.addWidget(self._line(place, link))

    def _line(self, place: int, link: ActivityLink) -> QWidget:
        band = QWidget(self)
        field = next((each for each in TABLE_OF if getattr(link, each)), "")
        target_id = str(getattr(link, field)) if field else ""
        text = self._name(field, target_id) if field else _document(link)
        way = WrappedLine(f"link-{place}", text, (ICONS[field], "muted"), band)
        if field:
            way.clicked.connect(partial(self.place_asked.emit, TABLE_OF[field], target_id))
        else:
            way.setEnabled(self._editable)
            way.setToolTip(plain_tip(say("Ändra dokumentets namn eller adress")))
            way.clicked.connect(partial(self._change, link))
        remove = QToolButton(band)
        remove.setObjectName(f"link-{place}-remove")
        remove.setIcon(icon("close", "muted"))
        remove.setAccessibleName(say("Ta bort kopplingen {name}", name=text))
        remove.setToolTip(plain_tip(say("Ta bort kopplingen")))
        remove.setEnabled(self._editable)
        remove.clicked.connect(partial(self.remove_asked.emit, link.id))
        row((way, 1), (remove, Qt.AlignmentFlag.AlignTop), of=band, spacing=2)
        return band

    def _name(self, field: str, target_id: str) -> str:
        target = self._targets.get(target_id)
        kind = self._kinds()[field]
        return f"{kind}: {link_name(target)}" if target else kind

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        self._editable = editable
        self.add.setEnabled(editable)
        if not editable:
            self.leave()
        links = self._shown[0] if self._shown else ()
        if isinstance(links, tuple):
            self.show_links(links)

    def leave(self) -> None:
        """Take the line where a link is written away."""
        self._entry.hide()
        self._changed = ""
        self._entry.choices["kind"].setEnabled(True)
        self._entry.accept.setText(say("Koppla"))
        self._entry.texts["title"].clear()
        self._entry.texts["address"].clear()
        for entry in self._entry.refused_entries():
            entry.refuse("")

    def _begin(self) -> None:
        self.leave()
        self._offer()
        self._entry.show()
        self._entry.go_to("kind")

    def _change(self, link: ActivityLink) -> None:
        """Show a document's name and address where a new link is written, to change them."""
        self.leave()
        self._changed = link.id
        kind = self._entry.choices["kind"]
        kind.show_value("")
        kind.setEnabled(False)
        for name in ("title", "address"):
            self._entry.entries[name].show_value(getattr(link, name))
        self._entry.accept.setText(say("Spara"))
        self._entry.show_fitting(self._entry.now())
        self._entry.show()
        self._entry.go_to("title")

    def _offer(self) -> None:
        field = self._entry.choices["kind"].value()
        offered = [
            (link_name(each), each.id) for each in self._targets.values() if each.field == field
        ]
        which = self._entry.choices["target"]
        which.offer(offered)
        if which.value() is None and offered:
            which.show_value(offered[0][1])
        self._entry.accept.setEnabled(not field or bool(offered))
        self._entry.show_fitting(self._entry.now())

    def _send(self, values: Values) -> None:
        kind, document = values["kind"], values.only("title", "address")
        written = {kind: values["target"]} if kind else document
        if self._write(self._changed, written) is not None:
            self.leave()
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the line where a link is written with Esc; what is typed there is saved first."""
        if event.key() != Qt.Key.Key_Escape or not self._entry.isVisible():
            super().keyPressEvent(event)
            return
        if self._written() and not self._entry.refused_entries():
            self._entry.send()
        if not self._entry.refused_entries():
            self.leave()
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _written(self) -> bool:
        """Return whether a document's name or address has been typed."""
        return any(self._entry.texts[name].text().strip() for name in ("title", "address"))


def _in_register(now: Any) -> bool:
    return bool(now.kind)


def _document_asked(now: Any) -> bool:
    return not now.kind


def link_name(target: Target) -> str:
    """Write what something to be joined to is called."""
    day = day_in_text(target.date) if target.date else ""
    return " · ".join(part for part in (day, *target.names) if part)


def _document(link: ActivityLink) -> str:
    return " · ".join(part for part in (link.title, link.address) if part)

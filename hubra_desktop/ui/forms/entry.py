"""One field of a form: its row in the form's table, and the label and input it becomes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from hubra_desktop.model.days import weekday_in_text
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.ui.forms.amount_edit import AmountEdit
from hubra_desktop.ui.forms.completing import complete
from hubra_desktop.ui.forms.converters import LINE, Converter, Shape
from hubra_desktop.ui.forms.inputs import (
    ChoiceField,
    NameField,
    TextArea,
    TextField,
)
from hubra_desktop.ui.forms.typed import Typed
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.callout import Callout, announce
from hubra_desktop.ui.widgets.marks import mark
from hubra_desktop.ui.widgets.plain import PlainLabel, plain_tip
from hubra_desktop.ui.widgets.tick_box import TickBox

TOLD_MARGIN = 6
LEAST_BY_BUTTON = 3
Choices = Sequence[tuple[str, object]]


class Saving(Enum):
    """When a form writes: each field by itself as it is left, or all of them by a button."""

    AT_ONCE = "at once"
    BY_BUTTON = "by button"


@dataclass(frozen=True)
class Field:
    """A row of a form's table.

    ``width`` is its share of the row beside its neighbours, ``hint`` what an empty line or
    the box of a flag says, ``tip`` a tool tip, ``least`` and ``most`` the lines that an
    area shows, ``words`` what is completed from and ``first`` what it begins with. An
    empty one is refused with what ``needed`` says. ``shown`` tells from the record (or
    from what is entered, in a form with a button) whether it is asked for.
    """

    name: str
    label: str
    converter: Converter = LINE
    width: int = 1
    hint: str = ""
    tip: str = ""
    least: int = 2
    most: int = 10
    printed: bool = True
    choices: Choices = ()
    words: Sequence[str] = ()
    first: object = None
    needed: str = ""
    shown: Callable[[Any], bool] | None = None


class Named(NamedTuple):
    """Who stands in a field for a person: somebody known, or a name that nobody bears yet."""

    id: str | None
    name: str


class Owner(Protocol):
    """What an entry belongs to: a form, or a line of a list."""

    saving: Saving
    prefix: str

    def near(self) -> date:
        """Return the day that dates typed without a year come close to."""

    def commit_field(self, name: str, value: Any, edit: str) -> None:
        """Write a value at once; raises InputError."""

    def draft(self, name: str, value: Any) -> None:
        """Note what is being typed, or what is held while it cannot be read."""

    def put_back(self, name: str) -> None:
        """Show again what the register holds, where something chosen was refused."""


class Entry(QWidget):
    """A label and an input; ``read`` gives the value or raises InputError.

    A refusal stands at the input until it is mended: beside it where fields commit by
    themselves, so that nothing is pushed, and under it in a form with a button.
    ``edited`` tells that something was typed or chosen, ``changed`` that something else
    stands there, whoever put it there.
    """

    edited = Signal()
    changed = Signal()

    def __init__(
        self,
        spec: Field,
        owner: Owner,
        parent: QWidget,
        *,
        label: bool = True,
        beside: bool = False,
    ) -> None:
        super().__init__(parent)
        self.spec, self.name, self._owner = spec, spec.name, owner
        self._at_once = owner.saving is Saving.AT_ONCE
        self._callout: Callout | None = None
        self._said = self._hint = ""
        self.held: Any = spec.first
        self.field: Any = self._made(spec)
        self.field.setObjectName(f"{owner.prefix}-{spec.name}")
        self.field.setToolTip(plain_tip(spec.tip))
        if not self.field.accessibleName():
            self.field.setAccessibleName(spec.label.replace("&", ""))
        flag = spec.converter.shape is Shape.FLAG
        self.label = PlainLabel("" if flag and not spec.hint else spec.label, self)
        self.label.setBuddy(self.field)
        if not beside:
            self.label.setProperty("role", "field")
        elif not isinstance(self.field, TextArea):
            self.label.setMinimumHeight(self.field.sizeHint().height())
        self.told = build.label("", "small", self, name=f"told-{spec.name}")
        self.told.hide()
        labelled_above = label and not beside and not flag
        self.label.setVisible(labelled_above or beside)
        parts = (self.label, self.field, self.told)[0 if labelled_above else 1 :]
        self._column = build.column(*parts, of=self, spacing=2)
        self._wire()
        if spec.first is not None:
            self.show_value(spec.first)

    def _made(self, spec: Field) -> QWidget:
        """Return the input that values of this kind are entered in."""
        plain = spec.label.replace("&", "")
        match spec.converter.shape:
            case Shape.TEXT:
                least = spec.least if self._at_once else max(spec.least, LEAST_BY_BUTTON)
                lines = {"least": least, "most": max(least, spec.most)}
                return TextArea(spec.name, plain, self, **lines, printed=spec.printed)
            case Shape.AMOUNT if not self._at_once:
                return AmountEdit(self)
            case Shape.CHOICE:
                choice = ChoiceField(spec.name, plain, self)
                choice.offer(spec.choices)
                if spec.choices and not self._at_once:
                    choice.setCurrentIndex(0)
                choice.setPlaceholderText(spec.hint)
                return choice
            case Shape.FLAG:
                return TickBox(spec.hint, self) if spec.hint else QCheckBox(spec.label, self)
            case Shape.NAME:
                return NameField(spec.name, plain, spec.hint, self)
            case Shape.FACT:
                return build.label("", "", self)
        whole = spec.converter.whole
        line = TextField(spec.name, plain, self, whole=whole, printed=spec.printed)
        if spec.words:
            complete(line, spec.words)
        return line

    def _wire(self) -> None:
        """Let the input commit by itself if it shall, and tell what is edited."""
        field, at_once = self.field, self._at_once
        if isinstance(field, QLineEdit | TextArea):
            hint = self.spec.hint
            if self.spec.converter.shape is Shape.DAY and not at_once:
                hint = hint or say("7/3 2018")
                self.edited.connect(self._tell_day)
            self.set_hint(hint)
        if at_once and isinstance(field, Typed):
            field.commit_by(self._enter, self._type)
        elif at_once and isinstance(field, NameField):
            field.commit_by(self._name)
        elif at_once and isinstance(field, ChoiceField):
            field.commit_by(self._choose)
        if isinstance(field, QLineEdit):
            field.textEdited.connect(self._note_edit)
            field.textChanged.connect(self.changed)
        elif isinstance(field, TextArea):
            field.textChanged.connect(self._note_edit)
            field.textChanged.connect(self.changed)
        elif isinstance(field, QComboBox):
            field.activated.connect(self._note_edit)
            field.currentIndexChanged.connect(self.changed)
        elif isinstance(field, QCheckBox):
            field.clicked.connect(self._tick)
            field.toggled.connect(self.changed)

    def read(self) -> Any:
        """Return the value of what is entered; raises InputError."""
        value = self._value()
        if self.spec.needed and value in (None, ""):
            raise InputError(self.spec.needed)
        return value

    def _value(self) -> Any:
        match self.field:
            case ChoiceField():
                return self.field.value()
            case QCheckBox():
                return self.field.isChecked()
            case AmountEdit():
                return self.field.read()
            case Typed():
                return self.spec.converter.read(self.field.typed(), self._owner.near())
        return None

    def show_value(self, value: Any) -> None:
        """Show a value; what is refused here stays until it is mended or taken back."""
        self.held = value
        match self.field:
            case QCheckBox():
                self.field.setChecked(bool(value))
            case AmountEdit():
                self.field.show_amount(value)
            case ChoiceField() | NameField():
                self.field.show_value(value)
            case QLabel():
                self.field.setText(str(value))
            case Typed():
                text = self.spec.converter.shown(value)
                if self._at_once:
                    self.field.show_text(text)
                else:
                    self.field.put(text)
                    self._tell_day()

    def raw(self) -> object:
        """Return what stands in the input as it is, whether it can be read or not."""
        match self.field:
            case ChoiceField():
                return self.field.value()
            case QCheckBox():
                return self.field.isChecked()
            case QLineEdit():
                return self.field.text()
        return self.typed.typed() if self.typed is not None else None

    def show_raw(self, raw: Any) -> None:
        """Let stand what ``raw`` gave."""
        match self.field:
            case ChoiceField():
                self.field.show_value(raw)
            case QCheckBox():
                self.field.setChecked(raw)
            case QLineEdit():
                self.field.setText(raw)
            case _ if self.typed is not None:
                self.typed.put(raw)

    @property
    def typed(self) -> Typed | None:
        """Return where text is typed, if it is an input of that kind."""
        field = self.field.line if isinstance(self.field, NameField) else self.field
        return field if isinstance(field, Typed) else None

    @property
    def refused(self) -> bool:
        """Return whether a refused text, or a sentence of refusal, stands here."""
        typed = self.typed
        told = self.told.property("role") == "callout" and not self.told.isHidden()
        return told or (typed is not None and typed.refused)

    def flush(self) -> bool:
        """Commit what is typed; False when it is refused and still stands here."""
        return self.typed is None or self.typed.flush()

    def take_back(self) -> None:
        """Let go of what was typed or refused."""
        if self.typed is not None:
            self.typed.show_given()
        self.calm()

    def put_beside(self, button: QWidget) -> None:
        """Put a button beside the input that helps to fill it in."""
        place = self._column.indexOf(self.field)
        self._column.insertLayout(place, build.row((self.field, 1), button, spacing=GRID))

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        if isinstance(self.field, QLineEdit | TextArea):
            self.field.setReadOnly(not editable)
            self.set_hint(self._hint)
        else:
            self.field.setEnabled(editable)

    def set_hint(self, hint: str) -> None:
        """Say in the empty input what it is for, where something may be entered."""
        self._hint = hint
        self.field.setPlaceholderText("" if self.field.isReadOnly() else hint)

    def refuse(self, sentence: str) -> None:
        """Say at the input why what stands there cannot be used; "" takes it away."""
        if not self._at_once:
            self._tell(sentence or self._said, "callout" if sentence else "small")
            mark(self.field, "refused", bool(sentence))
            if sentence:
                announce(self.told, sentence)
        elif sentence:
            if self._callout is None:
                self._callout = Callout(self.window())
            self._callout.show_at(self.field, sentence)
        else:
            self.calm()
        self.field.setAccessibleDescription(sentence)

    def calm(self) -> None:
        """Take away what was said of a choice."""
        if self._callout is not None:
            self._callout.hide()

    def say(self, sentence: str) -> None:
        """Say something of what is entered under the field; a refusal stands in its place."""
        self._said = sentence
        if not self.refused:
            self._tell(sentence, "small")

    def _tell(self, sentence: str, role: str) -> None:
        # A label that is dressed anew does not take the padding of its style.
        self.told.setMargin(TOLD_MARGIN if role == "callout" else 0)
        mark(self.told, "role", role)
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))

    def _tell_day(self) -> None:
        if self.spec.converter.shape is Shape.DAY and not self._at_once:
            try:
                day = self.read()
            except InputError:
                day = None
            self.say(self.spec.tip if day is None else weekday_in_text(day))

    def _note_edit(self, *_: object) -> None:
        if self.refused and not self._at_once:
            self.refuse("")
        self.edited.emit()

    def _enter(self, name: str, text: str, edit: str) -> None:
        try:
            self._owner.commit_field(self.name, self.read(), edit)
        except InputError:
            self._owner.draft(self.name, self.held)
            raise

    def _type(self, name: str, text: str) -> None:
        try:
            value = self.read()
        except InputError:
            value = self.held
        self._owner.draft(self.name, value)

    def _name(self, name: str, person_id: str | None, typed: str) -> None:
        self._owner.commit_field(self.name, Named(person_id, typed), "")

    def _choose(self, name: str, value: object) -> None:
        self._try(value)

    def _tick(self, on: bool) -> None:
        self._note_edit()
        if self._at_once:
            self._try(on)

    def _try(self, value: object) -> None:
        """Write what was chosen; one that is refused says so where it was chosen."""
        self.refuse("")
        try:
            self._owner.commit_field(self.name, value, "")
        except InputError as refusal:
            self._owner.put_back(self.name)
            self.refuse(refusal.sentence)


def labelled(text: str, field: QWidget, parent: QWidget) -> QWidget:
    """Return a field with its label above it, as buddies."""
    box = QWidget(parent)
    label = build.label(text, "field", box, wraps=False)
    label.setBuddy(field)
    build.column(label, field, of=box, spacing=2)
    return box

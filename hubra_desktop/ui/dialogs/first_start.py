"""A new register in three steps: the council, who leads it, and its first meeting."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.file_names import file_name, refused_name
from hubra_desktop.model.language import say
from hubra_desktop.model.meeting_rules import check_meeting_times, end_after
from hubra_desktop.model.records.catalogue import check
from hubra_desktop.model.templates import standard_template
from hubra_desktop.ui.dialogs.files import ask_new_register
from hubra_desktop.ui.dialogs.logotype import LogotypeChoice, refuse_wordless
from hubra_desktop.ui.forms.converters import CLOCK, DAY, START
from hubra_desktop.ui.forms.dialog import FormDialog
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.inputs import TextField
from hubra_desktop.ui.forms.times import EndAfterStart
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.part_bar import PartBar

COUNCIL: Final = "council"
PEOPLE: Final = "people"
MEETING: Final = "meeting"
STEPS: Final = (COUNCIL, PEOPLE, MEETING)
SUFFIX: Final = ".hubra"
MIN_WIDTH: Final = 620
_FIELDS: Final = {
    "organisation": COUNCIL,
    "short_name": COUNCIL,
    "municipality": COUNCIL,
    "logotype_text": COUNCIL,
    "file": COUNCIL,
    "chair": PEOPLE,
    "secretary": PEOPLE,
    "date": MEETING,
    "start": MEETING,
    "end": MEETING,
    "place": MEETING,
}
"""The fields, each with its step."""


@dataclass(frozen=True)
class FirstMeeting:
    """The first meeting; times are minutes since midnight."""

    date: date
    start: int
    end: int | None
    place: str


@dataclass(frozen=True)
class FirstStartAnswer:
    """What a new register begins with, and where it is to lie; what was skipped is empty."""

    path: Path
    organisation: str
    short_name: str
    municipality: str
    logotype: bytes
    logotype_text: str
    chair: str
    secretary: str
    meeting: FirstMeeting | None


@dataclass
class Draft:
    """What stood in the dialog when it was left, to begin with the next time."""

    texts: dict[str, str] = field(default_factory=dict)
    logotype: bytes = b""


class FirstStartDialog(FormDialog):
    """Asks step by step; each step can be skipped and gone back to, and nothing typed is lost.

    The file is proposed under the council's name among the user's documents until another
    is chosen. The register is made when all is answered, by whoever asked.
    """

    def __init__(self, draft: Draft | None = None, parent: QWidget | None = None) -> None:
        title = say("Nytt register")
        super().__init__("first-start", title, say("Nästa"), parent, prefix="first")
        self._skipped: set[str] = set()
        self._draft = draft or Draft()
        self._proposed = True
        self.steps = PartBar(say("Steg"), self._names(), self)
        self.column.insertWidget(0, self.steps)
        self.logotype = LogotypeChoice("first", self._draft.logotype, self)
        self._rows: dict[QWidget, str] = {}
        self._build_council()
        self._build_people()
        self._build_meeting()
        self.back = build.button(say("Tillbaka"), "first-back", self, partial(self._go, -1))
        self.skip = build.button(say("Hoppa över"), "first-skip", self, self._skip)
        self.column.removeWidget(self.buttons)
        self.column.addLayout(build.row(self.back, self.skip, None, self.buttons, spacing=GRID))
        self.setMinimumWidth(MIN_WIDTH)
        self._connect()
        self._begin_again()
        self.show_step(COUNCIL)

    def _names(self) -> list[tuple[str, str]]:
        return [
            (COUNCIL, say("1. Rådet")),
            (PEOPLE, say("2. Ordförande och sekreterare")),
            (MEETING, say("3. Första sammanträdet")),
        ]

    def _say(self, step: str, sentence: str) -> QWidget:
        """Return a sentence of a step's own."""
        said = build.label(sentence, "muted", self)
        self._rows[said] = step
        return said

    def _field(self, name: str, label: str, example: str, **more: Any) -> Field:
        if example:
            more["hint"] = say("till exempel {example}", example=example)
        return Field(name, label, shown=partial(self._is_asked, name), **more)

    def _is_asked(self, name: str, now: object) -> bool:
        wordless = name == "logotype_text" and not self.logotype.content
        return _FIELDS[name] == self.step and not wordless

    def _build_council(self) -> None:
        self.form.build(
            self._say(
                COUNCIL,
                say("Ett register rymmer ett råds sammanträden, plan och pengar, i en fil."),
            ),
            self._field(
                "organisation",
                say("&Rådets namn"),
                "Huddinges brottsförebyggande råd",
                needed=say("Skriv rådets namn. Det står på alla handlingar."),
            ),
            self._field("short_name", say("Kort&form"), "HuBrå", printed=False),
            self._field("municipality", say("&Kommun"), "Huddinge", printed=False),
        )
        self._rows[self.logotype] = COUNCIL
        self.form.build_labelled(say("&Logotyp"), self.logotype.choose, self.logotype)
        self.form.build(
            self._field(
                "logotype_text", say("Logotypen i o&rd"), "Huddinge kommuns vapen", printed=False
            ),
            self._field(
                "file", say("F&il"), "", hint=say("föreslås under rådets namn"), printed=False
            ),
        )
        choose = build.button(say("Ändra…"), "first-choose-file", self, self._choose_file)
        choose.setAccessibleName(say("Välj var registret ska ligga"))
        self.entries["file"].put_beside(choose)

    def _build_people(self) -> None:
        people = say("Namnen räcker. Titlar och övriga ledamöter kan fyllas i senare.")
        self.form.build(
            self._say(PEOPLE, people),
            self._field("chair", say("&Ordförande"), "Christian Ottosson", printed=False),
            self._field("secretary", say("&Sekreterare"), "Antonina Fedorova", printed=False),
        )

    def _build_meeting(self) -> None:
        template = standard_template()
        day = say("Skriv vilken dag det är, till exempel 7 mars, eller hoppa över steget.")
        self.form.build(
            self._say(MEETING, say("Tiderna och platsen föreslås sedan för nästa sammanträde.")),
            self._field("date", say("&Datum"), "7 mars 2018", converter=DAY, needed=day),
            self._field("start", say("Bö&rjar"), "", converter=START, first=template.start),
            self._field("end", say("Planerat sl&ut"), "", converter=CLOCK, first=template.end),
            self._field("place", say("&Plats"), "A-salen"),
            self._say(
                MEETING,
                say(
                    "Föredragningslistan börjar med: {items}. Du ändrar dem på sidan, och för "
                    "alla nya sammanträden i Mall för nya sammanträden.",
                    items=", ".join(each.title for each in template.items),
                ),
            ),
        )

    def _connect(self) -> None:
        self.steps.chosen.connect(self.show_step)
        self.logotype.changed.connect(self._show_rows)
        self.logotype.refused.connect(self.refuse)
        for name in ("organisation", "short_name"):
            self.entries[name].edited.connect(self._propose_file)
        self.entries["file"].edited.connect(self._keep_file)
        self._times = EndAfterStart(self.entries["start"], self.entries["end"])
        for name, entry in self.entries.items():
            entry.edited.connect(partial(self._skipped.discard, _FIELDS[name]))

    def _begin_again(self) -> None:
        """Show what was typed when the dialog was left the last time."""
        for name, text in self._draft.texts.items():
            self._line(name).put(text)
        self._times.begin()
        self._proposed = "file" not in self._draft.texts
        self._propose_file()

    def _line(self, name: str) -> TextField:
        line: TextField = self.entries[name].field
        return line

    @property
    def step(self) -> str:
        """Return the step in view."""
        return self.steps.shown

    def show_step(self, step: str) -> None:
        """Show one of the steps, with the focus in its first field."""
        self.steps.show_part(step)
        last = step == STEPS[-1]
        self.accept_button.setText(say("Skapa registret") if last else say("Nästa"))
        self.skip.setText(say("Skapa utan sammanträde") if last else say("Hoppa över"))
        self.back.setVisible(step != STEPS[0])
        self.skip.setVisible(step != STEPS[0])
        self.refuse("")
        self._show_rows()
        if self.isVisible():
            self._line(next(name for name, where in _FIELDS.items() if where == step)).setFocus()

    def _show_rows(self) -> None:
        for row, step in self._rows.items():
            self.form.show_widget(row, visible=step == self.step)
        self.form.show_fitting(None)

    def _go(self, by: int) -> None:
        self.show_step(STEPS[STEPS.index(self.step) + by])

    def _skip(self) -> None:
        self._skipped.add(self.step)
        if self.step == STEPS[-1]:
            self._make()
        else:
            self._go(1)

    def _propose_file(self) -> None:
        if self._proposed:
            name = self._line("short_name").text() or self._line("organisation").text()
            self._line("file").put(str(proposed_path(name)) if name.strip() else "")

    def _keep_file(self) -> None:
        self._proposed = not self._line("file").text().strip()

    def _choose_file(self) -> None:
        typed = self._line("file").text().strip()
        path = ask_new_register(self, Path(typed) if typed else proposed_path(say("register")))
        if path is not None:
            self._proposed = False
            self.entries["file"].refuse("")
            self._line("file").put(str(path))

    def _try(self) -> None:
        """Go on to the next step, from the last one to the making of the register."""
        self._skipped.discard(self.step)
        if self.step == STEPS[-1]:
            self._make()
        elif (values := self.form.read()) is not None:
            try:
                self._check_names(values)
            except InputError as refused:
                self.form.tell(refused)
            else:
                self._go(1)

    def _make(self) -> None:
        """Make the register; what is refused is shown in its step."""
        wrong = next((name for name in self.entries if self._refused(name)), None)
        if wrong is not None:
            self.show_step(_FIELDS[wrong])
            self.form.read()
            return
        self._try_whole()

    def _refused(self, name: str) -> bool:
        if _FIELDS[name] in self._skipped:
            return False
        try:
            self.entries[name].read()
        except InputError:
            return True
        return False

    def _try_whole(self) -> None:
        values = Values()
        for name, entry in self.entries.items():
            values[name] = None if _FIELDS[name] in self._skipped else entry.read()
        try:
            self.take(values)
            left = self._do is not None and self._do(self.answer) is False
        except InputError as refused:
            self.show_step(_FIELDS.get(refused.field, self.step))
            if not self.form.tell(refused):
                self.refuse(refused.sentence)
            return
        if not left:
            self._draft.texts.clear()
            self.accept()

    def _check_names(self, values: Values) -> None:
        check("house_style", values.only("organisation"))
        check("register", values.only("municipality"))
        check("body", values.only("short_name"))
        refuse_wordless(self.logotype.content, values["logotype_text"])

    def take(self, values: Values) -> None:
        self._check_names(values)
        meeting = None
        if values["date"] is not None:
            end = end_after(values["start"], values["end"])
            check_meeting_times(values["start"], end)
            meeting = FirstMeeting(values["date"], values["start"], end, values["place"])
        names = values.only("organisation", "short_name", "municipality", "logotype_text")
        self.answer = names.record(
            FirstStartAnswer,
            path=read_path(values["file"]),
            logotype=self.logotype.content,
            chair=values["chair"] or "",
            secretary=values["secretary"] or "",
            meeting=meeting,
        )

    def done(self, result: int) -> None:
        """Keep what stands here for the next time, unless the register was made."""
        if not result:
            lines = {name: self._line(name).text() for name in _FIELDS}
            if self._proposed:
                del lines["file"]
            self._draft.texts = lines
            self._draft.logotype = self.logotype.content
        super().done(result)

    @classmethod
    def ask(cls, parent: QWidget, draft: Draft, make: Callable[[FirstStartAnswer], object]) -> None:
        """Ask, until ``make(answer)`` has made the register or the dialog is left."""
        cls(draft, parent).ended(make)


def documents() -> Path:
    """Return the folder of the user's documents."""
    kinds = QStandardPaths.StandardLocation
    return Path(QStandardPaths.writableLocation(kinds.DocumentsLocation))


def proposed_path(name: str) -> Path:
    """Return where a council's register is proposed to lie: a file that is not there yet."""
    folder = documents()
    path = folder / file_name(name, SUFFIX)
    number = 1
    while path.exists():
        number += 1
        path = folder / file_name(f"{name} {number}", SUFFIX)
    return path


def read_path(text: str) -> Path:
    """Return the file that a typed path names; raises InputError for one that none can have."""
    typed = Path(text).expanduser()
    if not text or not typed.name:
        raise refusal("Välj var registret ska ligga.", field="file")
    named = typed if typed.suffix == SUFFIX else typed.with_name(f"{typed.name}{SUFFIX}")
    refused = refused_name(named.name, (SUFFIX,))
    if refused is not None:
        refused.field = "file"
        raise refused
    return documents() / named

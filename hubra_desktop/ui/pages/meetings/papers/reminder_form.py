"""A reminder to one who owes papers: the letter, to be changed, and the draft that it becomes."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.file_names import file_name
from hubra_desktop.model.language import say
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import CHOICE, EMAIL, TEXT
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.work.calling.reminding import Reminder
from hubra_desktop.work.commands.meeting_papers import NoteReminders
from hubra_desktop.work.queries.register import today


class ReminderForm(FormPanel):
    """Writes one letter at a time as a file that a mail program opens as a draft.

    That somebody was reminded is noted when the draft has been saved.
    """

    def __init__(
        self, desk: Desk, letters: Sequence[Reminder], parent: QWidget | None = None
    ) -> None:
        super().__init__("reminder-form", desk, parent)
        self._letters = letters
        names = [(each.name or say("(ingen vet vem)"), place) for place, each in enumerate(letters)]
        self.fill(
            say("Påminn om handlingar"),
            say("Spara mejlutkast…"),
            Field("whom", say("Vem"), CHOICE, choices=names, first=0),
            Field("address", say("E-post"), EMAIL, hint=say("fyll i här eller i mejlet")),
            Field("subject", say("Ämne")),
            Field("text", say("Brevet"), TEXT, least=14, most=24),
            said=say("Utkastet öppnas i ditt e-postprogram. Hubra skickar inget självt."),
        )
        self.entries["whom"].changed.connect(self._show)
        self._show()

    @property
    def letter(self) -> Reminder:
        """Return the letter that is shown."""
        place = self.entries["whom"].read()
        return self._letters[place if isinstance(place, int) else 0]

    def _show(self) -> None:
        letter = self.letter
        shown = {"address": letter.address, "subject": letter.subject, "text": letter.text}
        self.show_values(shown)
        self.edited = False

    def commit(self, values: Values) -> object:
        from hubra_desktop.ui.dialogs.files import ask_mail

        letter = replace(
            self.letter,
            address=str(values["address"]),
            subject=str(values["subject"]),
            text=str(values["text"]),
        )
        content = letter.draft()
        name = file_name(" ".join(filter(None, (say("Påminnelse"), letter.name))), ".eml")
        path = ask_mail(self, name)
        if path is None or not self.desk.write_file(path, content):
            return None
        with self.desk.read() as reader:
            day = today(reader)
        noted = self.run(NoteReminders(letter.paper_ids, day))
        if noted is not None:
            told = say("Utkastet är sparat som {file}, och påminnelsen noterad.", file=path.name)
            self.desk.messages.tell(told, "undo")
        return noted

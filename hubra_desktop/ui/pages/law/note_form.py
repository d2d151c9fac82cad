"""The form of what somebody notes of a section of the law."""

from hubra_desktop.model.language import say
from hubra_desktop.model.law.evidence import LawAnswer
from hubra_desktop.model.law.sections import LAW
from hubra_desktop.model.records.rulebook import LawNote
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import DAY, TEXT
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.work.edits import Add, Remove


class LawNoteForm(FormPanel):
    """Notes how a section is followed, and since when."""

    blames = "text"

    def __init__(self, desk: Desk, answer: LawAnswer) -> None:
        super().__init__("form-law-note", desk)
        self._answer = answer
        section, note = answer.section, answer.note
        self.fill(
            f"{section.cited} {say(section.title)}",
            say("Spara"),
            Field("text", say("Så gör vi"), TEXT, needed=say("Skriv hur ni gör.")),
            Field("since", say("Sedan"), DAY),
            said=say(section.asks),
        )
        if note is not None:
            self.show_record(note)
            after = say("Anteckningen om {section} togs bort.", section=section.cited)
            removal = say("Ta bort anteckningen")
            self.offer_removal(removal, lambda: Remove(LawNote, note.id), after)

    def commit(self, values: Values) -> object:
        if self._answer.note is not None:
            return self.change(self._answer.note, values)
        section = self._answer.section.number
        return self.run(Add(LawNote, {**values, "law": LAW, "section": section}))

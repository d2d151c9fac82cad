"""Asks what new meetings begin with: times, place, who leads them, and standing items."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.meeting_rules import check_meeting_times, end_after
from hubra_desktop.model.records.meeting import MeetingTemplate
from hubra_desktop.ui.forms.converters import CLOCK, START
from hubra_desktop.ui.forms.dialog import FormDialog
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.times import EndAfterStart
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.pages.meetings.agenda.standing_items import StandingItems
from hubra_desktop.ui.widgets import build
from hubra_desktop.work.commands.templates import SaveTemplate

MIN_WIDTH, WIDTH = 640, 940
_ALREADY_TOLD = ""
"""The sentence stands at the line that it is about."""


class TemplateDialog(FormDialog):
    """Shows the template in force; ``names`` and ``places`` are what fields complete from."""

    stored = True

    def __init__(
        self,
        template: MeetingTemplate,
        chair: str,
        secretary: str,
        names: tuple[str, ...],
        places: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        title = say("Mall för nya sammanträden")
        super().__init__("meeting-template", title, say("Spara"), parent, prefix="template")
        self.setMinimumWidth(MIN_WIDTH)
        self.resize(WIDTH, self.height())
        self._template = template
        told = say("Nya sammanträden börjar så här. De som redan finns ändras inte.")
        nobody = say("den som har uppdraget")
        self.items = StandingItems(template.items, self)
        self.form.build(
            build.label(told, "muted", self),
            Field("start", say("Bö&rjar"), START, first=template.start),
            Field("end", say("Planerat sl&ut"), CLOCK, first=template.end),
            Field("place", say("&Plats"), first=template.place, words=places),
            Field("chair", say("&Ordförande"), hint=nobody, first=chair, words=names),
            Field("secretary", say("&Sekreterare"), hint=nobody, first=secretary, words=names),
            say("Stående punkter"),
            self.items,
        )
        self._times = EndAfterStart(self.entries["start"], self.entries["end"])

    def take(self, values: Values) -> None:
        items = self.items.read()
        if items is None:
            raise InputError(_ALREADY_TOLD)
        values["end"] = end_after(values["start"], values["end"])
        check_meeting_times(values["start"], values["end"])
        facts = values.only("start", "end", "place")
        changed = replace(self._template, **facts, items=items)
        self.answer = SaveTemplate(changed, values["chair"], values["secretary"])

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        template: MeetingTemplate,
        people: tuple[str, str, tuple[str, ...]],
        places: tuple[str, ...],
        save: Callable[[SaveTemplate], object],
    ) -> None:
        """Ask, until ``save(command)`` has stored the template or the dialog is left.

        ``people`` are the template's chair, its secretary, and all known names.
        """
        cls(template, *people, places, parent).ended(save)

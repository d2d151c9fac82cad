"""The template of a council's meetings, written whole."""

from dataclasses import dataclass, replace
from typing import ClassVar

from hubra_desktop.model.records.meeting import MeetingTemplate
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.commands.appointments import person_named
from hubra_desktop.work.commands.base import Step
from hubra_desktop.work.commands.officers import own_body
from hubra_desktop.work.queries.templates import template_of


@dataclass(frozen=True)
class SaveTemplate(Step):
    """Let the meetings of the register's own body begin as ``template`` says from now on.

    ``chair`` and ``secretary`` are names; somebody of that name in the register, or else a
    person who is added, takes the place of whom the template names. "" means nobody.
    """

    template: MeetingTemplate
    chair: str = ""
    secretary: str = ""
    label: ClassVar[str] = "change-meeting_template"

    def apply(self, rows: Rows) -> str:
        body_id, _ = own_body(rows)
        here = template_of(rows.connection, body_id)
        chair, _ = person_named(rows, self.chair)
        secretary, _ = person_named(rows, self.secretary)
        return rows.put(
            replace(
                self.template,
                id=here.id,
                body_id=body_id,
                chair_id=chair.id if chair else None,
                secretary_id=secretary.id if secretary else None,
            )
        )

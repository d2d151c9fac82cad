"""What a new register is told of its council before anything else."""

from dataclasses import dataclass, replace
from typing import ClassVar

from hubra_desktop.model.records.council import Body, Mandate
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.templates import standard_template
from hubra_desktop.model.terms import Role
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.commands.appointments import person_named
from hubra_desktop.work.commands.base import Step
from hubra_desktop.work.commands.meetings import NewMeeting
from hubra_desktop.work.commands.officers import own_body
from hubra_desktop.work.commands.templates import SaveTemplate


@dataclass(frozen=True)
class BeginRegister(Step):
    """Tell a new register what is known: short form, logotype, officers and first meeting.

    What is empty is left for later. Chair and secretary get a mandate without a beginning:
    they were so before the register. Times and place of the first meeting become those of
    the template.
    """

    short_name: str = ""
    logotype: bytes = b""
    logotype_text: str = ""
    chair: str = ""
    secretary: str = ""
    meeting: NewMeeting | None = None
    barrier: bool = True
    label: ClassVar[str] = "add-register"

    def apply(self, rows: Rows) -> str | None:
        body_id, _ = own_body(rows)
        if self.short_name:
            rows.change(Body, body_id, {"short_name": self.short_name})
        if self.logotype:
            style_id, _ = rows.only(HouseStyle)
            picture = {"logotype": self.logotype, "logotype_text": self.logotype_text}
            rows.change(HouseStyle, style_id, picture)
        for role, name in ((Role.CHAIR, self.chair), (Role.SECRETARY, self.secretary)):
            person, _ = person_named(rows, name)
            if person is not None:
                rows.put(Mandate(id="", person_id=person.id, body_id=body_id, role=role))
        first = self.meeting
        if first is None:
            return None
        template = replace(standard_template(), start=first.start, end=first.end, place=first.place)
        SaveTemplate(template).apply(rows)
        return first.apply(rows)

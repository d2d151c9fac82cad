"""What a body's new meetings begin with."""

from sqlalchemy.engine import Connection

from hubra_desktop.model.records.meeting import MeetingTemplate
from hubra_desktop.model.templates import standard_template
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import MEETING_TEMPLATE
from hubra_desktop.work.queries.register import register_info


def template_of(reader: Connection, body_id: str | None) -> MeetingTemplate:
    """Return a body's template, the standard one where it has none."""
    found = records(reader, MeetingTemplate, MEETING_TEMPLATE.c.body_id == body_id)
    return found[0] if found else standard_template()


def own_template(reader: Connection) -> MeetingTemplate:
    """Return the template of the register's own body."""
    return template_of(reader, register_info(reader).own_body_id)

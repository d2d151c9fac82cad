"""The minutes in view read again where something was written in them, and no more than that.

Texts are stored each second while somebody types, and all that minutes tell is many rows.
"""

from collections.abc import Collection
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.minutes.minutes_view import MinutesView
from hubra_desktop.model.records.minutes import Section
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import TABLES


def written_anew(
    reader: Connection, view: MinutesView, sections: Collection[str], decisions: Collection[str]
) -> MinutesView:
    """Return a view with some of its §§ read again: those named, and those of some decisions.

    Only what is written in them may have changed, not who took part.
    """
    decision = TABLES["decision"].c
    owners = reader.scalars(select(decision.section_id).where(decision.id.in_(decisions)))
    wanted = {*sections, *owners}
    fresh = {each.id: each for each in records(reader, Section, TABLES["section"].c.id.in_(wanted))}
    return replace(
        view,
        sections=tuple(
            replace(each, section=fresh.get(each.section.id, each.section))
            for each in view.sections
        ),
    )

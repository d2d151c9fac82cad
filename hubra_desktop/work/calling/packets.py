"""A meeting's packet read from the register: its kallelse, its papers, and what goes beside.

Reading is one short transaction. What is written here is rendered afterwards, without the
register, and so is all else: see ``packet_making``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sqlalchemy.engine import Connection

from hubra_desktop.model.dispatch.dispatch_terms import Audience
from hubra_desktop.model.dispatch.packets import BoundPacket, Packet, PacketPart, Unbound
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.meeting_papers import (
    PaperGroup,
    attachment_numbers,
    paper_groups,
)
from hubra_desktop.model.paper_style import is_exercise
from hubra_desktop.model.progress import NOBODY, Progress
from hubra_desktop.model.records.meeting import HouseStyle, Meeting, MeetingPaper
from hubra_desktop.model.records.reports import Report
from hubra_desktop.model.swedish import capitalised, date_in_text, figure
from hubra_desktop.model.words import swedish_word
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.papers import REPORT_NAMES, Collected, collect, render
from hubra_desktop.work.queries.meeting_papers import paper_file
from hubra_desktop.work.queries.protection import guard
from hubra_desktop.work.queries.register import paper_style
from hubra_desktop.work.queries.sheets import meeting_sheet


@dataclass(frozen=True)
class GatheredPacket:
    """A packet as it is read: ``written`` are its papers that are to be rendered, by place."""

    packet: Packet
    written: Mapping[int, Collected]
    style: HouseStyle


def gather_packet(
    reader: Connection, meeting_id: str, audience: Audience = Audience.INTERNAL
) -> GatheredPacket:
    """Read a meeting's kallelse and papers; the kallelse is the issued one where there is one.

    What is secret, or belongs to a row behind closed doors, is in no packet for everybody.
    Raises InputError where the meeting is gone.
    """
    meeting = meeting_sheet(reader, meeting_id)
    style, free = paper_style(reader), guard(reader)
    told = list(_papers(meeting, audience, style))
    call = collect(reader, "kallelse", meeting_id, audience=audience)
    written = {0: call}
    parts = [PacketPart(title="Kallelse", name=call.file_name(), own=True)]
    numbers = attachment_numbers(meeting)
    for group, paper in told:
        part = free.value(_part(group, paper, numbers.get(paper.id, "")))
        paper_written = None if part.left_out else _written(reader, paper)
        if paper_written is not None:
            written[len(parts)] = paper_written
            part = replace(part, own=True, name=paper_written.file_name())
        elif paper.sha256 and not part.left_out:
            part = _with_file(reader, part, paper)
        parts.append(part)
    day, exercise = date_in_text(meeting.date), is_exercise(style)
    packet = Packet(
        title=f"Handlingar till sammanträdet {day}",
        running=f"{'ÖVNING · ' if exercise else ''}Handlingar {day.removeprefix('den ')}",
        body=meeting.body,
        day=meeting.date,
        parts=tuple(parts),
        exercise=exercise,
        internal=audience is Audience.INTERNAL and any(_is_closed(*each) for each in told),
    )
    return GatheredPacket(packet, written, style)


def _papers(
    meeting: Meeting, audience: Audience, style: HouseStyle
) -> Iterator[tuple[PaperGroup, MeetingPaper]]:
    """Yield the papers that an audience is told of, by the agenda's order."""
    for group in paper_groups(meeting, style.sub_numbers):
        for paper in group.papers:
            if audience is Audience.INTERNAL or not _is_closed(group, paper):
                yield group, paper


def _is_closed(group: PaperGroup, paper: MeetingPaper) -> bool:
    return paper.secret or (group.item is not None and group.item.closed)


def _part(group: PaperGroup, paper: MeetingPaper, number: str) -> PacketPart:
    left_out = paper.left_out_reason.strip() or "Utelämnad ur utskicket."
    return PacketPart(
        title=paper.title.strip() or capitalised(swedish_word(paper.kind)),
        label=f"Bilaga {number}" if number else "",
        item=f"Ärende {group.number}" if group.number else "",
        name=paper.name,
        left_out=left_out if paper.left_out else "",
    )


def _written(reader: Connection, paper: MeetingPaper) -> Collected | None:
    """Return a paper that is written here, as it is now; None for another."""
    if paper.report_id is None:
        return None
    found = records(reader, Report, TABLES["report"].c.id == paper.report_id)
    if not found:
        return None
    return collect(reader, REPORT_NAMES[found[0].kind], paper.report_id)


def _with_file(reader: Connection, part: PacketPart, paper: MeetingPaper) -> PacketPart:
    try:
        return replace(part, content=paper_file(reader, paper.id).content)
    except InputError:
        return part.lies_beside(Unbound.DAMAGED)


def rendered_packet(gathered: GatheredPacket, progress: Progress = NOBODY) -> Packet:
    """Render the papers of a packet that are written here; raises InputError, StoppedError."""
    parts = list(gathered.packet.parts)
    for done, (place, paper) in enumerate(gathered.written.items()):
        progress.at(say("Skriver {name}", name=parts[place].called), done, len(gathered.written))
        parts[place] = replace(parts[place], content=render(paper))
    return replace(gathered.packet, parts=tuple(parts))


def packet_told(made: BoundPacket) -> str:
    """Tell how large a packet is, and what of it a screen reader cannot read."""
    pages, size = figure(made.pages), figure(round(len(made.content) / 1e6, 1))
    told = say("{pages} sidor, {size} MB.", pages=pages, size=size)
    if made.beside:
        names = ", ".join(part.called for part in made.beside)
        told += " " + say("Som egna filer bredvid: {names}.", names=names)
    poor = [
        part.called for part, where in zip(made.packet.parts, made.places, strict=True)
        if where.untagged
    ]  # fmt: skip
    if poor:
        told += " " + say("Inte uppmärkt för skärmläsare: {names}.", names=", ".join(poor))
    return told

"""Drafts of mail and calendar files written by command."""

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from hubra_desktop.cli.output import write_output
from hubra_desktop.exchange.mail_file import MailAttachment
from hubra_desktop.model.dispatch.dispatch_terms import Audience, DispatchKind, IssueState
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.file_names import file_name, refuse_other_format
from hubra_desktop.model.swedish import listed
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.work.calling.calendar_files import calendar_source, coming_calendar
from hubra_desktop.work.calling.calls import PAPER_OF, issued_calls
from hubra_desktop.work.calling.dispatching import mail_drafts, prepared, unaddressed
from hubra_desktop.work.calling.recipients import proposed_recipients
from hubra_desktop.work.files import write_whole
from hubra_desktop.work.issued_papers import issued_pdf
from hubra_desktop.work.papers import collect, render
from hubra_desktop.work.queries import Reader, meeting_sheet, meetings_of, nearest_meeting
from hubra_desktop.work.queries.register import today


class DraftChoices(NamedTuple):
    """How drafts are made: one for each recipient, or one for all with addresses in Bcc."""

    each: bool = False
    blind: bool = False


def write_calendar(reader: Reader, where: str, meeting_ids: Sequence[str]) -> None:
    """Write the calendar of meetings, or of one with everybody's own times into a folder.

    Without a meeting: those of this year that are to come. Raises InputError.
    """
    folder = Path(where) if where != "-" and (Path(where).is_dir() or where[-1:] in "/\\") else None
    if folder is not None:
        for meeting_id in meeting_ids or _coming(reader):
            _write_folder(reader, folder, meeting_id)
        return
    refuse_other_format(where, (".ics",))
    if len(meeting_ids) == 1:
        content = calendar_source(reader, meeting_ids[0]).meeting_file().content
    else:
        content = coming_calendar(reader, meeting_ids or _coming(reader))
    if not content:
        raise InputError("Det finns inga sammanträden att skriva i kalendern.")
    if where == "-":
        write_output(content)
    else:
        write_whole(Path(where), content)


def _coming(reader: Reader) -> list[str]:
    day = today(reader)
    found = [each.id for each in meetings_of(reader, day.year) if each.date >= day]
    nearest = nearest_meeting(reader, day)
    return found or [each for each in (nearest,) if each]


def _write_folder(reader: Reader, folder: Path, meeting_id: str) -> None:
    """Write a meeting's calendar file, and one for each who presents, named by them."""
    source = calendar_source(reader, meeting_id)
    folder.mkdir(parents=True, exist_ok=True)
    whole = source.meeting_file()
    write_whole(folder / whole.name, whole.content)
    for each in proposed_recipients(reader, meeting_id, DispatchKind.SLOT):
        own = source.slots_file(each.slots)
        if own is not None:
            name = file_name(f"{own.name.removesuffix('.ics')} {each.recipient.name}", ".ics")
            write_whole(folder / name, own.content)


def write_drafts(reader: Reader, folder: Path, meeting_id: str, choices: DraftChoices) -> None:
    """Write the drafts of a kallelse's mail into a folder, and tell who gets none.

    The paper that was issued goes along; before that it is a draft, and that is told. Of a
    later version it is the change, of a meeting that does not take place the notice.
    """
    now = dt.datetime.combine(today(reader), dt.datetime.now().time())
    told = _enclosed(reader, meeting_id)
    letter = prepared(
        reader, meeting_id, told.kind, now, version=told.version, issued_id=told.issued_id,
        enclosed=(told.paper.name,), changes=told.changes,
    )  # fmt: skip
    letter = letter.with_choices(each=choices.each, blind=choices.blind)
    ticked = [each for each in proposed_recipients(reader, meeting_id, told.kind) if each.ticked]
    drafts = mail_drafts(letter, ticked, [told.paper])
    missing = listed(unaddressed(ticked))
    if not drafts:
        raise InputError(
            f"Ingen mottagare har en e-postadress: {missing or 'ingen är föreslagen'}."
        )
    folder.mkdir(parents=True, exist_ok=True)
    for each in drafts:
        write_whole(folder / each.name, each.content)
    if told.issued_id is None:
        print("Handlingen är inte utfärdad: ett utkast är bifogat.", file=sys.stderr)
    if missing:
        print(f"Utan e-postadress: {missing}.", file=sys.stderr)


class _Enclosed(NamedTuple):
    """What goes along: the paper, its version and id (None: a draft), and what it changes."""

    kind: DispatchKind
    paper: MailAttachment
    version: int
    issued_id: str | None
    changes: tuple[str, ...]


def _enclosed(reader: Reader, meeting_id: str) -> _Enclosed:
    """Return what is to be sent now: the kallelse, a later version of it, or a notice."""
    state = meeting_sheet(reader, meeting_id).state
    kind = _NOTICES.get(state, DispatchKind.CALL)
    found = (
        each
        for each in issued_calls(reader, meeting_id)
        if each.kind is kind
        and each.state is IssueState.ISSUED
        and each.audience is Audience.INTERNAL
    )
    issued = next(found, None)
    if issued is None:
        made = collect(reader, PAPER_OF[kind], meeting_id)
        return _Enclosed(kind, MailAttachment(made.file_name(), render(made)), 1, None, ())
    again = kind is DispatchKind.CALL and issued.version > 1
    return _Enclosed(
        DispatchKind.CHANGES if again else kind,
        MailAttachment(file_name(issued.title, ".pdf"), issued_pdf(reader, issued.id)),
        issued.version,
        issued.id,
        issued.changes if again else (),
    )


_NOTICES: Final = {
    MeetingState.CANCELLED: DispatchKind.CANCELLED,
    MeetingState.MOVED: DispatchKind.MOVED,
}

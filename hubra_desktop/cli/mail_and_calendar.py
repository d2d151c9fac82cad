"""Drafts of mail and calendar files written by command."""

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from hubra_desktop.cli.output import write_output
from hubra_desktop.exchange.mail_file import MailAttachment
from hubra_desktop.model.dispatch_terms import DispatchKind
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.file_names import file_name, refuse_other_format
from hubra_desktop.model.swedish import listed
from hubra_desktop.work.calendar_files import calendar_source, coming_calendar
from hubra_desktop.work.calls import current_call
from hubra_desktop.work.dispatching import mail_drafts, prepared, unaddressed
from hubra_desktop.work.files import write_whole
from hubra_desktop.work.issued_papers import issued_pdf
from hubra_desktop.work.papers import collect, render
from hubra_desktop.work.queries import Reader, meetings_of, nearest_meeting
from hubra_desktop.work.queries.register import today
from hubra_desktop.work.recipients import proposed_recipients


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
    """Write the drafts of the kallelse's mail into a folder, and tell who gets none.

    The paper that was issued goes along; before that it is a draft, and that is told.
    """
    now = dt.datetime.combine(today(reader), dt.datetime.now().time())
    paper, version, issued_id = _paper(reader, meeting_id)
    letter = prepared(
        reader, meeting_id, DispatchKind.CALL, now, version=version, issued_id=issued_id,
        enclosed=(paper.name,),
    )  # fmt: skip
    letter = letter.with_choices(each=choices.each, blind=choices.blind)
    ticked = [each for each in proposed_recipients(reader, meeting_id) if each.ticked]
    drafts = mail_drafts(letter, ticked, [paper])
    missing = listed(unaddressed(ticked))
    if not drafts:
        raise InputError(
            f"Ingen mottagare har en e-postadress: {missing or 'ingen är föreslagen'}."
        )
    folder.mkdir(parents=True, exist_ok=True)
    for each in drafts:
        write_whole(folder / each.name, each.content)
    if issued_id is None:
        print("Kallelsen är inte utfärdad: ett utkast är bifogat.", file=sys.stderr)
    if missing:
        print(f"Utan e-postadress: {missing}.", file=sys.stderr)


def _paper(reader: Reader, meeting_id: str) -> tuple[MailAttachment, int, str | None]:
    """Return the kallelse that holds, else as a draft, with its version and its id."""
    call = current_call(reader, meeting_id)
    if call is None:
        made = collect(reader, "kallelse", meeting_id)
        return MailAttachment(made.file_name(), render(made)), 1, None
    name = file_name(call.title, ".pdf")
    return MailAttachment(name, issued_pdf(reader, call.id)), call.version, call.id

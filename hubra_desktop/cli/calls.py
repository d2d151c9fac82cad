"""The papers of a meeting on the command line: which print of them, and issued from here."""

import datetime as dt
import sys
from typing import Any

from hubra_desktop.cli.parser import Arguments
from hubra_desktop.model.dispatch_terms import Audience, DispatchKind
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import swedish
from hubra_desktop.model.records.meeting import HouseStyle, Meeting
from hubra_desktop.model.swedish import date_in_text
from hubra_desktop.store.lock import user_name
from hubra_desktop.work import queries
from hubra_desktop.work.calls import (
    PAPER_OF,
    changes_since_call,
    current_call,
    prepare_call,
    rendered_call,
)
from hubra_desktop.work.commands.calls import IssueCall
from hubra_desktop.work.issued_papers import CALL_PAPER, CALL_PAPERS
from hubra_desktop.work.workspace import Workspace


def print_options(arguments: Arguments) -> dict[str, Any]:
    """Return which print of a meeting's paper is asked for; raises InputError for others."""
    given: dict[str, Any] = {}
    if arguments.public or arguments.internal:
        given["audience"] = audience_of(arguments)
    if arguments.draft or arguments.pro_forma:
        given["draft"] = True
    if arguments.pro_forma:
        given["pro_forma"] = True
    if given and arguments.what not in CALL_PAPERS:
        raise InputError(
            "--publik, --intern, --utkast och --pro-forma gäller kallelsen och det som ändrar den."
        )
    return given


def audience_of(arguments: Arguments) -> Audience:
    """Return for whom a print is; raises InputError when two are asked for."""
    if arguments.public and arguments.internal:
        raise InputError("Välj --publik eller --intern, inte båda.")
    return Audience.PUBLIC if arguments.public else Audience.INTERNAL


def issue_call(workspace: Workspace, arguments: Arguments, meeting_id: str) -> None:
    """Issue a paper of a meeting: it is kept to the byte, and the meeting is called."""
    kind = next(kind for kind, name in PAPER_OF.items() if name == arguments.what)
    with workspace.read() as reader:
        audience = audience_of(arguments)
        read = prepare_call(reader, meeting_id, kind=DispatchKind(kind), audience=audience)
    issue = IssueCall((rendered_call(read),), user_name(), dt.datetime.now())
    workspace.run(issue)
    print(f"Utfärdad: {read.title}.", file=sys.stderr)


def tell_beside(reader: queries.Reader, paper: str, meeting: Meeting, style: HouseStyle) -> None:
    """Say beside a kallelse what hinders that it is sent, and what is otherwise since it was."""
    from hubra_desktop.model.agenda_findings import findings
    from hubra_desktop.model.findings import Level
    from hubra_desktop.model.words import swedish_word

    if paper != CALL_PAPER:
        return
    for each in findings(meeting, style):
        if each.level is Level.STOP:
            print(f"{swedish_word(each.level)}: {each.sentence}", file=sys.stderr)
    call = current_call(reader, meeting.id)
    if call is None:
        return
    for change in changes_since_call(reader, meeting.id, swedish):
        print(
            f"Ändrat efter kallelsen {date_in_text(call.day)}: {change.sentence}", file=sys.stderr
        )

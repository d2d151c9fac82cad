"""The papers of a meeting on the command line: which print of them, and issued from here."""

import datetime as dt
import sys
from typing import Any

from hubra_desktop.cli.parser import Arguments
from hubra_desktop.cli.typed import notice_typed, section_typed
from hubra_desktop.cli.words import PACKET
from hubra_desktop.model.dispatch.dispatch_terms import Audience, DispatchKind, IssueState
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import swedish
from hubra_desktop.model.minutes.kept_as import refusal_of
from hubra_desktop.model.records.meeting import HouseStyle, Meeting
from hubra_desktop.model.swedish import date_in_text
from hubra_desktop.model.terms import APPROVED_STATES
from hubra_desktop.store.lock import user_name
from hubra_desktop.work import queries
from hubra_desktop.work.approval_papers import AT_ONCE_PAPER
from hubra_desktop.work.approving import approved_minutes
from hubra_desktop.work.at_once import approved_at_once, earlier_of
from hubra_desktop.work.calling.calls import (
    PAPER_OF,
    changes_since_call,
    current_call,
    issued_calls,
    prepare_call,
    rendered_call,
    replaced_copy,
)
from hubra_desktop.work.commands.calls import IssueCall
from hubra_desktop.work.issued_papers import (
    CALL_PAPER,
    CALL_PAPERS,
    MINUTES_PAPERS,
    issued_paper,
    printed_for,
)
from hubra_desktop.work.minutes_papers import WHOLE_MINUTES
from hubra_desktop.work.papers import Collected
from hubra_desktop.work.queries.minutes import minutes_of
from hubra_desktop.work.workspace import Workspace

_OF_CALLS = frozenset({"audience", "draft", "pro_forma"})


def refuse_misplaced(arguments: Arguments, *, html: bool) -> None:
    """Refuse what the paper that is asked for does not have: data in it, a folder of files."""
    if arguments.data and (html or arguments.what != CALL_PAPER):
        raise InputError("--med-data gäller kallelsen som PDF-fil: inget annat bär uppgifter.")
    if arguments.folder and arguments.what != PACKET:
        raise InputError("--mapp gäller paketet: print packe.")


def print_options(reader: queries.Reader, arguments: Arguments, about: str) -> dict[str, Any]:
    """Return which print of a meeting's paper is asked for; raises InputError for others."""
    given = _of_extract(reader, arguments, about)
    if arguments.public or arguments.internal:
        given["audience"] = audience_of(arguments)
    if arguments.draft or arguments.pro_forma:
        given["draft"] = True
    if arguments.pro_forma:
        given["pro_forma"] = True
    if "draft" not in given and arguments.what in MINUTES_PAPERS:
        if arguments.what == AT_ONCE_PAPER and "§" in arguments.which:
            papers = _at_once(reader, arguments, about)
            if not papers:
                raise InputError("Paragrafen är inte justerad omedelbart.")
            given["issued"] = papers[-1]
        return given
    if arguments.what in WHOLE_MINUTES and not arguments.pro_forma:
        _refuse_draft_of_approved(reader, arguments, about)
        return given
    if set(given) & _OF_CALLS and arguments.what not in CALL_PAPERS:
        raise InputError(
            "--publik, --intern, --utkast och --pro-forma gäller kallelsen och det som ändrar "
            "den; --publik och --utkast också protokollet."
        )
    return given


def _refuse_draft_of_approved(
    reader: queries.Reader, arguments: Arguments, meeting_id: str
) -> None:
    """Refuse a draft where nothing is being written: what is approved is printed as it was."""
    if arguments.version is not None:
        raise InputError("Välj --utkast eller --version, inte båda.")
    view = minutes_of(reader, meeting_id)
    if view.meeting.state in APPROVED_STATES:
        raise refusal_of(view.kind, "Protokollet är redan justerat.")


def _of_extract(reader: queries.Reader, arguments: Arguments, section_id: str) -> dict[str, Any]:
    """Return which extract is asked for: to whom, without names, or as it went out."""
    if arguments.what != "utdrag":
        if arguments.to is not None:
            raise InputError('--till gäller utdrag: print utdrag "2018-03-07 § 14".')
        return {}
    chosen: dict[str, Any] = {"nameless": True} if arguments.nameless else {}
    if arguments.to is None:
        return chosen
    notice = notice_typed(reader, section_id, arguments.to)
    if notice.issued_id is not None and not arguments.nameless:
        return {"issued": notice.issued_id}
    return {**chosen, "notice_id": notice.id}


def earlier_version(
    reader: queries.Reader, arguments: Arguments, meeting_id: str
) -> Collected | None:
    """Return the version that is asked for as it went out, or a stamped copy of it.

    None where none is asked for; raises InputError where there is none of that number.
    """
    if arguments.version is None:
        if arguments.stamped:
            raise InputError("Skriv vilken version kopian är av: --version 1.")
        return None
    if arguments.what in MINUTES_PAPERS:
        return _earlier_minutes(reader, arguments, meeting_id)
    found = [
        each
        for each in issued_calls(reader, meeting_id)
        if PAPER_OF[each.kind] == arguments.what and each.version == arguments.version
    ]
    # Where there are two prints, the one that everybody may read is meant.
    wanted = Audience.INTERNAL if arguments.internal else Audience.PUBLIC
    found.sort(key=lambda each: each.audience is not wanted)
    if not found:
        raise _unknown_version(arguments)
    call = found[0]
    if not arguments.stamped:
        return issued_paper(reader, call.id)
    if call.state is IssueState.ISSUED:
        raise InputError(f"Version {call.version} gäller och är inte ersatt.")
    return replaced_copy(reader, call.id)


def _earlier_minutes(reader: queries.Reader, arguments: Arguments, meeting_id: str) -> Collected:
    if arguments.stamped:
        raise InputError("--stämplad gäller kallelsen och det som ändrar den.")
    wanted = (arguments.what, arguments.version)
    issued = approved_minutes(reader, meeting_id)
    found = [each.id for each in issued if (each.paper, each.version) == wanted]
    if arguments.what == AT_ONCE_PAPER:
        own = _at_once(reader, arguments, meeting_id)
        found = [each for each in found if each in own]
    if not found:
        raise _unknown_version(arguments)
    if len(found) > 1:
        raise InputError("Flera har den versionen. Skriv också paragrafen: 2018-03-07 § 14.")
    public = Audience.PUBLIC if arguments.public else None
    return printed_for(issued_paper(reader, found[0]), public)


def _at_once(reader: queries.Reader, arguments: Arguments, meeting_id: str) -> tuple[str, ...]:
    """Return the papers of what was approved at once, of the § where one was typed."""
    papers = approved_at_once(reader, meeting_id)
    if "§" in arguments.which:
        papers = earlier_of(papers, [section_typed(reader, arguments.which)])
    return tuple(each.id for each in papers)


def _unknown_version(arguments: Arguments) -> InputError:
    return InputError(f"Version {arguments.version} har inte utfärdats.")


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

"""What each command does. Only what a command needs is imported, so that each starts fast."""

import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hubra_desktop.cli.output import write_lines, write_output, write_shown
from hubra_desktop.cli.parser import Arguments
from hubra_desktop.cli.typed import meeting_typed, year_typed
from hubra_desktop.cli.words import PACKET, WITHOUT_WHICH
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.file_names import format_of, refuse_other_format
from hubra_desktop.work import queries
from hubra_desktop.work.files import write_whole
from hubra_desktop.work.places import default_register
from hubra_desktop.work.workspace import Workspace

if TYPE_CHECKING:
    pass


def run(arguments: Arguments) -> int:
    """Do one command and return the exit status: 0 done, 1 found wrong, 2 user's mistake."""
    command = _COMMANDS[arguments.command]
    try:
        try:
            return command(arguments)
        except InputError as error:
            from hubra_desktop.cli.passphrases import unlocked_after

            if not unlocked_after(error, arguments):
                raise
            return command(arguments)
    except InputError as error:
        print(error.sentence, file=sys.stderr)
        return 2
    except (OSError, KeyboardInterrupt):
        raise
    except Exception:
        told = _spoilt(arguments)
        if not told:
            raise
        print(told, file=sys.stderr)
        return 2


def _spoilt(arguments: Arguments) -> str:
    """Return what is wrong with the register that a command stumbled over, "" if nothing is."""
    try:
        with _workspace(arguments) as workspace:
            spoilt = workspace.spoilt()
    except InputError as error:
        return error.sentence
    return spoilt.sentence if spoilt else ""


@contextmanager
def _workspace(
    arguments: Arguments, *, read_only: bool = True, sound: bool = True
) -> Iterator[Workspace]:
    """Give the register, ``sound`` once all of it is looked through: nothing wrong is told."""
    path = arguments.register or default_register()
    from hubra_desktop.work.backups import told_of_age

    opened = Workspace.open(path, read_only=read_only, apart=read_only, brief=True)
    with closing(opened) as workspace:
        for each in (*workspace.told, told_of_age(workspace.path)):
            if each:
                print(each, file=sys.stderr)
        if sound and not workspace.looked_through:
            workspace.look_through()
        if not read_only:
            from hubra_desktop.cli.backups import keeper

            workspace.keep = keeper(workspace.path)
        yield workspace


@contextmanager
def _reader(arguments: Arguments) -> Iterator[queries.Reader]:
    with _workspace(arguments) as workspace, workspace.read() as reader:
        yield reader


def _begin(arguments: Arguments) -> int:
    from hubra_desktop.cli.begin import make_exercise, make_register

    return (make_exercise if arguments.command == "demo" else make_register)(arguments)


def _show(arguments: Arguments) -> int:
    if not arguments.which and arguments.what not in WITHOUT_WHICH:
        raise InputError("Det saknas: VILKET. Skriv dagen eller året, till exempel 2017.")
    from hubra_desktop.cli.showing import shown_of

    with _reader(arguments) as reader:
        text, shown = shown_of(reader, arguments.what, arguments.which)
    write_shown(text, shown, as_json=arguments.json)
    return 0


def _print_packet(arguments: Arguments) -> int:
    from hubra_desktop.cli.packets import print_packet

    with _reader(arguments) as reader:
        print_packet(
            reader, meeting_typed(reader, arguments.which), output=arguments.output,
            folder=arguments.folder, public=arguments.public,
        )  # fmt: skip
    return 0


def _print(arguments: Arguments) -> int:
    from hubra_desktop.cli import calls

    html = arguments.html or format_of(arguments.output or "") == "HTML"
    calls.refuse_misplaced(arguments, html=html)
    if arguments.what == PACKET:
        return _print_packet(arguments)
    if arguments.output is None:
        raise InputError("Det saknas: -o/--output.")
    from hubra_desktop.work.papers import PaperForm, collect, render

    size = int(arguments.text_size) if arguments.text_size else None
    form = PaperForm(size, html=html, data=arguments.data)
    refuse_other_format(arguments.output, (".html", ".htm") if html else (".pdf",))
    if arguments.issue or (arguments.nameless and arguments.what != "utdrag"):
        _issue(arguments)
    with _reader(arguments) as reader:
        about = _about(reader, arguments)
        kept: dict[str, Any] = (
            {"issued": _adopted(reader, arguments.what, about)} if arguments.adopted else {}
        )
        kept |= {**_of_labels(arguments), **calls.print_options(reader, arguments, str(about))}
        earlier = calls.earlier_version(reader, arguments, str(about))
        paper = earlier or collect(reader, arguments.what, about, **kept)
    _write(arguments.output, render(paper, form))
    if arguments.what == "kallelse":
        with _reader(arguments) as reader:
            calls.tell_beside(reader, arguments.what, paper.content.meeting, paper.style)
    return 0


def _of_labels(arguments: Arguments) -> dict[str, Any]:
    """Return the sheet of labels and the first free one, where they are given."""
    given = {"sheet": arguments.sheet, "first": arguments.first}
    chosen = {name: value for name, value in given.items() if value is not None}
    if chosen and arguments.what != "etiketter":
        raise InputError("--ark och --första gäller etiketter: print etiketter 2018-03-07.")
    return chosen


def _adopted(reader: queries.Reader, what: str, year: str | int) -> str:
    """Return the id of a year's plan as it was adopted latest; raises InputError."""
    from hubra_desktop.work.issued_papers import ADOPTED, adopted_plans

    if what != ADOPTED:
        raise InputError("Bara verksamhetsplanen antas.")
    plans = adopted_plans(reader, int(year))
    if not plans:
        raise InputError(f"Ingen antagen plan för {year} är sparad. Skriv vilken dag den antogs.")
    return plans[0].id


def _issue(arguments: Arguments) -> None:
    """Issue the letter, or the paper of a meeting, that is to be printed."""
    from hubra_desktop.work.commands.issue import IssueLetter
    from hubra_desktop.work.grant_letters import LetterOptions
    from hubra_desktop.work.issued_papers import CALL_PAPERS, LETTERS

    if arguments.what in CALL_PAPERS:
        from hubra_desktop.cli.calls import issue_call

        with _workspace(arguments, read_only=False) as workspace:
            with workspace.read() as reader:
                meeting_id = str(_about(reader, arguments))
            issue_call(workspace, arguments, meeting_id)
        return
    if arguments.what not in LETTERS:
        if not arguments.issue:
            raise InputError("--utan-namn gäller protokollsutdrag, och brev som utfärdas.")
        raise InputError(
            "Bara brev och kallelser utfärdas: beslutsbrev, aterkrav, kallelse och det som "
            "ändrar den."
        )
    if not arguments.issue:
        raise InputError("Ett brev skrivs utan namn när det utfärdas. Lägg till --utfärda.")
    options = LetterOptions(nameless=arguments.nameless)
    with _workspace(arguments, read_only=False) as workspace:
        workspace.run(IssueLetter(arguments.what, arguments.which, None, options))


def _about(reader: queries.Reader, arguments: Arguments) -> str | int:
    """Return what a paper is about: the id of a meeting, grant, matter or §, a year, a day."""
    from hubra_desktop.model.swedish import parse_date
    from hubra_desktop.work.approval_papers import AT_ONCE_PAPER
    from hubra_desktop.work.papers import PAPERS, About
    from hubra_desktop.work.queries.register import today

    match PAPERS[arguments.what].about:
        case About.MEETING:
            day, sign, _ = arguments.which.partition("§")
            at_once = sign and arguments.what == AT_ONCE_PAPER
            return meeting_typed(reader, day.strip() if at_once else arguments.which)
        case About.YEAR:
            return year_typed(arguments.which)
        case About.GRANT:
            return str(arguments.which)
        case About.MATTER:
            from hubra_desktop.cli.show_matters import numbered

            return numbered(reader, arguments.which)
        case About.SECTION:
            from hubra_desktop.cli.typed import section_typed

            return section_typed(reader, arguments.which)
        case About.DAY:
            return parse_date(arguments.which, near=today(reader)).isoformat()


def _import(arguments: Arguments) -> int:
    from hubra_desktop.work.commands.imports import ImportBundle
    from hubra_desktop.work.evidence_files import EvidenceRead, files_of
    from hubra_desktop.work.import_changes import with_chosen
    from hubra_desktop.work.imports import (
        bundle_for,
        import_plan,
        naming,
        read_file,
        table_in,
    )

    # Only accounts are compared with, and they are a ledger's rows.
    table = arguments.table or ("ledger" if arguments.compare else table_in(arguments.file))
    if table:
        from hubra_desktop.cli.tables import import_table

        return import_table(
            lambda: _workspace(arguments, read_only=arguments.preview), table, arguments
        )
    read = read_file(arguments.file)
    with _workspace(arguments, read_only=arguments.preview) as workspace:
        with workspace.read() as reader:
            bundle = bundle_for(reader, read)
            files = EvidenceRead(reader, arguments.file, files_of(bundle))
            plan = import_plan(reader, bundle, (*read.remarks, *files.remarks))
            chosen = plan.all if arguments.changes else plan.proposed
            bundle = with_chosen(reader, bundle, chosen)
        write_lines(*plan.told or ("Filen är tom: den innehåller inget att läsa in.",))
        left = len(plan.all) - len(chosen)
        if left and not arguments.preview:
            write_lines(
                "Det som ändras ovan har lämnats som det var. Läs in filen med --ändringar "
                "för att ändra det."
            )
        if plan.question and not arguments.preview and not arguments.anyway:
            raise InputError(f"Inget har lästs in.\n{plan.question}\n  --anyway: Ja, det stämmer")
        if not arguments.preview:
            with naming(arguments.file):
                changes = workspace.run(ImportBundle(bundle, contents=files.contents))
            same = "Inget har ändrats." if left else "Allt fanns redan; inget har ändrats."
            write_lines("Inläst." if changes.rows else same)
    return 0


def _export(arguments: Arguments) -> int:
    if arguments.ics or arguments.eml:
        return _mail_or_calendar(arguments)
    if arguments.each or arguments.blind:
        raise InputError("--each och --blind gäller utkast till e-post: --eml MAPP.")
    if arguments.file is None:
        raise InputError("Det saknas: FIL.")
    if arguments.table:
        content = _table(arguments)
    elif arguments.year:
        raise InputError("Skriv vilken tabell som året gäller: --table ledger --year 2017.")
    else:
        content = _bundle(arguments)
    _write(arguments.file, content)
    return 0


def _mail_or_calendar(arguments: Arguments) -> int:
    """Write drafts of mail into a folder, or a calendar file."""
    from hubra_desktop.cli.mail_and_calendar import DraftChoices, write_calendar, write_drafts

    if arguments.ics and arguments.eml:
        raise InputError("--ics och --eml går inte att förena. Skriv ett i taget.")
    if arguments.file or arguments.table or arguments.year:
        raise InputError("Med --ics och --eml skrivs ingen annan fil, tabell eller år.")
    with _reader(arguments) as reader:
        chosen = [meeting_typed(reader, each) for each in arguments.meeting]
        if arguments.ics:
            write_calendar(reader, arguments.ics, chosen)
        elif len(chosen) != 1:
            raise InputError("Skriv vilket sammanträde: --eml MAPP --meeting 2018-03-07.")
        else:
            choices = DraftChoices(arguments.each, arguments.blind)
            write_drafts(reader, arguments.eml, chosen[0], choices)
    return 0


def _table(arguments: Arguments) -> bytes:
    from hubra_desktop.work.money_tables import export_any

    if arguments.meeting:
        raise InputError("--table och --meeting går inte att förena.")
    year = year_typed(arguments.year) if arguments.year else None
    refuse_other_format(arguments.file, (".csv", ".xlsx"))
    xlsx = format_of(arguments.file) == "XLSX"
    with _reader(arguments) as reader:
        return export_any(reader, arguments.table, year, xlsx=xlsx)


def _bundle(arguments: Arguments) -> bytes:
    from hubra_desktop.cli.exports import exported_json, exported_meetings

    refuse_other_format(arguments.file, (".json",))
    with _reader(arguments) as reader:
        if arguments.meeting:
            chosen = [meeting_typed(reader, each) for each in arguments.meeting]
            return exported_meetings(reader, chosen, arguments.file)
        return exported_json(reader, arguments.file)


def _check(arguments: Arguments) -> int:
    from hubra_desktop.cli.care import check_deep, check_register

    if arguments.deep:
        return check_deep(arguments)
    return check_register(_workspace(arguments, sound=False))


def _move_or_salvage(arguments: Arguments) -> int:
    from hubra_desktop.cli.care import move, salvage_file

    return move(arguments) if arguments.command == "move" else salvage_file(arguments)


def _purge(arguments: Arguments) -> int:
    from hubra_desktop.cli.purge import purge_person

    return purge_person(_workspace(arguments, read_only=False), arguments)


def _passphrase(arguments: Arguments) -> int:
    from hubra_desktop.cli.passphrases import passphrase

    arguments.register = arguments.file
    return passphrase(arguments)


def _evidence(arguments: Arguments) -> int:
    from hubra_desktop.cli.evidence import evidence

    changes = bool(arguments.add or arguments.remove or arguments.purge)
    with _workspace(arguments, read_only=not changes) as workspace:
        write_lines(*evidence(workspace, arguments))
    return 0


def _backup(arguments: Arguments) -> int:
    from hubra_desktop.cli.backups import backup

    return backup(arguments.register or default_register(), arguments)


def _restore(arguments: Arguments) -> int:
    from hubra_desktop.cli.backups import put_back_chosen

    write_lines(*put_back_chosen(arguments.register or default_register(), arguments))
    return 0


def _history(arguments: Arguments) -> int:
    from hubra_desktop.cli.history import shown_history

    with _workspace(arguments) as workspace:
        text, shown = shown_history(workspace, arguments)
    write_shown(text, shown, as_json=arguments.json)
    return 0


def _write(where: str, content: bytes) -> None:
    if not where.strip():
        raise InputError("Filen har inget namn. Skriv vad den ska heta, eller - för utmatning.")
    if where == "-":
        write_output(content)
    else:
        write_whole(Path(where), content)


_COMMANDS: dict[str, Callable[[Arguments], int]] = {
    "demo": _begin, "new": _begin, "show": _show, "print": _print, "import": _import,
    "passphrase": _passphrase, "backup": _backup, "restore": _restore, "history": _history,
    "export": _export, "check": _check, "purge": _purge, "evidence": _evidence,
    **dict.fromkeys(("move", "salvage"), _move_or_salvage),
}  # fmt: skip

"""What each command does. Only what a command needs is imported, so that each starts fast."""

import json
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from hubra_desktop.cli.output import hand_over, tell
from hubra_desktop.cli.parser import Arguments
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.swedish import clock, long_date, parse_date
from hubra_desktop.store.errors import DamagedRegisterError
from hubra_desktop.work import queries
from hubra_desktop.work.files import write_whole
from hubra_desktop.work.places import default_register
from hubra_desktop.work.workspace import Workspace


def run(arguments: Arguments) -> int:
    """Do one command and return the exit status: 0 done, 1 found wrong, 2 user's mistake."""
    try:
        return _COMMANDS[arguments.command](arguments)
    except InputError as error:
        print(error.sentence, file=sys.stderr)
        return 2


def _workspace(arguments: Arguments, *, read_only: bool = True) -> closing[Workspace]:
    path = arguments.register or default_register()
    return closing(Workspace.open(path, read_only=read_only))


def _demo(arguments: Arguments) -> int:
    from hubra_desktop.work.demo import make_demo

    make_demo(arguments.file)
    tell(f"Övningsregistret finns nu i {arguments.file}")
    return 0


def _show(arguments: Arguments) -> int:
    from hubra_desktop.cli.show import meeting_json, meeting_text

    with _workspace(arguments) as workspace, workspace.read() as reader:
        meeting = queries.meeting_sheet(reader, _meeting_id(reader, arguments.meeting))
        style = queries.house_style(reader)
    if arguments.json:
        shown = json.dumps(meeting_json(meeting, style), ensure_ascii=False, indent=2)
        hand_over(f"{shown}\n".encode())
    else:
        tell(meeting_text(meeting, style))
    return 0


def _print(arguments: Arguments) -> int:
    from hubra_desktop.work.papers import kallelse_of, kallelse_page_of

    size = int(arguments.text_size) if arguments.text_size else None
    with _workspace(arguments) as workspace, workspace.read() as reader:
        meeting = _meeting_id(reader, arguments.meeting)
        if arguments.html:
            content = kallelse_page_of(reader, meeting, size).encode()
        else:
            content = kallelse_of(reader, meeting, text_size=size, data=not arguments.no_data)
    _write(arguments.output, content)
    return 0


def _import(arguments: Arguments) -> int:
    from hubra_desktop.work.commands import ImportBundle
    from hubra_desktop.work.imports import bundle_for, import_plan, read_file

    read = read_file(arguments.file)
    with _workspace(arguments, read_only=arguments.preview) as workspace:
        with workspace.read() as reader:
            bundle = bundle_for(reader, read)
            plan = import_plan(reader, bundle)
        tell(*plan.lines or ("Filen är tom: den innehåller inget att läsa in.",))
        if not arguments.preview:
            changes = workspace.run(ImportBundle(bundle))
            tell("Inläst." if changes.rows else "Allt fanns redan; inget har ändrats.")
    return 0


def _export(arguments: Arguments) -> int:
    from hubra_desktop.exchange.json_file import dump
    from hubra_desktop.work.queries.bundles import meetings_bundle, register_bundle

    with _workspace(arguments) as workspace, workspace.read() as reader:
        if arguments.meeting:
            chosen = [_meeting_id(reader, each) for each in arguments.meeting]
            bundle = meetings_bundle(reader, chosen)
        else:
            bundle = register_bundle(reader)
    _write(arguments.file, dump(bundle))
    return 0


def _check(arguments: Arguments) -> int:
    """Tell what is wrong with the file, and what stops or warns in each meeting."""
    try:
        with _workspace(arguments) as workspace:
            wrong = [f"Filen är skadad: {problem}" for problem in workspace.problems()]
            with workspace.read() as reader:
                years = queries.years(reader)
                found = [line for year in years for line in _told(reader, year.year)]
    except DamagedRegisterError as error:
        tell(error.sentence)
        return 1
    tell(*(wrong or ["Registret är helt."]), *found)
    return 1 if wrong or found else 0


def _told(reader: queries.Reader, year: int) -> list[str]:
    """Return one line for each finding of a year's meetings; tips are left to the window.

    The findings are about the kallelse: a meeting that has been held needs none.
    """
    from hubra_desktop.model.checks import findings
    from hubra_desktop.model.findings import Level
    from hubra_desktop.model.terms import HELD_STATES

    style = queries.house_style(reader)
    lines = []
    for row in queries.meetings_of(reader, year):
        if row.state in HELD_STATES:
            continue
        meeting = queries.meeting_sheet(reader, row.id)
        lines += [
            f"{long_date(row.date)}: {finding.sentence}"
            for finding in findings(meeting, style)
            if finding.level is not Level.TIP
        ]
    return lines


def _meeting_id(reader: queries.Reader, said: str) -> str:
    """Return the id of the meeting on the day that was said, or with that id.

    Raises InputError.
    """
    from datetime import datetime

    with suppress(InputError):
        return queries.meeting_sheet(reader, said).id
    day = parse_date(said, near=datetime.now().astimezone().date())
    rows = queries.meetings_on(reader, day)
    if not rows:
        raise InputError(f"Det finns inget sammanträde {long_date(day)} i registret.")
    if len(rows) > 1:
        choices = "".join(f"\n  {row.id}  {clock(row.start)} {row.body}" for row in rows)
        raise InputError(
            f"Det finns flera sammanträden {long_date(day)}. "
            f"Skriv i stället för dagen vilket du menar:{choices}"
        )
    return rows[0].id


def _write(where: str, content: bytes) -> None:
    if not where.strip():
        raise InputError("Filen har inget namn. Skriv vad den ska heta, eller - för utmatning.")
    if where == "-":
        hand_over(content)
    else:
        write_whole(Path(where), content)


_COMMANDS: dict[str, Callable[[Arguments], int]] = {
    "demo": _demo,
    "show": _show,
    "print": _print,
    "import": _import,
    "export": _export,
    "check": _check,
}

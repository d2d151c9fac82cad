"""What each command does. Only what a command needs is imported, so that each starts fast."""

import json
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from hubra_desktop.cli.parser import Arguments
from hubra_desktop.cli.show import meeting_json, meeting_text
from hubra_desktop.model.checks import findings
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.findings import Level
from hubra_desktop.model.swedish import long_date, parse_date
from hubra_desktop.work import queries
from hubra_desktop.work.papers import write_whole
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
    print(f"Övningsregistret finns nu i {arguments.file}")
    return 0


def _show(arguments: Arguments) -> int:
    with _workspace(arguments) as workspace, workspace.read() as session:
        meeting = queries.meeting_sheet(session, _meeting_id(session, arguments.meeting))
        style = queries.house_style(session)
    if arguments.json:
        print(json.dumps(meeting_json(meeting, style), ensure_ascii=False, indent=2))
    else:
        print(meeting_text(meeting, style))
    return 0


def _print(arguments: Arguments) -> int:
    from hubra_desktop.work.papers import kallelse_of

    with _workspace(arguments) as workspace, workspace.read() as session:
        content = kallelse_of(session, _meeting_id(session, arguments.meeting))
    _write(arguments.output, content)
    return 0


def _import(arguments: Arguments) -> int:
    from hubra_desktop.exchange.json_file import load
    from hubra_desktop.work.commands import ImportBundle
    from hubra_desktop.work.imports import import_plan

    bundle = load(_content(arguments.file))
    with _workspace(arguments, read_only=arguments.preview) as workspace:
        with workspace.read() as session:
            plan = import_plan(session, bundle)
        print(*plan.lines, sep="\n")
        if not arguments.preview:
            changes = workspace.run(ImportBundle(bundle))
            print("Inläst." if changes.rows else "Allt fanns redan; inget har ändrats.")
    return 0


def _export(arguments: Arguments) -> int:
    from hubra_desktop.exchange.json_file import dump

    with _workspace(arguments) as workspace, workspace.read() as session:
        if arguments.meeting:
            chosen = [_meeting_id(session, each) for each in arguments.meeting]
            bundle = queries.meetings_bundle(session, chosen)
        else:
            bundle = queries.register_bundle(session)
    _write(arguments.file, dump(bundle))
    return 0


def _check(arguments: Arguments) -> int:
    """Tell what is wrong with the file, and what stops or warns in each meeting."""
    with _workspace(arguments) as workspace:
        wrong = workspace.problems()
        for problem in wrong:
            print(f"Filen är skadad: {problem}")
        with workspace.read() as session:
            found = [line for year in queries.years(session) for line in _told(session, year.year)]
    print(*found, sep="\n", end="\n" if found else "")
    if not wrong:
        print("Registret är helt.")
    return 1 if wrong or found else 0


def _told(session: queries.ReadSession, year: int) -> list[str]:
    """Return one line for each finding of a year's meetings; tips are left to the window."""
    style = queries.house_style(session)
    lines = []
    for row in queries.meetings_of(session, year):
        meeting = queries.meeting_sheet(session, row.id)
        lines += [
            f"{long_date(row.date)}: {finding.sentence}"
            for finding in findings(meeting, style)
            if finding.level is not Level.TIP
        ]
    return lines


def _meeting_id(session: queries.ReadSession, said: str) -> str:
    """Return the id of the meeting on the day that was said; raises InputError."""
    from datetime import datetime

    day = parse_date(said, near=datetime.now().astimezone().date())
    rows = queries.meetings_on(session, day)
    if not rows:
        raise InputError(f"Det finns inget sammanträde {long_date(day)} i registret.")
    if len(rows) > 1:
        bodies = ", ".join(row.body for row in rows)
        raise InputError(f"Det finns flera sammanträden {long_date(day)}: {bodies}.")
    return rows[0].id


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"Filen {path} går inte att läsa: {error.strerror}.") from None


def _write(where: str, content: bytes) -> None:
    if where == "-":
        sys.stdout.buffer.write(content)
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

"""``hubra check``, ``move`` and ``salvage``: what is done for a register as a file."""

from contextlib import AbstractContextManager

from hubra_desktop.cli.output import write_lines, write_output
from hubra_desktop.cli.parser import Arguments
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.file_names import refuse_other_format
from hubra_desktop.model.health import HealthLevel
from hubra_desktop.paths import is_reachable
from hubra_desktop.store.errors import DamagedRegisterError, FileExistsAlreadyError
from hubra_desktop.work.places import default_register
from hubra_desktop.work.workspace import Workspace


def check_register(opened: AbstractContextManager[Workspace]) -> int:
    """Tell what is wrong with the file, and what stops or warns in what it holds."""
    from hubra_desktop.cli.check import damage_in, found_in

    found: list[str] = []
    try:
        with opened as workspace:
            wrong = damage_in(workspace)
            found += found_in(workspace)
    except DamagedRegisterError as error:
        wrong = [error.sentence]
    write_lines(*(wrong or ["Registret är helt."]), *found)
    return 1 if wrong or found else 0


def check_deep(arguments: Arguments) -> int:
    """Look the register through to the last value; a damaged one is told of too."""
    from hubra_desktop.work.health import check_health
    from hubra_desktop.work.passphrases import refuse_locked

    register = arguments.register or default_register()
    refuse_locked(register)
    report = check_health(register)
    write_output(report.text.encode())
    return 1 if report.level is HealthLevel.BROKEN else 0


def salvage_file(arguments: Arguments) -> int:
    """Make a new register of what can be read of a damaged one, and tell what became of it."""
    from hubra_desktop.work.passphrases import refuse_locked
    from hubra_desktop.work.salvage import salvage

    refuse_locked(arguments.file)
    new = arguments.new
    if new is not None:
        refuse_other_format(new.name, (".hubra",))
    _, report = salvage(arguments.file, new and new.absolute())
    write_output(report.text.encode())
    return 1 if report.lost else 0


def move(arguments: Arguments) -> int:
    """Write the file that takes the register along, or put here what such a file holds."""
    from hubra_desktop.model.move_list import ENDING
    from hubra_desktop.work.moving import bring_in, take_along

    file, register = arguments.file, arguments.register or default_register()
    if arguments.way == "in":
        target = arguments.new or register
        refuse_other_format(target.name, (".hubra",))
        write_lines(*bring_in(file, target).told)
        return 0
    if arguments.new is not None:
        raise InputError("Skriv vilket register med --register. NYTT hör till ”hubra move in”.")
    refuse_other_format(file.name, (ENDING,))
    if is_reachable(file):
        raise FileExistsAlreadyError(file.absolute())
    made = take_along(register, file, generations=arguments.generations)
    kept = len(made.generations)
    also = "säkerhetskopia" if kept == 1 else "säkerhetskopior"
    write_lines(
        f"Registret ligger i {file}{f', med {kept} {also}' if kept else ''}.",
        f"Skriv på den nya datorn: hubra move in {file.name}",
    )
    return 0

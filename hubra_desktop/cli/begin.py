"""``hubra demo`` and ``hubra new``: the registers that the command line makes."""

from hubra_desktop.cli.output import write_lines
from hubra_desktop.cli.parser import Arguments
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.file_names import refuse_other_format
from hubra_desktop.model.invisible import one_line
from hubra_desktop.work.workspace import Workspace


def make_exercise(arguments: Arguments) -> int:
    """Make the exercise register."""
    from hubra_desktop.work.demo import EXERCISE_DAY, make_demo

    make_demo(arguments.file, EXERCISE_DAY)
    write_lines(f"Övningsregistret finns nu i {arguments.file}")
    return 0


def make_register(arguments: Arguments) -> int:
    """Make an empty register, as the window makes one."""
    from hubra_desktop.model.records.catalogue import check

    refuse_other_format(arguments.file.name, (".hubra",))
    name, municipality = one_line(arguments.name), one_line(arguments.municipality)
    if not name:
        raise InputError("Skriv rådets namn efter --name. Det står på alla handlingar.")
    check("house_style", {"organisation": name})
    check("register", {"municipality": municipality})
    path = arguments.file.absolute()
    Workspace.create(path, organisation=name, municipality=municipality).close()
    write_lines(f"Registret finns nu i {arguments.file}")
    return 0

"""Nothing that can be done with a register is out of the user's reach."""

from pathlib import Path

from hubra_desktop.work import commands
from tests.architecture import source
from tests.architecture.source import PACKAGE

COMMANDS = PACKAGE / "work" / "commands"

# People, bodies, mandates and matters have no pages yet.
WAITING = {
    "AddBody",
    "AddMandate",
    "AddMatter",
    "AddMatterAlias",
    "AddPerson",
    "ChangeBody",
    "ChangeMandate",
    "ChangeMatter",
    "ChangeMatterAlias",
    "ChangePerson",
    "RemoveBody",
    "RemoveMandate",
    "RemoveMatter",
    "RemoveMatterAlias",
    "RemovePerson",
}


def made_in(name: str) -> Path:
    """Return the module that makes a command."""
    return COMMANDS / f"{getattr(commands, name).__module__.rpartition('.')[2]}.py"


def unreached() -> set[str]:
    """Return the commands that no module but their own and the list of commands names."""
    used = {
        path: source.names_used(path.read_text(encoding="utf-8"))
        for path in source.modules()
        if path != COMMANDS / "__init__.py"
    }
    return {
        name
        for name in set(commands.__all__) - {"Command"}
        if not any(name in names for path, names in used.items() if path != made_in(name))
    }


def test_every_command_has_a_place_where_a_user_gives_it() -> None:
    assert unreached() == WAITING

"""Which commands belong to which room of the register, so that none goes untried."""

import inspect
import pkgutil
from importlib import import_module

from hubra_desktop.work import commands
from hubra_desktop.work.commands.base import Command, Step
from hubra_desktop.work.edits import Add, Change, Remove, Reorder, Store

PACKAGE = commands.__name__
AGENDA = ("agenda",)
COUNCIL = ("appointments", "imports", "meetings", "settings", "templates")
PLAN = ("activities", "letters", "plans")


def of_modules(names: tuple[str, ...]) -> set[str]:
    """Return the names of the commands that are made in these modules."""
    return {name for name, made in every_command().items() if made.__module__.endswith(names)}


def every_command() -> dict[str, type[Step]]:
    """Return the commands that decide something, by name."""
    modules = (each.name for each in pkgutil.iter_modules(commands.__path__, f"{PACKAGE}."))
    classes = (
        made
        for module in modules
        for _, made in inspect.getmembers(import_module(module), inspect.isclass)
        if made.__module__ == module and issubclass(made, Step) and made is not Step
    )
    return {made.__name__: made for made in classes if not made.__name__.startswith("_")}


def name_of(command: Command) -> str:
    """Return a command's name, an edit's with the record that it edits: AddPerson."""
    if isinstance(command, Store):
        return f"Add{type(command.record).__name__}"
    if isinstance(command, (Add, Change, Reorder, Remove)):
        return f"{type(command).__name__}{command.record.__name__}"
    return type(command).__name__

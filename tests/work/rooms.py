"""Which commands belong to which room of the register, so that none goes untried."""

from hubra_desktop.work import commands

COUNCIL = ("agenda", "appointments", "imports", "meetings", "people", "settings")
PLAN = ("activities", "agreements", "consultations", "letters", "plans")


def of_modules(names: tuple[str, ...]) -> set[str]:
    """Return the names of the commands that are made in these modules."""
    modules = {f"{commands.__name__}.{name}" for name in names}
    return {name for name in exported() if getattr(commands, name).__module__ in modules}


def exported() -> set[str]:
    return {name for name in commands.__all__ if name != "Command"}

"""Other numbers that a matter is known by: a reason on one explains what the papers show."""

from hubra_desktop.model.mapped import MatterAlias
from hubra_desktop.work.commands.base import Add, Change, Remove


class AddMatterAlias(Add):
    """Note another number that a matter is known by, and why."""

    table = MatterAlias


class ChangeMatterAlias(Change):
    """Change another number of a matter, or why it has it."""

    table = MatterAlias


class RemoveMatterAlias(Remove):
    """Take another number of a matter away."""

    table = MatterAlias

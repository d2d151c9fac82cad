"""Other numbers that a matter is known by: a reason on one explains what the papers show."""

from hubra_desktop.model.council import MatterAliasSheet
from hubra_desktop.work.commands.base import Add, Change, Remove


class AddMatterAlias(Add):
    """Note another number that a matter is known by, and why: it explains what papers show."""

    record = MatterAliasSheet


class ChangeMatterAlias(Change):
    """Change another number of a matter, or why it has it."""

    record = MatterAliasSheet


class RemoveMatterAlias(Remove):
    """Take another number of a matter away."""

    record = MatterAliasSheet

"""Other numbers that a matter is known by: a reason on one explains what the papers show."""

from hubra_desktop.model.records.council import MatterAlias
from hubra_desktop.work.commands.base import Add, Change, Remove


class AddMatterAlias(Add):
    """Note another number that a matter is known by, and why: it explains what papers show."""

    record = MatterAlias


class ChangeMatterAlias(Change):
    """Change another number of a matter, or why it has it."""

    record = MatterAlias


class RemoveMatterAlias(Remove):
    """Take another number of a matter away."""

    record = MatterAlias

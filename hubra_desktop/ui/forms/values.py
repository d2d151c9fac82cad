"""What a form hands on: the values entered, by field, of the types that its table gives."""

from collections.abc import Callable
from typing import Any, TypeVar

R = TypeVar("R")


class Values(dict[str, Any]):
    """What stands in a form, by field; each value is of the type that its converter gives."""

    def record(self, kind: Callable[..., R], **more: object) -> R:
        """Return a record made of them and of ``more``."""
        return kind(**{**self, **more})

    def changed(self, record: object) -> dict[str, Any]:
        """Return those that differ from what a record holds."""
        return {name: value for name, value in self.items() if getattr(record, name) != value}

    def only(self, *names: str) -> "Values":
        """Return some of them."""
        return Values({name: self[name] for name in names})

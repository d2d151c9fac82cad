"""Texts that no register would take, kept as a file for whoever wrote them."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from hubra_desktop.model.language import say
from hubra_desktop.store.file_system import free_name
from hubra_desktop.work.files import write_note


def keep_unsaved(register: Path, texts: Sequence[tuple[str, str]]) -> Path | None:
    """Write texts, each with its field's name, beside the register, else in the home folder.

    Returns where they lie, None when there are none or neither folder can be written.
    """
    if not texts:
        return None
    content = "\n\n".join(f"{name}:\n{text}" if name else text for name, text in texts)
    why = say("osparat {moment}", moment=f"{datetime.now():%Y-%m-%d %H.%M}")
    for folder in (register.parent, Path.home()):
        path = free_name(folder / f"{register.stem}.txt", why)
        with suppress(OSError):
            write_note(path, f"{content}\n")
            return path
    return None

"""The recovery sheet of a register, as a file to print."""

from contextlib import closing, suppress
from datetime import date
from pathlib import Path

from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.recovery_key import recovery_groups
from hubra_desktop.store.errors import RegisterError
from hubra_desktop.work.queries import house_style, register_info
from hubra_desktop.work.workspace import Workspace


def recovery_sheet(register: Path, key: bytes) -> bytes:
    """Return an unlocked register's recovery sheet as PDF.

    The key has no other place: of a register that cannot be read the sheet lacks the name.
    """
    from hubra_desktop.documents.aterstallningsblad import (
        RecoverySheet,
        aterstallningsblad_manuscript,
    )
    from hubra_desktop.documents.kit.render import to_pdf

    style, name = HouseStyle(), ""
    with (
        suppress(RegisterError),
        closing(Workspace.open(register, read_only=True)) as workspace,
        workspace.read() as reader,
    ):
        style, name = house_style(reader), register_info(reader).name
    sheet = RecoverySheet(
        organisation=name,
        file_name=register.name,
        day=date.today(),
        groups=recovery_groups(key),
    )
    return to_pdf(aterstallningsblad_manuscript(sheet, style))

"""Evidence beside an exported register: a folder of files, each by its hash and its name.

The register's own file says which hash belongs to which row, so that a folder that was
changed on the way is known as such. A file that is missing or changed is told and left;
the row comes in, and takes its file when the folder is there another time.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sqlalchemy.engine import Connection

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.kept_files import LARGEST, beside_name
from hubra_desktop.model.language import say
from hubra_desktop.model.records.money import Evidence
from hubra_desktop.model.wording import joined_first, quoted
from hubra_desktop.store.file_system import make_folder
from hubra_desktop.store.pictures import hash_of, is_kept, kept_picture
from hubra_desktop.store.reading import records
from hubra_desktop.store.reasons import reason
from hubra_desktop.work.files import read_whole, write_whole

_NAMED: Final = 5
"""Files that are named in a remark; the rest are counted."""


def folder_beside(path: Path) -> Path:
    """Return the folder where the evidence of an exported register lies."""
    return path.with_name(f"{path.stem}-underlag")


def write_evidence(reader: Connection, folder: Path, *, only: tuple[Evidence, ...] = ()) -> int:
    """Write all files that are kept, or ``only`` some, into a folder; return how many.

    Raises InputError that says why the folder or a file cannot be written.
    """
    wanted = only or records(reader, Evidence)
    if not wanted:
        return 0
    try:
        make_folder(folder)
    except OSError as error:
        raise refusal(
            "Mappen {folder} kunde inte skapas ({why}). Välj en annan plats.",
            folder=quoted(str(folder)),
            why=reason(error),
        ) from None
    written = set()
    for each in wanted:
        content = kept_picture(reader, each.sha256)
        if content is not None:
            name = beside_name(each.sha256, each.name)
            write_whole(folder / name, content)
            written.add(name)
    return len(written)


class EvidenceRead:
    """The files of a bundle's evidence as they lie beside its file.

    ``contents`` are those that are what the bundle says, by their hashes; ``remarks`` tell
    of the others. What the register holds already need not lie there.
    """

    def __init__(self, reader: Connection, path: Path, evidence: tuple[Evidence, ...]) -> None:
        self._reader = reader
        self._folder = folder_beside(path)
        self._missing: list[str] = []
        self._changed: list[str] = []
        self.contents = dict(self._read(evidence))
        self.remarks = tuple(self._told())

    def _read(self, evidence: tuple[Evidence, ...]) -> Iterator[tuple[str, bytes]]:
        for each in evidence:
            if is_kept(self._reader, each.sha256):
                continue
            try:
                place = self._folder / beside_name(each.sha256, each.name)
                content = read_whole(place, LARGEST)
            except InputError:
                self._missing.append(each.name)
                continue
            if hash_of(content) == each.sha256:
                yield each.sha256, content
            else:
                self._changed.append(each.name)

    def _told(self) -> Iterator[str]:
        if self._missing:
            yield say(
                "Underlag utan sin fil: {names}. Filerna ska ligga i mappen {folder} bredvid; "
                "lägg dit dem och läs in igen.",
                names=joined_first(self._missing, _NAMED),
                folder=quoted(self._folder.name),
            )
        if self._changed:
            yield say(
                "Underlag som har ändrats sedan exporten och därför lämnas: {names}. "
                "Kontrollsumman stämmer inte. Exportera på nytt.",
                names=joined_first(self._changed, _NAMED),
            )

"""The kept files beside an exported register: a folder of them, each by its hash and name.

They are evidence, papers of meetings, what was issued as PDF and what came back signed.

The register's own file says which hash belongs to which row, so that a folder that was
changed on the way is known as such. A file that is missing or changed is told and left;
the row comes in, and takes its file when the folder is there another time.
"""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from sqlalchemy.engine import Connection

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.file_names import file_name
from hubra_desktop.model.kept_files import LARGEST_PAPER, beside_name
from hubra_desktop.model.language import say
from hubra_desktop.model.records.minutes import SignedPaper
from hubra_desktop.model.records.money import Evidence
from hubra_desktop.model.records.reports import IssuedPaper
from hubra_desktop.model.wording import joined_first, quoted
from hubra_desktop.store.file_system import make_folder
from hubra_desktop.store.pictures import hash_of, is_kept, kept_picture
from hubra_desktop.store.reasons import reason
from hubra_desktop.work.files import read_whole, write_whole

_NAMED: Final = 5
"""Files that are named in a remark; the rest are counted."""


def folder_beside(path: Path) -> Path:
    """Return the folder where the evidence of an exported register lies."""
    return path.with_name(f"{path.stem}-underlag")


class KeptFile(NamedTuple):
    """A file that a row names: what it is called and its hash."""

    name: str
    sha256: str


def files_of(bundle: Bundle) -> tuple[KeptFile, ...]:
    """Return the files that the rows of a bundle name, each once."""
    papers = (paper for meeting in bundle.meetings for paper in meeting.papers)
    named = (
        *((each.name, each.sha256) for each in bundle.evidence),
        *((each.name, each.sha256) for each in papers),
        *((_issued_name(each), each.sha256) for each in bundle.issued_papers),
        *((each.name, each.sha256) for each in bundle.signed_papers),
        *((_record_name(each), each.record_sha256) for each in bundle.signed_papers),
    )
    return tuple(dict.fromkeys(KeptFile(name, hash_) for name, hash_ in named if hash_))


def _issued_name(paper: IssuedPaper) -> str:
    return file_name(f"{paper.title or paper.paper} {paper.day.isoformat()}", ".pdf")


def _record_name(paper: SignedPaper) -> str:
    return file_name(f"{paper.name} kontroll", ".pdf")


def write_evidence(reader: Connection, folder: Path, wanted: Iterable[Evidence]) -> int:
    """Write files of evidence into a folder; return how many, as ``write_files`` does."""
    return write_files(reader, folder, [KeptFile(each.name, each.sha256) for each in wanted])


def write_files(reader: Connection, folder: Path, wanted: Collection[KeptFile]) -> int:
    """Write files that are kept into a folder; return how many.

    Raises InputError that says why the folder or a file cannot be written.
    """
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
    """The files that a bundle's rows name as they lie beside its file.

    ``contents`` are those that are what the bundle says, by their hashes; ``remarks`` tell
    of the others. What the register holds already need not lie there.
    """

    def __init__(self, reader: Connection, path: Path, wanted: Iterable[KeptFile]) -> None:
        self._reader = reader
        self._folder = folder_beside(path)
        self._missing: list[str] = []
        self._changed: list[str] = []
        self.contents = dict(self._read(wanted))
        self.remarks = tuple(self._told())

    def _read(self, wanted: Iterable[KeptFile]) -> Iterator[tuple[str, bytes]]:
        for each in wanted:
            if is_kept(self._reader, each.sha256):
                continue
            try:
                place = self._folder / beside_name(each.sha256, each.name)
                content = read_whole(place, LARGEST_PAPER)
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
                "Filer som saknas: {names}. De ska ligga i mappen {folder} bredvid; "
                "lägg dit dem och läs in igen.",
                names=joined_first(self._missing, _NAMED),
                folder=quoted(self._folder.name),
            )
        if self._changed:
            yield say(
                "Filer som har ändrats sedan exporten och därför lämnas: {names}. "
                "Kontrollsumman stämmer inte. Exportera på nytt.",
                names=joined_first(self._changed, _NAMED),
            )

"""Whether two PDFs show the same pages: object by object, whatever their numbers are.

What a signing program adds to a page is a field with the signature; all else that a page is
made of must be what it was.
"""

import hashlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from hubra_desktop.exchange.pdf_file import hold_limits

if TYPE_CHECKING:
    from pikepdf import Pdf

_INHERITED: Final = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_ELSEWHERE: Final = frozenset({"/Parent", "/P", "/StructParent", "/StructParents"})
"""What leads out of a page: where it stands, not what it shows."""
_OWN: Final = ("/Contents", "/Group", "/UserUnit", "/AA")
_DEEPEST: Final = 60


class Added(NamedTuple):
    """Something that stands on a page beside signatures and what was there."""

    page: int
    what: str


def differing_page(issued: bytes, signed: bytes) -> int:
    """Return the number of the first page that shows something else, 0 where none does."""
    with _opened(issued) as was, _opened(signed) as now:
        one, other = _Prints(), _Prints()
        for number, (page, same) in enumerate(zip(was.pages, now.pages, strict=False), 1):
            if one.of_page(page.obj) != other.of_page(same.obj):
                return number
        if len(was.pages) != len(now.pages):
            return min(len(was.pages), len(now.pages)) + 1
    return 0


def added_marks(issued: bytes, signed: bytes) -> tuple[Added, ...]:
    """Return what stands on the pages of a file beside its signatures and was not there.

    Both have as many pages.
    """
    with _opened(issued) as was, _opened(signed) as now:
        return tuple(
            Added(number, what)
            for number, (page, same) in enumerate(zip(was.pages, now.pages, strict=True), 1)
            for what in _added(page.obj, same.obj)
        )


def _opened(content: bytes) -> "Pdf":
    from pikepdf import Pdf

    hold_limits()
    return Pdf.open(BytesIO(content))


def _added(was: Any, now: Any) -> Iterator[str]:  # noqa: ANN401
    one, other = _Prints(), _Prints()
    known = {one.of(each) for each in was.get("/Annots", [])}
    for each in now.get("/Annots", []):
        if not _is_signature(each) and other.of(each) not in known:
            yield str(each.get("/Subtype", "?")).lstrip("/")


def _is_signature(annotation: Any) -> bool:  # noqa: ANN401
    kind = annotation.get("/FT") or annotation.get("/Parent", {}).get("/FT")
    return bool(annotation.get("/Subtype") == "/Widget" and kind == "/Sig")


def _inherited(page: Any, name: str) -> Any:  # noqa: ANN401
    for _ in range(_DEEPEST):
        if name in page:
            return page[name]
        if "/Parent" not in page:
            return None
        page = page["/Parent"]
    return None


class _Prints:
    """Fingerprints of the objects of one file, each with all that it is made of."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], bytes] = {}

    def of_page(self, page: Any) -> tuple[bytes, ...]:  # noqa: ANN401
        """Return the fingerprints of all that a page shows by itself."""
        own = (page.get(each) for each in _OWN)
        return tuple(self.of(each) for each in (*own, *(_inherited(page, n) for n in _INHERITED)))

    def of(self, thing: Any, depth: int = 0) -> bytes:  # noqa: ANN401
        """Return the fingerprint of an object; that of a page elsewhere is its kind alone."""
        from pikepdf import Array, Dictionary, Stream

        if depth > _DEEPEST:
            raise RecursionError
        if not isinstance(thing, (Array, Dictionary, Stream)):
            return hashlib.sha256(f"{type(thing).__name__} {thing!r}".encode()).digest()
        if not thing.is_indirect:
            return self._made(thing, depth)
        if thing.objgen not in self._known:
            # What leads round to itself is told by its place in the round.
            self._known[thing.objgen] = f"above {len(self._known)}".encode()
            self._known[thing.objgen] = self._made(thing, depth)
        return self._known[thing.objgen]

    def _made(self, thing: Any, depth: int) -> bytes:  # noqa: ANN401
        from pikepdf import Array, Stream

        parts = hashlib.sha256(type(thing).__name__.encode())
        if isinstance(thing, Array):
            for each in list(thing):
                parts.update(self.of(each, depth + 1))
            return parts.digest()
        if thing.get("/Type") == "/Page":
            return parts.digest()
        for name in sorted(thing.keys()):
            if name not in _ELSEWHERE:
                parts.update(name.encode() + self.of(thing[name], depth + 1))
        if isinstance(thing, Stream):
            parts.update(hashlib.sha256(thing.read_raw_bytes()).digest())
        return parts.digest()

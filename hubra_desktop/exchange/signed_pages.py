"""Whether two PDFs show the same pages: object by object, whatever their numbers are.

What a signing program adds to a page is a field with the signature; all else that a page is
made of must be what it was. So must what holds for the whole file, as what is run when it is
opened, what is attached to it and which layers are shown.
"""

import hashlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from hubra_desktop.exchange.pdf_file import hold_limits

if TYPE_CHECKING:
    from pikepdf import Page, Pdf

_INHERITED: Final = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_ELSEWHERE: Final = frozenset({"/Parent", "/P", "/StructParent", "/StructParents"})
"""What leads out of a page: where it stands, not what it shows."""
_OWN: Final = ("/Contents", "/Group", "/UserUnit", "/AA")
_DEEPEST: Final = 60
_BY_SIGNING: Final = frozenset(
    {"/AcroForm", "/DSS", "/Extensions", "/Metadata", "/Perms", "/Version"}
)
"""What a signing program sets for the whole file."""
_MOST_OF_PAGE: Final = 0.25
"""More than any signature takes; what is larger can show another page in front of the old."""

Numbered = tuple[int, int]


class Added(NamedTuple):
    """Something that stands on a page beside signatures and what was there."""

    page: int
    what: str
    covers: bool = False
    """Whether it is a signature, but larger than one has to be."""


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


def differing_whole(issued: bytes, signed: bytes) -> str:
    """Return the name of what holds for the whole file and is another, "" where nothing is."""
    with _opened(issued) as was, _opened(signed) as now:
        for name in dict.fromkeys((*was.Root.keys(), *now.Root.keys())):
            # The pages are compared one by one.
            apart = name != "/Pages" and name not in _BY_SIGNING
            if apart and not _is_same(was.Root.get(name), now.Root.get(name)):
                return name.lstrip("/")
        one, other = (_xfa(each) for each in (was, now))
        return "" if _is_same(one, other) else "XFA"


def _xfa(pdf: "Pdf") -> Any:  # noqa: ANN401
    form = pdf.Root.get("/AcroForm")
    return None if form is None else form.get("/XFA")


def added_marks(issued: bytes, signed: bytes, fields: frozenset[Numbered]) -> tuple[Added, ...]:
    """Return what stands on the pages of a file beside its signatures and was not there.

    Both have as many pages; the fields are those that hold the signatures of the file.
    """
    with _opened(issued) as was, _opened(signed) as now:
        signatures = _Signatures(fields)
        return tuple(
            each
            for number, (page, same) in enumerate(zip(was.pages, now.pages, strict=True), 1)
            for each in _added(page, same, number, signatures)
        )


def _opened(content: bytes) -> "Pdf":
    from pikepdf import Pdf

    hold_limits()
    return Pdf.open(BytesIO(content))


def _added(was: "Page", now: "Page", number: int, signatures: "_Signatures") -> Iterator[Added]:
    one, other = _Prints(), _Prints()
    known = {one.of(each) for each in was.obj.get("/Annots", [])}
    for each in now.obj.get("/Annots", []):
        if other.of(each) in known:
            continue
        part = _area(each.get("/Rect")) / (_area(now.cropbox) or 1)
        if not signatures.take(each, part):
            yield Added(number, str(each.get("/Subtype", "?")).lstrip("/"))
        elif part > _MOST_OF_PAGE:
            yield Added(number, "", covers=True)


def _area(box: Any) -> float:  # noqa: ANN401
    if box is None:
        return 0
    left, low, right, high = (float(each) for each in box)
    return abs(right - left) * abs(high - low)


class _Signatures:
    """The signatures of a file, each of which is shown in one place."""

    def __init__(self, fields: frozenset[Numbered]) -> None:
        self._fields = fields
        self._taken: set[tuple[int, ...]] = set()

    def take(self, annotation: Any, part: float) -> bool:  # noqa: ANN401
        """Tell whether what stands on this part of a page is a signature not yet shown."""
        field = annotation if "/T" in annotation else annotation.get("/Parent", {})
        signature = field.get("/V", {})
        kind = annotation.get("/FT") or field.get("/FT")
        if annotation.get("/Subtype") != "/Widget" or kind != "/Sig":
            return False
        covered = tuple(int(each) for each in signature.get("/ByteRange", ()))
        if not covered or covered in self._taken:
            return False
        self._taken.add(covered)
        # A time stamp of the whole file is nobody's signature, and has nothing to show.
        stamp = signature.get("/Type") == "/DocTimeStamp" and part == 0
        return stamp or field.objgen in self._fields


def _is_same(was: Any, now: Any) -> bool:  # noqa: ANN401
    """Tell whether two objects are made of the same; a page among it is a page alone."""
    pairs, seen = [(was, now)], set[tuple[Numbered, Numbered]]()
    while pairs:
        one, other = pairs.pop()
        if getattr(one, "is_indirect", False) and getattr(other, "is_indirect", False):
            if (one.objgen, other.objgen) in seen:
                continue
            seen.add((one.objgen, other.objgen))
        parts = _parts(one, other)
        if parts is None:
            return False
        pairs.extend(parts)
    return True


def _parts(one: Any, other: Any) -> list[tuple[Any, Any]] | None:  # noqa: ANN401
    """Return what two objects are made of, side by side; None where they are not the same."""
    from pikepdf import Array, Dictionary, Stream

    if _kind(one) != _kind(other):
        return None
    if isinstance(one, Array):
        whole = len(one) == len(other)
        return list(zip(list(one), list(other), strict=True)) if whole else None
    if not isinstance(one, (Dictionary, Stream)):
        return [] if repr(one) == repr(other) else None
    if one.get("/Type") == "/Page" and other.get("/Type") == "/Page":
        return []
    if one.keys() != other.keys() or _raw(one) != _raw(other):
        return None
    return [(one[name], other[name]) for name in one.keys()]  # noqa: SIM118


def _kind(thing: Any) -> str:  # noqa: ANN401
    """Return what sort of object something is; those of a file are all of one Python type."""
    from pikepdf import Array, Dictionary, Stream

    sorts = (Array, Dictionary, Stream)
    return next((each.__name__ for each in sorts if isinstance(thing, each)), type(thing).__name__)


def _raw(thing: Any) -> bytes:  # noqa: ANN401
    from pikepdf import Stream

    return bytes(thing.read_raw_bytes()) if isinstance(thing, Stream) else b""


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
            return hashlib.sha256(f"{_kind(thing)} {thing!r}".encode()).digest()
        if not thing.is_indirect:
            return self._made(thing, depth)
        if thing.objgen not in self._known:
            # What leads round to itself is told by its place in the round.
            self._known[thing.objgen] = f"above {len(self._known)}".encode()
            self._known[thing.objgen] = self._made(thing, depth)
        return self._known[thing.objgen]

    def _made(self, thing: Any, depth: int) -> bytes:  # noqa: ANN401
        from pikepdf import Array, Stream

        parts = hashlib.sha256(_kind(thing).encode())
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

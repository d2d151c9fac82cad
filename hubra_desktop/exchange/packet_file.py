"""A paper's PDF opened to be bound: refused for what it is, and freed of what does things.

Nothing of a file from somewhere is believed. What runs, submits, opens or plays something
is taken out; a form's fields become pictures of themselves that still say what they hold;
links keep leading where they led. The pages themselves are not touched.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Final

from hubra_desktop.exchange.packet_room import Thing
from hubra_desktop.exchange.pdf_file import hold_limits, is_pdf
from hubra_desktop.model.dispatch.packets import LARGEST_PART, MOST_PAGES, Unbound, UnboundError

if TYPE_CHECKING:
    from pikepdf import Pdf

_MOST_OBJECTS: Final = 500_000
_DEEPEST: Final = 64
_SHOWN: Final = frozenset({
    "/Link", "/Text", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine",
    "/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Stamp", "/Caret", "/Ink",
})  # fmt: skip
"""Notes on a page that only show something; what plays or carries a file is taken out."""
_INHERITED: Final = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_DOING: Final = ("/AA", "/B", "/Thumb", "/PieceInfo", "/Metadata", "/PresSteps", "/Dur", "/Trans")
"""What a page has beside its looks: steps, threads, private data of programs."""
_HIDDEN: Final = 2
_PRINTED: Final = 4
_LOCKED: Final = 4 + 64 + 128


@dataclass
class OpenPart:
    """A file opened to be bound: ``pages`` in order, and what was done to its notes.

    ``gone`` are notes that were taken out, ``pictured`` fields that became pictures;
    ``tagged`` the pages whose content the structure tells of, by their place.
    """

    pdf: "Pdf"
    pages: list[Thing]
    gone: set[tuple[int, int]] = field(default_factory=set)
    pictured: set[tuple[int, int]] = field(default_factory=set)
    tagged: set[int] = field(default_factory=set)

    @property
    def tree(self) -> Thing:
        """Return the structure, None where there is none to trust."""
        root: Thing = self.pdf.Root
        marked = bool(root.get("/MarkInfo", {}).get("/Marked", False))
        tree = root.get("/StructTreeRoot")
        return tree if marked and tree is not None and "/K" in tree else None


def open_part(content: bytes) -> OpenPart:
    """Open a file to be bound; raises UnboundError that tells why it cannot be."""
    if not is_pdf(content):
        raise UnboundError(Unbound.OTHER)
    if len(content) > LARGEST_PART or content.count(b" obj") > _MOST_OBJECTS:
        raise UnboundError(Unbound.LARGE)
    from pikepdf import PasswordError, Pdf

    hold_limits()
    try:
        pdf = Pdf.open(BytesIO(content))
        _refuse(pdf)
        return _opened(pdf)
    except UnboundError:
        raise
    except PasswordError:
        raise UnboundError(Unbound.LOCKED) from None
    except Exception:
        # What is broken fails in as many ways as there are; to the user they are one.
        raise UnboundError(Unbound.DAMAGED) from None


def page_count(content: bytes) -> int:
    """Return how many pages a file has; raises UnboundError as ``open_part`` does."""
    return len(open_part(content).pages)


def _refuse(pdf: "Pdf") -> None:
    if pdf.is_encrypted:
        raise UnboundError(Unbound.LOCKED)
    if "/XFA" in pdf.Root.get("/AcroForm", {}):
        raise UnboundError(Unbound.DYNAMIC)
    if "/Collection" in pdf.Root:
        raise UnboundError(Unbound.PORTFOLIO)
    if not len(pdf.pages):
        raise UnboundError(Unbound.DAMAGED)
    if len(pdf.pages) > MOST_PAGES:
        raise UnboundError(Unbound.LARGE)


def _opened(pdf: "Pdf") -> OpenPart:
    pages: list[Thing] = [page.obj for page in pdf.pages]
    if "/AcroForm" in pdf.Root:
        pdf.generate_appearance_streams()
    part = OpenPart(pdf, pages)
    for page in pages:
        _push_down(page)
        for each in _DOING:
            if each in page:
                del page[each]
    parents = tree_entries(part.tree.get("/ParentTree")) if part.tree is not None else {}
    for place, page in enumerate(pages):
        if int(page.get("/StructParents", -1)) in parents:
            part.tagged.add(place)
    _Notes(part).clean()
    return part


def _push_down(page: Thing) -> None:
    """Give a page what it has of the branches that it hangs on."""
    for name in _INHERITED:
        above, steps = page.get("/Parent"), 0
        while name not in page and above is not None and steps < _DEEPEST:
            if name in above:
                page[name] = above[name]
            above, steps = above.get("/Parent"), steps + 1


def tree_entries(tree: Thing, name: str = "/Nums") -> dict[Thing, Thing]:
    """Return what a tree of numbers, or of names, holds, by its keys."""
    return dict(_entries(tree, name)) if tree is not None else {}


def _entries(tree: Thing, name: str) -> Iterator[tuple[Thing, Thing]]:
    """Yield what hangs on the branches of a tree, each branch once: they may lead in circles."""
    waiting, seen = [tree], set[tuple[int, int]]()
    while waiting:
        branch = waiting.pop()
        if branch.objgen != (0, 0) and branch.objgen in seen:
            continue
        seen.add(branch.objgen)
        listed = list(branch.get(name, ()))
        yield from zip(listed[::2], listed[1::2], strict=False)
        waiting += reversed(list(branch.get("/Kids", ())))


def link_places(part: OpenPart) -> Callable[[Thing], Thing]:
    """Return what tells where a name or an array in a file leads: an array, None for nowhere."""
    return _Notes(part).place


class _Notes:
    """Cleans the notes of a file's pages (links, fields, remarks)."""

    def __init__(self, part: OpenPart) -> None:
        self._part, self._pdf = part, part.pdf
        self._known = {page.objgen for page in part.pages}
        self._named = self._names()

    def _names(self) -> dict[str, Thing]:
        """Return the places in the file that have names."""
        root: Thing = self._pdf.Root
        named = {str(key): each for key, each in root.get("/Dests", {}).items()}
        tree = root.get("/Names", {}).get("/Dests")
        if tree is not None:
            named |= {str(key): each for key, each in tree_entries(tree, "/Names").items()}
        return named

    def clean(self) -> None:
        from pikepdf import Array

        for page in self._part.pages:
            notes = page.get("/Annots")
            if notes is None:
                continue
            kept = []
            for each in list(notes):
                note = each if each.is_indirect else self._pdf.make_indirect(each)
                if self._keeps(note):
                    note.P = page
                    kept.append(note)
                else:
                    self._part.gone.add(note.objgen)
            del page["/Annots"]
            if kept:
                page.Annots = Array(kept)

    def _keeps(self, note: Thing) -> bool:
        from pikepdf import Dictionary

        if not isinstance(note, Dictionary) or int(note.get("/F", 0)) & _HIDDEN:
            return False
        if str(note.get("/Subtype")) == "/Widget":
            return self._pictured(note)
        if str(note.get("/Subtype")) not in _SHOWN:
            return False
        for each in ("/AA", "/Popup", "/PA"):
            if each in note:
                del note[each]
        note.F = int(note.get("/F", 0)) | _PRINTED
        return str(note.Subtype) != "/Link" or self._leads(note)

    def _leads(self, link: Thing) -> bool:
        """Let a link lead to a page of the file or to the web, and nowhere else."""
        action = link.get("/A")
        target = link.get("/Dest")
        if action is not None and str(action.get("/S")) == "/URI":
            if "/Next" in action:
                del action["/Next"]
            link.Contents = str(link.get("/Contents", "")) or str(action.get("/URI", "")) or "Länk"
            return True
        if action is not None:
            target = action.get("/D") if str(action.get("/S")) == "/GoTo" else None
            del link["/A"]
        place = self.place(target)
        if place is None:
            return False
        link.Dest = place
        link.Contents = str(link.get("/Contents", "")) or "Länk inom handlingen"
        return True

    def place(self, target: Thing) -> Thing:
        """Return where a name or an array leads, as an array; None for nowhere."""
        from pikepdf import Array, Dictionary, Name, String

        if isinstance(target, (String, Name)):
            target = self._named.get(str(target))
        if isinstance(target, Dictionary):
            target = target.get("/D")
        if not isinstance(target, Array) or len(target) < 1:
            return None
        page = target[0]
        inside = isinstance(page, Dictionary) and page.objgen in self._known
        return target if inside else None

    def _pictured(self, field: Thing) -> bool:
        """Make of a field a picture that says what it holds; one that shows nothing goes."""
        from pikepdf import Dictionary, Name, Stream

        shown = field.get("/AP", {}).get("/N")
        if isinstance(shown, Dictionary) and not isinstance(shown, Stream):
            shown = shown.get(str(field.get("/AS", "/Off")))
        if not isinstance(shown, Stream):
            return False
        told = _told(field)
        for key in list(field.keys()):
            if key not in {"/Type", "/Rect", "/StructParent", "/F", "/OC"}:
                del field[key]
        field.Subtype, field.AP = Name.Stamp, Dictionary(N=shown)
        field.F, field.Contents = int(field.get("/F", 0)) | _LOCKED, told
        self._part.pictured.add(field.objgen)
        return True


def _told(field: Thing) -> str:
    """Return what a field is called and holds, as text."""
    from pikepdf import Name, String

    name = value = None
    above, steps = field, 0
    while above is not None and steps < _DEEPEST:
        name = name or above.get("/TU") or above.get("/T")
        value = value or above.get("/V")
        above, steps = above.get("/Parent"), steps + 1
    held = str(value).lstrip("/") if isinstance(value, (String, Name)) else ""
    return ": ".join(each for each in (str(name or "Fält"), held) if each)

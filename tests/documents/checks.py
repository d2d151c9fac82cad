"""What every printed file must hold: a validator's rules and the invariants it does not check.

``problems`` gathers all: PDF/A and PDF/UA by page-validation, marks against tree
against parent tree, the four faults that checkers overlook (spoken text that says
nothing, Info unlike XMP, tables without headers, line ends without a space), and what
contents, pictures and carried files promise.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import page as page_validation
import pikepdf
from pikepdf import Dictionary, Object, Pdf

from tests.documents.promises import (
    attachment_faults,
    contents_faults,
    figure_faults,
    header_faults,
)
from tests.documents.reading import as_list, decoders, elements, shown

PAINTING = frozenset({"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Tj", "TJ", "'", '"', "Do"})
SHOWING = frozenset({"Tj", "TJ", "'", '"'})
MAY_BE_EMPTY = frozenset({"/TD", "/TH"})
FILE_NAME = re.compile(r"^\S+\.(png|jpe?g|gif|svg)$", re.IGNORECASE)


def problems(data: bytes, words: str = "") -> list[str]:
    """Return everything that is wrong with a printed file; empty when it may be archived.

    ``words`` is the text with the words that are too long for a line: those are cut
    without a sign.
    """
    with Pdf.open(BytesIO(data)) as pdf:
        own = [*invariants(pdf), *overlooked(pdf, words)]
    return [
        *rule_failures(data, archive_profile(data)),
        *rule_failures(data, "ua1"),
        *own,
    ]


def archive_profile(data: bytes) -> str:
    """Return the level of PDF/A that a file must keep: 3a when it carries files, else 2a."""
    with Pdf.open(BytesIO(data)) as pdf:
        return "3a" if "/EmbeddedFiles" in pdf.Root.get("/Names", {}) else "2a"


def rule_failures(data: bytes, profile: str) -> list[str]:
    """Return the validator's failed rules for one profile."""
    try:
        report = page_validation.validate_pdf_bytes(data, profile=profile)
    except page_validation.ParseError as unreadable:
        return [f"{profile}: {unreadable}"]
    return [f"{profile} {failure.rule_id}: {failure.message}" for failure in report.failures]


@dataclass
class Marks:
    """What the content streams hold: tag by page and number, and which of them paint."""

    tags: dict[tuple[int, int], str] = field(default_factory=dict)
    painted: set[tuple[int, int]] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)


def invariants(pdf: Pdf) -> list[str]:
    """Compare marks, structure tree, parent tree and annotations; return what disagrees."""
    if "/StructTreeRoot" not in pdf.Root:
        return ["no structure tree"]
    marks = Marks()
    for number, page in enumerate(pdf.pages):
        _read_marks(page, number, marks)
    tree = _Tree(pdf)
    return [*marks.faults, *tree.faults, *_claims(marks, tree), *tree.parent_tree_faults()]


def _read_marks(page: pikepdf.Page, number: int, marks: Marks) -> None:
    stack: list[int | None] = []
    in_text = False
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator in {"BDC", "BMC"}:
            mcid = _opened(instruction, number, marks)
            if mcid is not None and any(outer is not None for outer in stack):
                marks.faults.append(f"page {number}: mark {mcid} inside another")
            stack.append(mcid)
        elif operator == "EMC":
            if not stack:
                marks.faults.append(f"page {number}: EMC without a beginning")
                continue
            stack.pop()
        elif operator in {"BT", "ET"}:
            in_text = operator == "BT"
        elif operator in PAINTING:
            _painted(number, operator, stack, in_text, marks)
    if stack:
        marks.faults.append(f"page {number}: a mark is never closed")


def _opened(
    instruction: pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage,
    number: int,
    marks: Marks,
) -> int | None:
    operands = list(instruction.operands)
    if str(operands[0]) == "/Artifact":
        return None
    properties = operands[1] if len(operands) > 1 else Dictionary()
    if "/MCID" not in properties:
        return None
    mcid = int(properties.MCID)
    if (number, mcid) in marks.tags:
        marks.faults.append(f"page {number}: mark {mcid} twice")
    marks.tags[number, mcid] = str(operands[0])
    return mcid


def _painted(
    number: int, operator: str, stack: list[int | None], in_text: bool, marks: Marks
) -> None:
    if not stack:
        marks.faults.append(f"page {number}: {operator} outside any mark")
    elif stack[-1] is not None:
        marks.painted.add((number, stack[-1]))
    elif operator in SHOWING and not in_text:
        marks.faults.append(f"page {number}: {operator} outside a text object")


class _Tree:
    """The structure tree as claimed: who owns which mark and which annotation."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.root = pdf.Root.StructTreeRoot
        self.pages = {page.obj.objgen: place for place, page in enumerate(pdf.pages)}
        self.marks: dict[tuple[int, int], list[Object]] = {}
        self.annotations: dict[tuple[int, int], list[Object]] = {}
        self.faults: list[str] = []
        self.ids: list[str] = []
        for kid in as_list(self.root.K):
            self._walk(kid, self.root)
        if len(self.ids) != len(set(self.ids)):
            self.faults.append("two elements have the same ID")

    def _walk(self, element: Object, parent: Object) -> None:
        tag = str(element.S)
        if element.P.objgen != parent.objgen:
            self.faults.append(f"{tag} names another parent")
        if "/ID" in element:
            self.ids.append(str(element.ID))
        elif tag == "/Note":
            self.faults.append("a Note without ID")
        kids = as_list(element.get("/K"))
        if not kids and tag not in MAY_BE_EMPTY:
            self.faults.append(f"{tag} holds nothing")
        for kid in kids:
            self._kid(element, kid)

    def _kid(self, element: Object, kid: Object | int) -> None:
        if isinstance(kid, int):
            self._claim(element, element.Pg, kid)
        elif str(kid.get("/Type", "")) == "/MCR":
            self._claim(element, kid.Pg, int(kid.MCID))
        elif str(kid.get("/Type", "")) == "/OBJR":
            self.annotations.setdefault(kid.Obj.objgen, []).append(element)
        else:
            self._walk(kid, element)

    def _claim(self, element: Object, page: Object, mcid: int) -> None:
        self.marks.setdefault((self.pages[page.objgen], mcid), []).append(element)

    def parent_tree_faults(self) -> Iterator[str]:
        entries = as_list(self.root.ParentTree.Nums)
        numbers = dict(zip(map(int, entries[::2]), entries[1::2], strict=True))
        if list(numbers) != sorted(numbers):
            yield "the parent tree is not in order"
        for place, page in enumerate(self.pdf.pages):
            if "/StructParents" not in page.obj:
                yield f"page {place} has no StructParents"
                continue
            owners = as_list(numbers.get(int(page.obj.StructParents), []))
            claimed = [self.marks.get((place, mcid), [None])[0] for mcid in range(len(owners))]
            if [owner.objgen for owner in owners] != [c.objgen if c else None for c in claimed]:
                yield f"page {place}: the parent tree disagrees with the structure"
            if len(owners) != sum(1 for page_no, _ in self.marks if page_no == place):
                yield f"page {place}: the parent tree lacks marks"
            yield from self._annotation_faults(place, page, numbers)

    def _annotation_faults(
        self, place: int, page: pikepdf.Page, numbers: dict[int, Object]
    ) -> Iterator[str]:
        for annotation in as_list(page.obj.get("/Annots")):
            owners = self.annotations.get(annotation.objgen, [])
            if len(owners) != 1:
                yield f"page {place}: an annotation has {len(owners)} owners"
                continue
            key = int(annotation.get("/StructParent", -1))
            if key not in numbers or numbers[key].objgen != owners[0].objgen:
                yield f"page {place}: an annotation's StructParent leads elsewhere"
            if annotation.P.objgen != page.obj.objgen:
                yield f"page {place}: an annotation names another page"


def _claims(marks: Marks, tree: _Tree) -> Iterator[str]:
    for place, owners in tree.marks.items():
        if len(owners) > 1:
            yield f"mark {place} has {len(owners)} owners"
        if place not in marks.tags:
            yield f"mark {place} is claimed but not drawn"
        elif marks.tags[place] != str(owners[0].S):
            yield f"mark {place} is {marks.tags[place]}, its element {owners[0].S}"
        elif place not in marks.painted:
            yield f"mark {place} paints nothing"
    for place in marks.tags:
        if place not in tree.marks:
            yield f"mark {place} belongs to no element"


def overlooked(pdf: Pdf, words: str = "") -> list[str]:
    """Return the faults that checkers do not look for, or not all of them."""
    return [
        *_empty_words(pdf),
        *_info_unlike_xmp(pdf),
        *_headless(pdf),
        *_unspaced_lines(pdf, words),
        *attachment_faults(pdf),
        *contents_faults(pdf),
        *figure_faults(pdf),
        *header_faults(pdf),
    ]


def _empty_words(pdf: Pdf) -> Iterator[str]:
    for element in elements(pdf):
        spoken = str(element.get("/Alt", "")).strip()
        if str(element.S) == "/Figure" and (not spoken or FILE_NAME.match(spoken)):
            yield f"a figure is read as {spoken!r}"
    for page in pdf.pages:
        for annotation in as_list(page.obj.get("/Annots")):
            if not str(annotation.get("/Contents", "")).strip():
                yield "a link says nothing"


def _info_unlike_xmp(pdf: Pdf) -> Iterator[str]:
    info = pdf.docinfo
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        pairs = {
            "title": (str(info.get("/Title")), xmp.get("dc:title")),
            "author": (str(info.get("/Author")), "".join(xmp.get("dc:creator", []))),
            "subject": (str(info.get("/Subject")), xmp.get("dc:description")),
            "producer": (str(info.get("/Producer")), xmp.get("pdf:Producer")),
            "date": (str(info.get("/CreationDate"))[2:10], _digits(xmp.get("xmp:CreateDate", ""))),
        }
    for name, (one, other) in pairs.items():
        if one != other:
            yield f"{name}: Info says {one!r}, XMP {other!r}"


def _digits(stamp: object) -> str:
    return str(stamp)[:10].replace("-", "")


def _headless(pdf: Pdf) -> Iterator[str]:
    for element in elements(pdf):
        if str(element.S) == "/Table" and not any(str(kid.S) == "/TH" for kid in _below(element)):
            yield "a table has no header cell"


def _below(element: Object) -> Iterator[Object]:
    for kid in as_list(element.get("/K")):
        if not isinstance(kid, int) and "/S" in kid:
            yield kid
            yield from _below(kid)


def _unspaced_lines(pdf: Pdf, words: str) -> Iterator[str]:
    """Find text that goes on below without a space or hyphen at the end of the line above."""
    whole = words.replace("\u00ad", "")
    for number, page in enumerate(pdf.pages):
        before: tuple[int, float, str] | None = None
        for mcid, y, text in _lines(page):
            if before and mcid == before[0] and y < before[1] - 1:
                tail, head = before[2].split(" ")[-1], text.split(" ")[0]
                # An address is divided after one of its marks, and bears no sign of it.
                address = "://" in tail and tail[-1:] in {"=", "&", "?", "#", "."}
                signed = tail[-1:] in {"", "\u00ad", "\u00a0", "-", "/", "\u2010"} or address
                if not signed and (tail + head).replace("\u00ad", "") not in whole:
                    yield f"page {number}: {tail!r} runs into {head!r}"
            before = (mcid, y, text)


def _lines(page: pikepdf.Page) -> Iterator[tuple[int, float, str]]:
    """Yield the lines of a page's marked text: number, baseline and text."""
    lines: list[tuple[int, float, str]] = []
    for mcid, y, text in shown(page, decoders(page)):
        if mcid is None:
            continue
        if lines and lines[-1][:2] == (mcid, y):
            lines.append((mcid, y, lines.pop()[2] + text))
        else:
            lines.append((mcid, y, text))
    yield from lines

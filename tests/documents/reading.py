"""Reading a printed file: as a screen reader would, and as another program does.

``spoken`` follows the structure tree by our own reading of it; ``text_of`` and
``structure_of`` ask poppler, so that one error cannot hide in both.
"""

import re
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Dictionary, Object, Pdf

INLINE = frozenset({"/Link", "/Reference", "/Span"})


def as_list(thing: object) -> list[Any]:
    """Return an array's entries, a lone entry as a list of one, nothing as none."""
    if thing is None:
        return []
    if isinstance(thing, (pikepdf.Array, list)):
        return list(thing)
    return [thing]


def elements(pdf: Pdf) -> Iterator[Object]:
    """Yield every structure element in reading order."""
    root = pdf.Root.get("/StructTreeRoot", Dictionary())
    waiting = list(reversed(as_list(root.get("/K"))))
    while waiting:
        element = waiting.pop()
        yield element
        kids = [kid for kid in as_list(element.get("/K")) if not isinstance(kid, int)]
        waiting += [kid for kid in reversed(kids) if "/S" in kid]


def decoders(page: pikepdf.Page) -> dict[str, dict[int, str]]:
    """Return what each font of a page makes of its codes."""
    fonts = page.obj.Resources.get("/Font", Dictionary())
    return {str(name): _to_unicode(font) for name, font in fonts.items()}


def _to_unicode(font: Object) -> dict[int, str]:
    if "/ToUnicode" not in font:
        return {}
    text = font.ToUnicode.read_bytes().decode("ascii")
    pairs = re.findall(r"<([0-9A-F]{2})> <([0-9A-F]{4,})>", text)
    return {int(code, 16): bytes.fromhex(target).decode("utf-16-be") for code, target in pairs}


def shown(
    page: pikepdf.Page, fonts: dict[str, dict[int, str]]
) -> Iterator[tuple[int | None, float, str]]:
    """Yield what a page writes: the mark it stands in, its baseline and its text."""
    mcid: int | None = None
    y = 0.0
    decode: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), list(instruction.operands)
        if operator == "BDC":
            properties = operands[1]
            mcid = int(properties.MCID) if "/MCID" in properties else None
        elif operator in {"BMC", "EMC"}:
            mcid = None
        elif operator == "Tm":
            y = float(operands[5])
        elif operator == "Tf":
            decode = fonts[str(operands[0])]
        elif operator in {"Tj", "TJ"}:
            parts = as_list(operands[0]) if operator == "TJ" else [operands[0]]
            raw = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
            yield mcid, y, "".join(decode.get(code, "" if code != 32 else " ") for code in raw)


def text_sizes(data: bytes) -> Iterator[tuple[int, float, str]]:
    """Yield every text that is drawn: its page from 1, its size in points as seen, its words.

    Furniture and the labels of drawings are among them.
    """
    with Pdf.open(BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            fonts = decoders(page)
            kept: list[float] = []
            scale, size = 1.0, 0.0
            decode: dict[int, str] = {}
            for instruction in pikepdf.parse_content_stream(page):
                operator, operands = str(instruction.operator), list(instruction.operands)
                if operator == "q":
                    kept.append(scale)
                elif operator == "Q":
                    scale = kept.pop()
                elif operator == "cm":
                    a, b, c, d = (float(each) for each in operands[:4])
                    scale *= abs(a * d - b * c) ** 0.5
                elif operator == "Tf":
                    decode, size = fonts[str(operands[0])], float(operands[1])
                elif operator in {"Tj", "TJ"}:
                    parts = as_list(operands[0]) if operator == "TJ" else [operands[0]]
                    raw = b"".join(bytes(p) for p in parts if isinstance(p, pikepdf.String))
                    yield number, size * scale, "".join(decode.get(code, "") for code in raw)


def spoken(data: bytes) -> str:
    """Read the file as a screen reader would: ActualText and Alt in place of what is drawn."""
    with Pdf.open(BytesIO(data)) as pdf:
        say = speaker(pdf)
        return "".join(map(say, as_list(pdf.Root.StructTreeRoot.K)))


def speaker(pdf: Pdf) -> Callable[[Object], str]:
    """Return the reader of one file: it says what a structure element says."""
    text = shown_text(pdf)
    return lambda element: _voice(element, text)


def shown_text(pdf: Pdf) -> Callable[[Object, Any], str]:
    """Return what reads the marks of one file: an element's kid that is none, as it is drawn."""
    pages = {page.obj.objgen: place for place, page in enumerate(pdf.pages)}
    drawn: dict[tuple[int, int], str] = {}
    for place, page in enumerate(pdf.pages):
        for mcid, _, text in shown(page, decoders(page)):
            if mcid is not None:
                drawn[place, mcid] = drawn.get((place, mcid), "") + text

    def of(element: Object, kid: Any) -> str:
        if isinstance(kid, int):
            return drawn[pages[element.Pg.objgen], kid]
        if str(kid.get("/Type", "")) == "/MCR":
            return drawn[pages[kid.Pg.objgen], int(kid.MCID)]
        return ""

    return of


def _voice(element: Object, text: Callable[[Object, Any], str]) -> str:
    if "/ActualText" in element:
        return str(element.ActualText)
    if str(element.S) == "/Figure":
        return str(element.get("/Alt", ""))
    said = ""
    for kid in as_list(element.get("/K")):
        below = isinstance(kid, Object) and "/S" in kid
        said += _voice(kid, text) if below else text(element, kid)
    return said + ("" if str(element.S) in INLINE else "\n")


def text_of(data: bytes) -> str:
    """Read the text of the structure tree in reading order, by another program (poppler)."""
    listing = run("pdfinfo", "-struct-text", data=data)
    return "\n".join(re.findall(r'^\s+"(.*)"$', listing, flags=re.MULTILINE))


def structure_of(data: bytes) -> str:
    """Return the structure tree with its text as poppler lists it, without object numbers."""
    listing = run("pdfinfo", "-struct-text", data=data)
    return re.sub(r"Object \d+ 0", "Object", listing)


def _printed(listing: bytes) -> str:
    """Read what a program prints, where poppler leaves the file's own words as they are."""
    whole = re.sub(rb"\(\xfe\xff(.*)\)$", _words, listing, flags=re.MULTILINE)
    return whole.decode("utf-8")


def _words(found: re.Match[bytes]) -> bytes:
    return f"({found[1].decode('utf-16-be')})".encode()


def run(*command: str, data: bytes, after: tuple[str, ...] = ()) -> str:
    """Run a program on ``data`` as a file and return what it prints; raises when it fails."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "document.pdf")
        path.write_bytes(data)
        done = subprocess.run(
            [*command, str(path), *after], capture_output=True, check=True, timeout=60
        )
    return _printed(done.stdout)


def words_of(page: str) -> str:
    """Return the words of a web page: no markup, no soft hyphens, every space a plain one."""
    words = re.sub(r"<style>.*?</style>|<[^>]+>|\u00ad", "", page, flags=re.DOTALL)
    return words.replace("\u00a0", " ")


def squeezed(text: str) -> str:
    """Leave out white space and soft hyphens, for comparing texts whatever their lines."""
    return re.sub(r"[\s\u00a0\u00ad]+", "", text)

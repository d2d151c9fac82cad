"""All access to ReportLab's private parts, each with a test.

The names used here are private to its release 5.1 (the dependency is held to it); no other
module of the kit uses them.
"""

from io import BytesIO
from typing import Any, TypeAlias

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

EngineDocument: TypeAlias = Any
EnginePage: TypeAlias = Any
EngineValue: TypeAlias = Any


class BrokenDocumentError(RuntimeError):
    """A document that would not be whole: a fault in the program, not in the user's text."""


class Ready(pdfdoc.PDFObject):  # type: ignore[misc]
    """A PDF object whose bytes are ready; always referred to, never written inline."""

    __RefOnly__ = 1

    def __init__(self, data: bytes = b"null") -> None:
        """Hold ``data``, which may be set later."""
        self.data = data

    def format(self, _document: EngineDocument) -> bytes:
        """Return the bytes."""
        return self.data


class ReadyInfo(pdfdoc.PDFInfo):  # type: ignore[misc]
    """The Info dictionary as ready bytes, in place of the engine's own."""

    def __init__(self, data: bytes) -> None:
        """Hold ``data``."""
        super().__init__()
        self.data = data

    def format(self, _document: EngineDocument) -> bytes:
        """Return the bytes."""
        return self.data


class _WholeStream(bytes, pdfdoc.PDFObject):  # type: ignore[misc]
    """Stream data that ends its line before ``endstream``, as every part of PDF/A asks.

    CR LF, because data that itself ends in CR would make a lone LF ambiguous.
    """

    __slots__ = ()

    def format(self, _document: EngineDocument) -> bytes:
        return bytes(self) + b"\r\n"


class _StreamEnds(pdfdoc.NoEncryption):  # type: ignore[misc]
    """The one hook that every stream passes on its way into the file."""

    def encode(self, data: EngineValue) -> EngineValue:
        if isinstance(data, str):
            data = data.encode("latin-1")
        return _WholeStream(data) if isinstance(data, bytes) else data


def _refuse_font(name: str) -> str:
    raise BrokenDocumentError(f"the font {name} would not be embedded")


class Engine:
    """One ReportLab canvas, opened for marked content.

    ``code`` is the open page's operators, ``document`` the file being made and
    ``canvas`` what pictures and the outline are drawn with.
    """

    def __init__(self, size: tuple[float, float], lang: str, font: str) -> None:
        """Start a file of pages ``size`` in ``lang``; ``font`` must be registered."""
        self.canvas: Any = Canvas(
            BytesIO(), pagesize=size, pageCompression=1, invariant=1, pdfVersion=(1, 7),
            initialFontName=font, lang=lang,
        )  # fmt: skip
        self.document: EngineDocument = self.canvas._doc  # noqa: SLF001
        self.document.encrypt = _StreamEnds()
        self.document.getInternalFontName = _refuse_font

    @property
    def code(self) -> list[str]:
        """The operators of the page being drawn."""
        code: list[str] = self.canvas._code  # noqa: SLF001
        return code

    @property
    def pages(self) -> list[EnginePage]:
        """The pages that are closed."""
        pages: list[EnginePage] = self.document.Pages.pages
        return pages

    def reference(self, name: str) -> bytes:
        """Write a reference to the object called ``name``."""
        number, version = self.document.idToObjectNumberAndVersion[name]
        return f"{number} {version} R".encode()

    def register(self, thing: pdfdoc.PDFObject) -> bytes:
        """Give ``thing`` a number in the file and write a reference to it."""
        return self.reference(self.document.Reference(thing).name)

    def extend(self, thing: EngineValue, **entries: EngineValue) -> None:
        """Add ``entries`` that the engine has no slot for to a page or the catalog."""
        thing.__NoDefault__ = [*thing.__NoDefault__, *entries]
        for name, value in entries.items():
            setattr(thing, name, value)

    def close(self, information: bytes, identity: bytes) -> bytes:
        """Finish the file with its Info dictionary and /ID array, and return its bytes."""
        self.document.info = ReadyInfo(information)
        self.document._ID = identity  # noqa: SLF001
        return bytes(self.canvas.getpdfdata())


def font_data(face: EngineValue) -> bytes:
    """Return the whole font file that a ReportLab face was read from."""
    data: bytes = face._ttf_data  # noqa: SLF001
    return data

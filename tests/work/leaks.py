"""Every byte that a file holds, laid open, and words sought in it in every way they can stand."""

import base64
import binascii
import email
import email.policy
import html
import io
import quopri
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress

from tests.documents.reading import run, text_of

_BASE64 = re.compile(rb"[A-Za-z0-9+/]{40,}={0,2}")
_DEEPEST = 6


def found_in(name: str, content: bytes, words: Iterable[str]) -> set[str]:
    """Return which words stand in a file or its name, however packed, written or spelled."""
    layers = [name.encode(), *opened(content)]
    return {word for word in words if any(_stands(word, each) for each in layers)}


def opened(content: bytes, depth: int = 0) -> Iterator[bytes]:
    """Yield a file's bytes and all that is packed in it: members, streams, parts, data."""
    if depth > _DEEPEST or not content:
        return
    yield content
    yield from _spelled(content)
    for inner in _inside(content):
        yield from opened(inner, depth + 1)


def _inside(content: bytes) -> Iterator[bytes]:
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for each in packed.infolist():
                yield each.filename.encode()
                yield packed.read(each)
    elif content.startswith(b"%PDF"):
        yield from _of_pdf(content)
    elif b"\nMIME-Version:" in content[:4000]:
        yield from _of_mail(content)
    else:
        yield from _of_text(content)


def _of_pdf(content: bytes) -> Iterator[bytes]:
    """Yield every stream inflated, every string as text, what is printed, and what is carried."""
    import pikepdf

    for text in (text_of(content), run("pdftotext", data=content, after=("-",))):
        yield text.encode()
        yield re.sub(r"[\s\u00ad-]", "", text).encode()
    strings: list[bytes] = []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for thing in pdf.objects:
            strings += _strings(thing, 0)
            if isinstance(thing, pikepdf.Stream):
                with suppress(pikepdf.PdfError):
                    inflated = thing.read_bytes()
                    carried = "/Type" in thing and thing.Type == pikepdf.Name.EmbeddedFile
                    strings += [] if carried else [inflated]
                    yield from [inflated] if carried else []
    yield b"\0".join(strings)


def _strings(thing: object, depth: int) -> Iterator[bytes]:
    import pikepdf

    if depth > 4:
        return
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for key, value in thing.items():
            yield str(key).encode()
            if not getattr(value, "is_indirect", False):
                yield from _strings(value, depth + 1)
    elif isinstance(thing, pikepdf.Array):
        for each in thing:
            if not getattr(each, "is_indirect", False):
                yield from _strings(each, depth + 1)

    elif isinstance(thing, pikepdf.String | pikepdf.Name):
        yield str(thing).encode()


def _of_mail(content: bytes) -> Iterator[bytes]:
    message = email.message_from_bytes(content, policy=email.policy.default)
    for part in message.walk():
        yield "\n".join(f"{name}: {value}" for name, value in part.items()).encode()
        yield (part.get_filename() or "").encode()
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            yield payload


def _spelled(content: bytes) -> Iterator[bytes]:
    """Yield a text unfolded, and with its signs spelled out."""
    if content.startswith((b"%PDF", b"PK")):
        return
    unfolded = re.sub(rb"\r?\n[ \t]", b"", content)
    yield unfolded if unfolded != content else b""
    yield quopri.decodestring(content) if b"=" in content else b""
    if b"&" in content:
        yield html.unescape(content.decode("utf-8", errors="replace")).encode()
    if b"\\u" in content:
        text = content.decode("utf-8", errors="replace")
        freed = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)
        yield freed.encode(errors="replace")


def _of_text(content: bytes) -> Iterator[bytes]:
    """Yield what is packed in a text, or is packed itself."""
    with suppress(zlib.error):
        yield zlib.decompress(content)
    for each in _BASE64.finditer(content):
        with suppress(binascii.Error):
            yield base64.b64decode(each[0] + b"=" * (-len(each[0]) % 4))


def _stands(word: str, content: bytes) -> bool:
    """Tell whether a word stands in bytes, in letters of one or two bytes, or in hexadecimal."""
    lowered = content.lower()
    plain = word.lower()
    forms = [plain.encode(), plain.encode("cp1252", errors="replace")]
    forms += [plain.encode("utf-16-be"), plain.encode("utf-16-le")]
    forms += [binascii.hexlify(each) for each in (word.encode(), word.encode("utf-16-be"))]
    return any(each in lowered for each in forms)

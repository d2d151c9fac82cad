"""A file's metadata: XMP, Info, colour profile, identity and attachments.

Everything follows from the document's own data, so the same records give the same bytes.
XMP and Info are written from one value and cannot disagree.
"""

import struct
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import md5, sha256
from html import escape
from typing import Final

from hubra_desktop import __version__
from hubra_desktop.documents.kit.coverage import clean

CREATOR: Final = f"HuBrå {__version__}"
PRODUCER: Final = f"{CREATOR} (ReportLab)"
"""The program and its version, and what it makes the file by."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """A document's title, author, subject and its own date (never the clock's).

    ``kind`` is the type of document ("Kallelse"), ``identifier`` its diarienummer and
    ``publisher`` the organisation whose paper it is; what is empty is left out.

    Each is one line, without what cannot be printed: a control character that somebody
    has pasted would make the metadata unreadable.
    """

    title: str
    author: str
    subject: str
    day: date
    lang: str = "sv-SE"
    kind: str = ""
    identifier: str = ""
    publisher: str = ""

    def __post_init__(self) -> None:
        """Take out of the texts what no line of print holds."""
        for name in ("title", "author", "subject", "kind", "identifier", "publisher"):
            line = " ".join(clean(getattr(self, name)).split())
            object.__setattr__(self, name, line)


@dataclass(frozen=True, slots=True)
class Attachment:
    """Data that the document carries (PDF/A-3): a file with its name and purpose."""

    name: str
    data: bytes
    description: str
    media_type: str = "application/json"


def text_string(text: str) -> bytes:
    """Write ``text`` as a PDF text string."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return f"({escaped})".encode("ascii")
    return b"<FEFF" + text.encode("utf-16-be", "replace").hex().upper().encode() + b">"


def stamp(day: date) -> bytes:
    """Write ``day`` as a PDF date at midnight UTC."""
    return text_string(f"D:{day.isoformat().replace('-', '')}000000+00'00'")


def info(meta: Metadata) -> bytes:
    """Write the Info dictionary."""
    day = stamp(meta.day)
    entries = {
        b"Title": text_string(meta.title),
        b"Author": text_string(meta.author),
        b"Subject": text_string(meta.subject),
        b"Creator": text_string(CREATOR),
        b"Producer": text_string(PRODUCER),
        b"CreationDate": day,
        b"ModDate": day,
    }
    return b"<<" + b"".join(b"/" + key + b" " + value for key, value in entries.items()) + b">>"


def xmp(meta: Metadata, part: int) -> bytes:
    """Write the XMP packet for PDF/A-``part`` level A and PDF/UA-1."""
    stamp = f"{meta.day.isoformat()}T00:00:00+00:00"
    title, author, subject = map(_in_xml, (meta.title, meta.author, meta.subject))
    body = _XMP.format(
        title=title, author=author, subject=subject, lang=meta.lang, stamp=stamp,
        producer=_in_xml(PRODUCER), creator=_in_xml(CREATOR), part=part, told=_told(meta),
    )  # fmt: skip
    return body.encode("utf-8")


def _told(meta: Metadata) -> str:
    """Write what of the Dublin Core a document need not have."""
    bag = "<dc:{0}><rdf:Bag><rdf:li>{1}</rdf:li></rdf:Bag></dc:{0}>\n"
    named = (("publisher", meta.publisher), ("type", meta.kind))
    told = "".join(bag.format(name, _in_xml(text)) for name, text in named if text)
    number = _in_xml(meta.identifier)
    return told + (f"<dc:identifier>{number}</dc:identifier>\n" if number else "")


def _in_xml(text: str) -> str:
    """Write ``text`` in XML, without the words that end a stream for a hasty reader."""
    return escape(text).replace("endstream", "end&#115;tream").replace("endobj", "end&#111;bj")


def identity(parts: list[bytes]) -> bytes:
    """Compute the file's /ID array from everything it holds."""
    digest = sha256(b"\0".join(parts)).hexdigest()[:32].upper().encode()
    return b"\n[<" + digest + b"><" + digest + b">]\n"


def checksum(data: bytes) -> bytes:
    """Compute an embedded file's CheckSum entry, which the format wants as MD5."""
    return b"<" + md5(data, usedforsecurity=False).hexdigest().upper().encode() + b">"


@cache
def srgb_profile() -> bytes:
    """Make a small ICC profile (version 4) of sRGB: matrix and curve, adapted to D50."""
    tags = {
        b"desc": _localised("sRGB"),
        b"cprt": _localised("Fri att använda"),
        b"wtpt": _xyz(0.9642, 1.0, 0.8249),
        b"rXYZ": _xyz(0.43607, 0.22249, 0.01392),
        b"gXYZ": _xyz(0.38515, 0.71687, 0.09708),
        b"bXYZ": _xyz(0.14307, 0.06061, 0.71410),
    }
    curve = b"para\0\0\0\0" + struct.pack(">HH", 3, 0)
    curve += b"".join(_fixed(v) for v in (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045))
    tags |= {b"rTRC": curve, b"gTRC": curve, b"bTRC": curve}
    table, body, offsets = b"", b"", dict[bytes, int]()
    start = 132 + 12 * len(tags)
    for name, data in tags.items():
        if data not in offsets:
            offsets[data] = start + len(body)
            body += data + b"\0" * (-len(data) % 4)
        table += struct.pack(">4sLL", name, offsets[data], len(data))
    size = start + len(body)
    return _profile_head(size) + struct.pack(">L", len(tags)) + table + body


def _profile_head(size: int) -> bytes:
    head = struct.pack(">L4sL4s4s4s", size, b"\0\0\0\0", 0x04200000, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H", 2018, 1, 1, 0, 0, 0) + b"acsp" + b"\0" * 28
    head += b"".join(_fixed(value) for value in (0.9642, 1.0, 0.8249))
    return head.ljust(128, b"\0")


def _fixed(value: float) -> bytes:
    return struct.pack(">l", round(value * 65536))


def _xyz(x: float, y: float, z: float) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(x) + _fixed(y) + _fixed(z)


def _localised(text: str) -> bytes:
    data = text.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">LL2s2sLL", 1, 12, b"sv", b"SE", len(data), 28) + data


_XMP: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
{told}<xmp:CreateDate>{stamp}</xmp:CreateDate><xmp:ModifyDate>{stamp}</xmp:ModifyDate>
<xmp:CreatorTool>{creator}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""

"""Streams of a packet packed so that their last byte is theirs for every reader.

A stream that ends in a carriage return is followed by a line feed in the file, and a hasty
reader takes the two for one line break. The last byte is that of a checksum and follows
from what is packed, so such a stream gets one byte more, which unpacking never comes to.
"""

import zlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pikepdf import Object, Pdf, Stream


def packed_stream(out: "Pdf", content: bytes, **entries: Any) -> "Object":  # noqa: ANN401
    """Make a packed stream of a packet."""
    from pikepdf import Name

    return out.make_stream(_closed(zlib.compress(content)), Filter=Name.FlateDecode, **entries)


def repack_streams(out: "Pdf") -> None:
    """Add a byte to what would end in a carriage return."""
    from pikepdf import Name, Stream

    for each in out.objects:
        if isinstance(each, Stream) and _is_packed(each):
            raw = each.read_raw_bytes()
            if raw.endswith(b"\r"):
                told: Any = each.get("/DecodeParms")
                each.write(_closed(raw), filter=Name.FlateDecode, decode_parms=told)


def _is_packed(stream: "Stream") -> bool:
    """Tell whether a stream is packed in the one way that this knows."""
    from pikepdf import Array

    told: Any = stream.get("/Filter")
    named = list(told) if isinstance(told, Array) else [told]
    return [str(each) for each in named] == ["/FlateDecode"]


def _closed(packed: bytes) -> bytes:
    return packed + b"\n" if packed.endswith(b"\r") else packed

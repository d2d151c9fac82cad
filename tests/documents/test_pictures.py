"""Pictures made to keep a reader busy are refused; what is kept is no larger than it is printed."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from hubra_desktop.documents.kit.pictures import (
    SHARPEST,
    SHARPEST_LOGOTYPE,
    BadPictureError,
    fitted_logotype,
    fitted_picture,
    picture,
)
from hubra_desktop.model.errors import InputError
from hubra_desktop.work.pictures import check_picture, logotype_to_keep, picture_for_text


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, *, bits: int = 8, interlaced: bool = False) -> bytes:
    """Return a picture that says that it is so large, with next to nothing in it."""
    head = struct.pack(">IIBBBBB", width, height, bits, 2, 0, 0, interlaced)
    whole = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + whole


def saved(width: int, height: int, kind: str = "PNG", mode: str = "RGB") -> bytes:
    made = BytesIO()
    Image.effect_noise((width, height), 60).convert(mode).save(made, kind)
    return made.getvalue()


SCANS = saved(8, 8, "JPEG").replace(b"\xff\xd9", b"\xff\xda" * 100 + b"\xff\xd9")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (png(2_000_000_000, 1), "för många punkter"),
        (png(1, 30_000), "för många punkter"),
        (png(7000, 7000), "för många punkter"),
        (png(4000, 4000, interlaced=True), "orimligt lång tid"),
        (png(4000, 4000, bits=16, interlaced=True), "orimligt lång tid"),
        (SCANS, "orimligt lång tid"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 1 1\n", "går inte att läsa"),
        (saved(40, 40)[:-400], "går inte att läsa"),
        (b"\x89PNG\r\n\x1a\n", "går inte att läsa"),
    ],
    ids=["wide", "tall", "large", "passes", "deep", "scans", "program", "cut", "empty"],
)
def test_a_picture_made_to_deceive_is_refused(content: bytes, sentence: str) -> None:
    for take_in in (check_picture, picture_for_text, logotype_to_keep):
        with pytest.raises(InputError, match=sentence):
            take_in(content)


def size_of(content: bytes) -> tuple[int, int]:
    with Image.open(BytesIO(content)) as opened:
        return opened.size


def test_a_large_logotype_is_kept_as_it_is_printed_and_stays_so() -> None:
    kept = fitted_logotype(saved(3000, 300))
    assert size_of(kept) == (SHARPEST_LOGOTYPE, 120)
    assert fitted_logotype(kept) == kept
    assert picture(kept).width == SHARPEST_LOGOTYPE


def test_a_small_picture_stays_as_it_is() -> None:
    for content in (saved(300, 200), saved(300, 200, "JPEG")):
        assert fitted_logotype(content) == fitted_picture(content) == content
    assert logotype_to_keep(b"") == b""


def test_a_large_picture_of_any_common_kind_is_scaled_down() -> None:
    for kind in ("WEBP", "TIFF", "BMP"):
        assert size_of(fitted_picture(saved(2500, 50, kind))) == (SHARPEST, 40)
    with pytest.raises(BadPictureError):
        picture(saved(10, 10, "GIF", "P"))

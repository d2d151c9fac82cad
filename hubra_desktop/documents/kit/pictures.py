"""Pictures that may stand in an archived document: opaque, RGB or grey, from bytes."""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from typing import Any, NamedTuple

from PIL import Image, ImageOps
from reportlab.lib.utils import ImageReader

from hubra_desktop.model.errors import InputError

SHARPEST = 2000
"""The longest side in pixels that a page needs: 300 to the inch across it."""

SMALL = 1_000_000
"""A picture in a text of so many bytes is kept as it is."""

SHARPEST_LOGOTYPE = 1200
"""The longest side in pixels of a logotype: 600 to the inch, as wide as it is ever printed."""

SMALL_LOGOTYPE = 500_000

_TURNED = 0x0112
"""The tag by which a camera tells how it was held."""

MOST_PIXELS = 40_000_000
"""More than a logotype has; a file made to swell is refused before it fills the memory."""

LONGEST_SIDE = 20_000
_MOST_INTERLACED = 4_000_000
"""Pixels of a picture that is stored in seven passes: each goes over all of it."""

_MOST_SCANS = 64
"""Scans of a photograph, each of which goes over all of it; ordinary ones have ten."""

_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
"""What is opened: not all that the library can, some of which it hands to other programs."""


# What is odd in a picture is told by the refusal, not in the terminal.
logging.getLogger("PIL").setLevel(logging.CRITICAL)


class BadPictureError(InputError):
    """The bytes are not a picture that can be printed."""

    def __init__(self) -> None:
        super().__init__("Bilden går inte att läsa. Välj en PNG- eller JPEG-bild.")


class LargePictureError(InputError):
    """The picture has more than MOST_PIXELS."""

    def __init__(self) -> None:
        super().__init__(
            "Bilden har för många punkter. Välj en som är högst 6 000 punkter bred och hög."
        )


class Picture(NamedTuple):
    """A decoded picture without transparency; ``width`` and ``height`` in pixels."""

    width: int
    height: int
    reader: Any


class SlowPictureError(InputError):
    """The picture is stored in so many passes that it would take long to open."""

    def __init__(self) -> None:
        super().__init__("Bilden är sparad så att den tar orimligt lång tid att öppna.")


@contextmanager
def _opened(data: bytes, formats: tuple[str, ...]) -> Iterator[Image.Image]:
    """Open a picture that is not decoded yet, and is within bounds.

    Raises BadPictureError for other bytes, also when it is decoded within.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what is odd and can be read all the same
            with Image.open(BytesIO(data), formats=formats) as opened:
                _refuse_bomb(opened, data)
                yield opened
    except InputError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise LargePictureError from bomb
    except MemoryError as full:
        raise LargePictureError from full
    except Exception as bad:  # what a broken picture makes of the decoder is anyone's guess
        raise BadPictureError from bad


def _refuse_bomb(opened: Image.Image, data: bytes) -> None:
    pixels = opened.width * opened.height
    if pixels > MOST_PIXELS or max(opened.size) > LONGEST_SIDE:
        raise LargePictureError
    interlaced = bool(opened.info.get("interlace")) and pixels > _MOST_INTERLACED
    if interlaced or (opened.format in ("JPEG", "MPO") and data.count(b"\xff\xda") > _MOST_SCANS):
        raise SlowPictureError


@lru_cache(maxsize=8)
def picture(data: bytes) -> Picture:
    """Decode a PNG or JPEG, remembered for the next page.

    Raises BadPictureError for other bytes, LargePictureError and SlowPictureError before one
    that would take too much is decoded.
    """
    with _opened(data, ("PNG", "JPEG")) as opened:
        image = _opaque(opened, SHARPEST)
    return Picture(*image.size, ImageReader(image))


def fitted_picture(data: bytes) -> bytes:
    """Return a picture of any common kind as the PNG or JPEG that a page needs, no larger.

    One that is small enough as it is stays as it is. Raises BadPictureError for what is no
    picture, LargePictureError and SlowPictureError for one that takes too much to open.
    """
    image = _fitted(data, SHARPEST, SMALL)
    if image is None:
        return data
    return _jpeg(image) if image.getcolors(256) is None else _png(image)


def fitted_logotype(data: bytes) -> bytes:
    """Return a logotype as a page needs it, as ``fitted_picture`` does, sharp where it can be."""
    image = _fitted(data, SHARPEST_LOGOTYPE, SMALL_LOGOTYPE)
    if image is None:
        return data
    exact = _png(image)
    return exact if len(exact) <= SMALL_LOGOTYPE else _jpeg(image)


def _fitted(data: bytes, sharpest: int, small: int) -> Image.Image | None:
    """Return a picture at most so wide and high; None where it is that, in ``small`` bytes."""
    with _opened(data, _FORMATS) as opened:
        fits = max(opened.size) <= sharpest and len(data) <= small
        if fits and opened.format in ("PNG", "JPEG") and not opened.getexif().get(_TURNED):
            opened.load()  # cut short, it is found out here
            return None
        opened.thumbnail((sharpest, sharpest))
        return _opaque(ImageOps.exif_transpose(opened), sharpest)


def _png(image: Image.Image) -> bytes:
    made = BytesIO()
    image.save(made, "PNG", optimize=True)
    return made.getvalue()


def _jpeg(image: Image.Image) -> bytes:
    made = BytesIO()
    image.save(made, "JPEG", quality=88, optimize=True)
    return made.getvalue()


def can_be_shown(data: bytes) -> bool:
    """Tell whether a picture can be decoded."""
    try:
        picture(data)
    except InputError:
        return False
    return True


def _opaque(image: Image.Image, largest: int) -> Image.Image:
    """Lay ``image`` on white in RGB: archived pages have neither transparency nor CMYK."""
    image.thumbnail((largest, largest))
    if image.mode in {"RGB", "L"} and "transparency" not in image.info:
        return image.copy()
    if image.mode in {"CMYK", "YCbCr"}:
        return image.convert("RGB")
    layered = image.convert("RGBA")
    white = Image.new("RGBA", layered.size, "white")
    return Image.alpha_composite(white, layered).convert("RGB")

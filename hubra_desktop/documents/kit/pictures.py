"""Pictures that may stand in an archived document: opaque, RGB or grey, from bytes."""

from functools import lru_cache
from io import BytesIO
from typing import Any, NamedTuple

from PIL import Image, ImageOps, UnidentifiedImageError
from reportlab.lib.utils import ImageReader

from hubra_desktop.model.errors import InputError

LARGEST = 4000
"""The longest side in pixels that a picture may have; larger ones are scaled down."""

SHARPEST = 2000
"""The longest side in pixels that a picture in a text needs: 300 to the inch across a page."""

SMALL = 1_000_000
"""A picture in a text of so many bytes is kept as it is."""

_TURNED = 0x0112
"""The tag by which a camera tells how it was held."""

MOST_PIXELS = 40_000_000
"""More than a logotype has; a file made to swell is refused before it fills the memory."""


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


@lru_cache(maxsize=8)
def picture(data: bytes) -> Picture:
    """Decode a PNG or JPEG, remembered for the next page.

    Raises BadPictureError for other bytes, LargePictureError before one too large is decoded.
    """
    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise LargePictureError
            image = _opaque(opened)
    except LargePictureError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise LargePictureError from bomb
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as bad:
        raise BadPictureError from bad
    return Picture(*image.size, ImageReader(image))


def fitted_picture(data: bytes) -> bytes:
    """Return a picture of any common kind as the PNG or JPEG that a page needs, no larger.

    One that is small enough as it is stays as it is. Raises BadPictureError for what is no
    picture, LargePictureError for one with too many points.
    """
    try:
        with Image.open(BytesIO(data)) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise LargePictureError
            small = max(opened.size) <= SHARPEST and len(data) <= SMALL
            if small and opened.format in ("PNG", "JPEG") and not opened.getexif().get(_TURNED):
                return data
            return _saved(_opaque(ImageOps.exif_transpose(opened), SHARPEST))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise LargePictureError from bomb
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as bad:
        raise BadPictureError from bad


def _saved(image: Image.Image) -> bytes:
    """Save a photograph as JPEG, a drawing of few colours as PNG."""
    made = BytesIO()
    if image.getcolors(256) is not None:
        image.save(made, "PNG", optimize=True)
    else:
        image.save(made, "JPEG", quality=88, optimize=True)
    return made.getvalue()


def can_be_shown(data: bytes) -> bool:
    """Tell whether a picture can be decoded."""
    try:
        picture(data)
    except InputError:
        return False
    return True


def _opaque(image: Image.Image, largest: int = LARGEST) -> Image.Image:
    """Lay ``image`` on white in RGB: archived pages have neither transparency nor CMYK."""
    image.thumbnail((largest, largest))
    if image.mode in {"RGB", "L"} and "transparency" not in image.info:
        return image.copy()
    if image.mode in {"CMYK", "YCbCr"}:
        return image.convert("RGB")
    layered = image.convert("RGBA")
    white = Image.new("RGBA", layered.size, "white")
    return Image.alpha_composite(white, layered).convert("RGB")

"""A picture is opened before it is kept: its first bytes prove nothing."""

from collections.abc import Iterator
from contextlib import contextmanager

from hubra_desktop.documents.kit.pictures import (
    BadPictureError,
    LargePictureError,
    SlowPictureError,
    fitted_logotype,
    fitted_picture,
    picture,
)
from hubra_desktop.model.errors import refusal


@contextmanager
def _refusing() -> Iterator[None]:
    """Refuse in a sentence what cannot be printed."""
    try:
        yield
    except BadPictureError as bad:
        raise refusal("Bilden går inte att läsa. Välj en PNG- eller JPEG-bild.") from bad
    except LargePictureError as large:
        raise refusal(
            "Bilden har för många punkter. Välj en som är högst 6 000 punkter bred och hög."
        ) from large
    except SlowPictureError as slow:
        raise refusal(
            "Bilden är sparad så att den tar orimligt lång tid att öppna. Spara om den i ett "
            "bildprogram som vanlig PNG eller JPEG, och välj den."
        ) from slow


def check_picture(content: bytes) -> None:
    """Raise InputError unless there is no picture, or one that can be printed.

    It is decoded as it is for print, within the same bounds.
    """
    if content:
        with _refusing():
            picture(content)


def picture_for_text(content: bytes) -> bytes:
    """Return a picture as large as a page needs; raises InputError for what is none."""
    with _refusing():
        return fitted_picture(content)


def logotype_to_keep(content: bytes) -> bytes:
    """Return a logotype no larger than it is ever printed, so that each print is quick.

    Raises InputError for what is no picture.
    """
    if not content:
        return content
    with _refusing():
        return fitted_logotype(content)

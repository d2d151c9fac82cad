"""A logotype is opened before it is kept: its first bytes prove nothing."""

from hubra_desktop.documents.kit.pictures import BadPictureError, LargePictureError, picture
from hubra_desktop.model.errors import refusal


def check_picture(content: bytes) -> None:
    """Raise InputError unless there is no picture, or one that can be printed.

    It is decoded as it is for print, within the same bounds.
    """
    if not content:
        return
    try:
        picture(content)
    except BadPictureError as bad:
        raise refusal("Bilden går inte att läsa. Välj en PNG- eller JPEG-bild.") from bad
    except LargePictureError as large:
        raise refusal(
            "Bilden har för många punkter. Välj en som är högst 6 000 punkter bred och hög."
        ) from large

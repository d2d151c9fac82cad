"""A logotype is opened before it is kept: its first bytes prove nothing."""

from hubra_desktop.documents.kit.pictures import picture


def check_picture(content: bytes) -> None:
    """Raise InputError unless there is no picture, or one that can be printed.

    It is decoded as it is for print, within the same bounds.
    """
    if content:
        picture(content)

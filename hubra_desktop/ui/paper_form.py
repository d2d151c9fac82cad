"""The forms that the kallelse can be saved in."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PaperForm:
    """How a paper is made: as a PDF, with the meeting as ``data`` in it or not, or a web page.

    ``text_size`` in points is for large print, None for the ordinary.
    """

    text_size: int | None = None
    html: bool = False
    data: bool = True


ORDINARY = PaperForm()

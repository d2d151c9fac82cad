"""The pictures that the texts of papers name, each by a mark that follows from its content."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Final

from hubra_desktop.model.records.reports import Report
from hubra_desktop.model.structured import parts

_MARK: Final = 16
"""Letters of a mark: enough that no two pictures of a register have the same."""


def picture_mark(content: bytes) -> str:
    """Return what a text calls a picture."""
    return sha256(content).hexdigest()[:_MARK]


def pictures_in(texts: Iterable[str]) -> set[str]:
    """Return the marks of the pictures that the texts show."""
    return {part.picture for text in texts for part in parts(text) if part.picture}


def picture_of_mark(report: Report, mark: str) -> bytes:
    """Return the picture that a paper's text calls by a mark, b"" when the paper lacks it."""
    return next((each.content for each in report.pictures if each.mark == mark), b"")

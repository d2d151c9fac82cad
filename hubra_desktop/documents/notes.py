"""The footnotes of a kallelse as elements, and the marks that refer to them."""

from hubra_desktop.documents.kit.compose import note_element
from hubra_desktop.documents.kit.tree import Element, Piece
from hubra_desktop.model.footnotes import footnotes, notes_at
from hubra_desktop.model.records.meeting import HouseStyle, Meeting
from hubra_desktop.model.terms import Anchor


class PrintedNotes:
    """The printed footnotes of one meeting as elements.

    A Note holds its label (the mark) and its text. It enters the tree when it is
    printed; references may be made before that.
    """

    def __init__(self, meeting: Meeting, style: HouseStyle) -> None:
        """Make an element for every footnote that will be printed."""
        self._printed = footnotes(meeting, style)
        self._elements = {each.mark: note_element(each.mark, each.text) for each in self._printed}

    def all(self) -> list[Element]:
        """Return the notes in the order of the page."""
        return list(self._elements.values())

    def marks(self, anchor: Anchor, item_id: str | None = None) -> tuple[Piece, ...]:
        """Return the marks to set at an anchor, each a reference, with commas between."""
        pieces: list[Piece] = []
        for printed in notes_at(self._printed, anchor, item_id):
            if pieces:
                pieces.append(Piece(", "))
            pieces.append(Piece(printed.mark, note=self._elements[printed.mark]))
        return tuple(pieces)

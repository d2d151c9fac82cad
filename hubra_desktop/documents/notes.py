"""The footnotes of a kallelse as elements: each made once, referred to where it belongs."""

from hubra_desktop.documents.kit.links import linked
from hubra_desktop.documents.kit.tree import Element, Piece
from hubra_desktop.model.footnotes import footnotes
from hubra_desktop.model.sheet import HouseStyle, MeetingSheet
from hubra_desktop.model.terms import Anchor


class Notes:
    """The printed footnotes of one meeting and the elements that say them.

    A Note holds its label (the mark) and its text. It enters the tree when it is
    printed; references may be made before that.
    """

    def __init__(self, meeting: MeetingSheet, style: HouseStyle) -> None:
        """Make an element for every footnote that will be printed."""
        self._printed = footnotes(meeting, style)
        self._elements: list[Element] = []
        for printed in self._printed:
            note = Element("Note")
            note.add("Lbl").pieces = (Piece(printed.mark),)
            note.add("P").pieces = linked(printed.text)
            self._elements.append(note)

    def all(self) -> list[Element]:
        """Return the notes in the order of the page."""
        return list(self._elements)

    def marks(self, anchor: Anchor, item_id: str | None = None) -> tuple[Piece, ...]:
        """Return the marks to set at an anchor, each a reference, with commas between."""
        pieces: list[Piece] = []
        for printed, note in zip(self._printed, self._elements, strict=True):
            if printed.anchor is anchor and printed.item_id == item_id:
                if pieces:
                    pieces.append(Piece(", "))
                pieces.append(Piece(printed.mark, note=note))
        return tuple(pieces)

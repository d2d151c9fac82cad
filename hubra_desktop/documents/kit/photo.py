"""A picture of the author's in the text: never enlarged past what it is sharp at, never cut."""

from dataclasses import dataclass
from typing import Final

from hubra_desktop.documents.kit.blocks import Block
from hubra_desktop.documents.kit.canvas import TaggedCanvas
from hubra_desktop.documents.kit.pictures import picture
from hubra_desktop.documents.kit.style import MM, Look
from hubra_desktop.documents.kit.tree import Element

_SHARP: Final = 72 / 110
"""Points that a pixel may fill at most."""
_TALLEST: Final = 110 * MM


@dataclass(slots=True)
class Photo(Block):
    """The picture of ``element``, as wide as the measure at most."""

    element: Element

    def _size(self, width: float) -> tuple[float, float]:
        shown = picture(self.element.image)
        scale = min(_SHARP, width / shown.width, _TALLEST / shown.height)
        return shown.width * scale, shown.height * scale

    def height(self, width: float) -> float:
        """Measure the picture."""
        return self._size(width)[1]

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw against the left edge."""
        wide, tall = self._size(width)
        canvas.place(self.element, top)
        canvas.picture(self.element, picture(self.element.image), x, top - tall, wide, tall)


def photo(parent: Element, content: bytes, shows: str, look: Look) -> Photo:
    """Add a picture that ``shows`` something, in words; without words it is decoration."""
    element = parent.add("Figure" if shows else "Artifact")
    element.image, element.alt = content, shows
    return Photo(element, before=0.5 * look.body, after=look.body)

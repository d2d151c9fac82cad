"""The words of a decision that are others than those that were proposed, shown where they stand."""

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.word_changes import WordChange, Words, word_changes
from hubra_desktop.model.structured import seen_words
from hubra_desktop.ui.theme import theme
from hubra_desktop.ui.widgets.plain import MarkupLabel, as_markup

_LOOKS = {
    WordChange.OUT: ("danger", "line-through"),
    WordChange.IN: ("success", "underline"),
}


class ChangedWords(MarkupLabel):
    """Words taken out are struck through, words put in underlined; said in words too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setObjectName("decision-difference")
        self.setProperty("role", "note")
        self.setWordWrap(True)
        self._found: tuple[Words, ...] = ()
        theme().changed.connect(self._mark)

    def show_texts(self, proposed: str, adopted: str) -> None:
        """Show what differs between two structured texts."""
        self._found = word_changes(_words(proposed), _words(adopted))
        self.setAccessibleName(_told(self._found))
        self._mark()

    def _mark(self) -> None:
        before, shown = WordChange.KEPT, []
        for each in self._found:
            # What stands for words that went is parted from them to be read.
            shown.append(
                " " * (before is WordChange.OUT and each.change is WordChange.IN) + _marked(each)
            )
            before = each.change
        self.setText("".join(shown))


def _words(text: str) -> str:
    return "\n".join(" ".join(seen_words(line).split()) for line in text.splitlines())


def _marked(words: Words) -> str:
    text = as_markup(words.text)
    if words.change not in _LOOKS:
        return text
    role, line = _LOOKS[words.change]
    colour = theme().colour(role).name()
    return f'<span style="color: {colour}; text-decoration: {line}">{text}</span>'


def _told(found: tuple[Words, ...]) -> str:
    """Say what went and what came, for those who do not see it."""
    said = []
    for each in found:
        if each.change is WordChange.OUT:
            said.append(say("utgår: {words}", words=each.text.strip()))
        elif each.change is WordChange.IN:
            said.append(say("tillkommer: {words}", words=each.text.strip()))
    return ", ".join(said)

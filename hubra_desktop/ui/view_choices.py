"""What the user chooses for the window itself: its colours and its language."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup

from hubra_desktop.model.language import Language, language
from hubra_desktop.ui import settings
from hubra_desktop.ui.actions import LANGUAGE_ACTIONS, SCHEME_ACTIONS, Actions
from hubra_desktop.ui.menus import exclusive
from hubra_desktop.ui.theme import SchemeChoice, theme

LANGUAGE_KEY = "view/language"


class ViewChoices(QObject):
    """Shows what is chosen in the menu Visa, remembers another choice and follows it.

    ``language_chosen(language)`` asks for the window in another language.
    """

    language_chosen = Signal(str)

    def __init__(self, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        self._groups: list[QActionGroup] = []
        for ids, handler in (
            (SCHEME_ACTIONS, self._choose_scheme),
            (LANGUAGE_ACTIONS, self._choose_language),
        ):
            self._groups.append(exclusive(actions, ids))
            actions.connect_all(dict.fromkeys(ids, handler))
        scheme = SchemeChoice(settings.stored_text("view/scheme", SchemeChoice.SYSTEM))
        actions.check(f"scheme-{scheme.value}", True)
        self.show_language()

    def show_language(self) -> None:
        """Show in the menu which language the window speaks."""
        self._actions.check(f"language-{language()}", True)

    def _choose_scheme(self) -> None:
        choice = SchemeChoice(self.sender().objectName().removeprefix("scheme-"))
        settings.remember("view/scheme", choice.value)
        theme().choose(choice)

    def _choose_language(self) -> None:
        chosen = self.sender().objectName().removeprefix("language-")
        if chosen != language():
            self.language_chosen.emit(chosen)


def remembered_language() -> Language:
    """Return the language that the window was last given, else Swedish."""
    return "en" if settings.stored_text(LANGUAGE_KEY) == "en" else "sv"

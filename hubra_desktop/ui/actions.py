"""Every QAction of the window, made from the table of actions, and when it can be used."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from hubra_desktop.ui.action_spec import ActionSpec, Needs
from hubra_desktop.ui.action_table import SPECS
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.translation import translated

LOCAL_ACTIONS = tuple(spec.id for spec in SPECS if spec.local)
KIND_ACTIONS = tuple(spec.id for spec in SPECS if spec.id.startswith("kind-"))
SCHEME_ACTIONS = tuple(spec.id for spec in SPECS if spec.id.startswith("scheme-"))
LANGUAGE_ACTIONS = tuple(spec.id for spec in SPECS if spec.id.startswith("language-"))
PAGE_ACTIONS = ("page-overview", "page-meetings", "page-plan", "page-money", "page-indicators")


class Actions(QObject):
    """All QActions of a window, by id; ``allow`` sets which can be used."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = {spec.id: self._made(spec) for spec in SPECS}

    def _made(self, spec: ActionSpec) -> QAction:
        action = QAction(translated("Actions", spec.text), self)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        action.setMenuRole(spec.role)
        action.setShortcutContext(
            Qt.ShortcutContext.WidgetWithChildrenShortcut
            if spec.local
            else Qt.ShortcutContext.WindowShortcut
        )
        if spec.shortcut:
            action.setShortcut(QKeySequence(spec.shortcut))
        if spec.icon:
            action.setIcon(icon(spec.icon))
        action.setToolTip(tool_tip(action))
        return action

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def all(self) -> Iterable[QAction]:
        """Return every action in the order of the table."""
        return self._actions.values()

    def connect_all(self, handlers: Mapping[str, Callable[..., object]]) -> None:
        """Connect each action named to its handler."""
        for action_id, handler in handlers.items():
            self._actions[action_id].triggered.connect(handler)

    def allow(self, met: Needs) -> None:
        """Make usable what needs no more than ``met``."""
        for spec in SPECS:
            self._actions[spec.id].setEnabled(spec.needs & met == spec.needs)

    def check(self, action_id: str, checked: bool) -> None:
        """Show an action as on or off without triggering it."""
        self._actions[action_id].setChecked(checked)


def tool_tip(action: QAction) -> str:
    """Return an action's text and shortcut in one line."""
    plain = action.text().replace("&", "").rstrip("…")
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{plain} ({keys})" if keys else plain

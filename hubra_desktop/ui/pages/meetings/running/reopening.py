"""Opens the view of a meeting again where it was when the program ended."""

from typing import TYPE_CHECKING

from hubra_desktop.ui import settings

if TYPE_CHECKING:
    from hubra_desktop.ui.main_window import MainWindow


def go_on_with_meeting(window: "MainWindow") -> None:
    """Show again the view that was open, where its meeting goes on; nothing is made otherwise."""
    if settings.stored_text(settings.RUNNING_MEETING):
        window.meetings.ensurePolished()
        window.meetings_actions.running.reopen_soon()

"""The window: what the secretary sees, built on the room ``work`` and nothing beneath it.

Pages, item models, widgets and dialogs live in packages of their own. No
database row ever comes here: everything shown is a frozen record.
"""

from hubra_desktop.ui.pyside_none_workaround import keep_none_alive

keep_none_alive()

"""The actions of the indicators; MENU is their part of the menu Verksamhet."""

from hubra_desktop.ui.action_spec import ActionSpec

SPECS: tuple[ActionSpec, ...] = ()
MENU: tuple[str, ...] = ()

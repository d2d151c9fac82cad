"""The actions of the plan and the year's other work; MENU is their part of the menu Verksamhet."""

from hubra_desktop.ui.action_spec import ActionSpec

SPECS: tuple[ActionSpec, ...] = ()
MENU: tuple[str, ...] = ()

"""Journeys through the window share the window's own fixtures."""

from tests.ui.conftest import OFFSCREEN_ONLY, dressed, own_settings, qapp_args

__all__ = ["OFFSCREEN_ONLY", "dressed", "own_settings", "qapp_args"]

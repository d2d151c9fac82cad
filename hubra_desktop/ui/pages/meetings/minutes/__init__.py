"""The part Protokoll of a meeting's page: what was decided, written while the page is in view."""

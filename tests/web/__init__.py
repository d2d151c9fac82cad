"""The HTML twins in a real browser, and before the standard's own checker."""

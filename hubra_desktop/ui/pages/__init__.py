"""The pages of the window; one is visible at a time."""

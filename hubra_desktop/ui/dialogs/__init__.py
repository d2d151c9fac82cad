"""The few dialogs; only here does the program wait for an answer."""

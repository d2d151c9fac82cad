"""The agenda of a meeting: its rows, how they are edited, and the time beside them."""

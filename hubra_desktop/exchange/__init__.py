"""Other people's formats and our own, in and out. Nothing here writes to a register."""

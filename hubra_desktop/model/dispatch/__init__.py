"""What is issued and sent of a meeting, computed without a register."""

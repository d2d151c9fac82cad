"""The part Justering of a meeting: who approves, what was approved, announced and signed."""

"""The page Historik: every step of the register, read, searched and taken back."""

"""What the council measures, year by year."""

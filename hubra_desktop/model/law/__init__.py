"""What the law asks of a municipality's work against crime, and how the register answers."""

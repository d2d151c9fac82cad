"""The page Budget och bidrag: budget, ledger and grants of the council."""

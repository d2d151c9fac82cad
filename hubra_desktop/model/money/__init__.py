"""The council's money: budget, ledger and grants, in whole öre."""

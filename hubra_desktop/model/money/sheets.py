"""The records under the names they had before; see ``model.records``."""

from hubra_desktop.model.records import money

BudgetPostSheet = money.BudgetPost
AllocationSheet = money.Allocation
BudgetVersionSheet = money.BudgetVersion
BudgetYearSheet = money.BudgetYear
LedgerEntrySheet = money.LedgerEntry
AssociationSheet = money.Association
GrantDecisionSheet = money.GrantDecision
InstalmentSheet = money.Instalment
GrantSheet = money.Grant

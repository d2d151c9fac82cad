"""The words for the undo steps of budget, ledger and grants."""

from hubra_desktop.model.language import N_

KINDS = {
    "account_line": N_("en rad ur kommunens bokföring"),
    "account_statement": N_("kommunens bokföring"),
    "allocation": N_("ett planerat belopp"),
    "association": N_("uppgifter om en förening"),
    "budget_post": N_("en budgetpost"),
    "budget_version": N_("ett beslut om budgeten"),
    "budget_year": N_("ett budgetår"),
    "closing_commitment": N_("något intecknat när året stängdes"),
    "correction": N_("en rättelse"),
    "cost": N_("en kostnad"),
    "evidence": N_("ett underlag"),
    "grant": N_("ett bidrag"),
    "grant_decision": N_("ett beslut"),
    "income": N_("en intäkt"),
    "instalment": N_("en planerad utbetalning"),
    "payment": N_("en utbetalning"),
    "repayment": N_("en återbetalning"),
    "reservation": N_("en reservation"),
    "transfer": N_("en omföring"),
}
STEPS = {
    "add-budget_version": N_("beslutad budget"),
    "add-budget_year": N_("nytt budgetår"),
    "close-year": N_("stängt år"),
    "decide-grant": N_("beviljat bidrag"),
    "decide-lower": N_("sänkt bidrag"),
    "decide-raise": N_("höjt bidrag"),
    "decide-reclaim": N_("återkrävt bidrag"),
    "decide-refuse": N_("avslagen ansökan"),
    "decide-stance": N_("rådets ställningstagande"),
    "decide-withdraw": N_("återkallat bidrag"),
    "decide-write_off": N_("avskrivet krav"),
    "keep-accounts": N_("inläst bokföring"),
    "purge-evidence": N_("gallrat underlag"),
    "issue-letter": N_("utfärdat brev"),
}

"""The papers of the money, each with the name its file is offered."""

from hubra_desktop.ui.paper_maker import RegisterPaper
from hubra_desktop.work.queries import Reader


def budget_paper(year: int, *, ledger: bool = False) -> RegisterPaper:
    """Return the year's budget, with its rows as an appendix if asked for."""

    def make(reader: Reader) -> bytes:
        from hubra_desktop.work.money_papers import budget_of

        return budget_of(reader, year, ledger=ledger)

    return RegisterPaper(f"{'Huvudbok' if ledger else 'Budget'} {year}.pdf", make)


def grants_list(year: int | None) -> RegisterPaper:
    """Return the list of a year's grants, or of all."""

    def make(reader: Reader) -> bytes:
        from hubra_desktop.work.money_papers import grants_list_of

        return grants_list_of(reader, year)

    return RegisterPaper(f"Bidrag {year}.pdf" if year else "Bidrag.pdf", make)


def decision_letter(grant_id: str, title: str) -> RegisterPaper:
    """Return the letter about a grant's latest decision."""

    def make(reader: Reader) -> bytes:
        from hubra_desktop.work.money_papers import decision_letter_of

        return decision_letter_of(reader, grant_id)

    return RegisterPaper(_file_name("Beslutsbrev", title), make)


def claim_letter(grant_id: str, title: str) -> RegisterPaper:
    """Return the letter that asks a grant back."""

    def make(reader: Reader) -> bytes:
        from hubra_desktop.work.money_papers import reclaim_of

        return reclaim_of(reader, grant_id)

    return RegisterPaper(_file_name("Återkrav", title), make)


def _file_name(kind: str, title: str) -> str:
    """Return a name without what files cannot be called."""
    plain = "".join(mark for mark in title if mark not in '<>:"/\\|?*').strip()
    return f"{kind} {plain}".strip() + ".pdf"

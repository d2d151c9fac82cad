"""The pages that are checked: the demo's own, and those that hold all that a page can."""

from collections.abc import Iterator

from hubra_desktop.documents.anslag import anslag_manuscript
from hubra_desktop.documents.arshjul import arshjul_manuscript
from hubra_desktop.documents.arvoden import arvoden_manuscript
from hubra_desktop.documents.aterkrav import aterkrav_manuscript
from hubra_desktop.documents.beslutsbrev import beslutsbrev_manuscript
from hubra_desktop.documents.bidragslista import bidragslista_manuscript
from hubra_desktop.documents.budget_paper import budget_manuscript
from hubra_desktop.documents.kallelse import kallelse_manuscript
from hubra_desktop.documents.kit.html import to_html
from hubra_desktop.documents.protokoll import minutes_manuscript
from hubra_desktop.documents.underskrifter import underskrifter_manuscript
from hubra_desktop.model.minutes.minutes_terms import MinutesKind
from tests.documents.budget_samples import paper as budget_sample
from tests.documents.demo_papers import every_paper
from tests.documents.long_report import long_report
from tests.documents.minutes_samples import announcement, minutes_paper, signature_record
from tests.documents.money_samples import grant_list, letter, unknown_reclaim
from tests.documents.reports import COMPLETE, report
from tests.documents.samples import HOUSE, everything, nasty, sixty
from tests.documents.test_arvoden import PAPER as ALLOWANCES
from tests.documents.year_samples import year_paper as crowded_year


def twins() -> dict[str, str]:
    """Return every page by its name."""
    return {
        **dict(_demo()),
        "agenda with everything": to_html(kallelse_manuscript(everything(), HOUSE, draft=True)),
        "agenda of sixty rows": to_html(kallelse_manuscript(sixty(), HOUSE, draft=False)),
        "agenda of nasty text": to_html(kallelse_manuscript(nasty(), HOUSE, draft=False)),
        "report with everything": to_html(report(*COMPLETE)),
        "long report": to_html(long_report(20)),
        **_money(),
        **_minutes(),
    }


def _minutes() -> dict[str, str]:
    """Write what the demo's minutes, which are not approved, have nothing of yet."""
    return {
        "notes of a meeting": to_html(minutes_manuscript(minutes_paper(MinutesKind.NOTES), HOUSE)),
        "minutes with everything": to_html(minutes_manuscript(minutes_paper(), HOUSE)),
        "announcement": to_html(anslag_manuscript(announcement(), HOUSE)),
        "record of signatures": to_html(underskrifter_manuscript(signature_record(), HOUSE)),
        "list of allowances": to_html(arvoden_manuscript(ALLOWANCES, HOUSE)),
    }


def _money() -> dict[str, str]:
    """Write the papers of the money and of the year, with all that they can hold."""
    return {
        "decision letter": to_html(beslutsbrev_manuscript(letter(), HOUSE)),
        "reclaim with lines to fill in": to_html(aterkrav_manuscript(unknown_reclaim(), HOUSE)),
        "list of thirty grants": to_html(bidragslista_manuscript(grant_list(30), HOUSE)),
        "list of no grants": to_html(bidragslista_manuscript(grant_list(0, 2024), HOUSE)),
        "budget with its ledger": to_html(budget_manuscript(budget_sample(ledger=True), HOUSE)),
        "wheel of a crowded year": to_html(arshjul_manuscript(crowded_year(40, 12, 8), HOUSE)),
    }


def _demo() -> Iterator[tuple[str, str]]:
    """Write every paper that the demo register has to print."""
    for name, manuscript in every_paper():
        if not name.startswith("invented"):
            yield f"{name} of the demo", to_html(manuscript)

"""On which page a record is mended."""

from hubra_desktop.model.language import N_, say
from hubra_desktop.model.records.catalogue import RECORDS, owner_of

MEETING_KINDS = (
    "meeting",
    "agenda_item",
    "pre_meeting",
    "footnote",
    "signature",
    "meeting_paper",
    "dispatch",
    "diary_tick",
    "attendance",
    "agenda_run",
    "minutes",
    "section",
    "decision",
    "decision_notice",
    "anchoring",
    "signed_paper",
    "reported_matter",
    "phrase",
)
PLAN_KINDS = (
    "plan",
    "focus_area",
    "activity",
    "letter",
    "agreement",
    "consultation",
    "report",
    "report_section",
    "law_note",
)
MONEY_KINDS = (
    "budget_year",
    "budget_post",
    "budget_version",
    "ledger_entry",
    "association",
    "grant",
    "grant_decision",
    "instalment",
    "account_statement",
    "allowance_rate",
    "allowance_period",
)
PEOPLE_KINDS = ("person", "body", "mandate", "body_rules", "mailing_list", "list_member")
MATTER_KINDS = ("matter", "matter_alias", "backlog_item", "follow_up")
INDICATOR_KINDS = ("indicator", "measurement", "change_text")
_PLACES = {
    "page-meetings": MEETING_KINDS,
    "page-plan": PLAN_KINDS,
    "page-money": MONEY_KINDS,
    "page-indicators": INDICATOR_KINDS,
    "page-matters": MATTER_KINDS,
    "page-people": PEOPLE_KINDS,
}
PAGE_OF = {kind: page for page, kinds in _PLACES.items() for kind in kinds}


def page_of(kind: str, *, parts: bool = False) -> str:
    """Return the page where rows of a kind are mended, "" for none.

    With ``parts`` a row that stands on no page of its own is on that of what it belongs to.
    """
    owner = owner_of(kind) if parts and kind not in PAGE_OF else None
    return PAGE_OF.get(kind, "") if owner is None else page_of(owner.kind, parts=True)


_SUBJECTS = {
    "page-meetings": N_("Sammanträden"),
    "page-plan": N_("Verksamhet och handlingar"),
    "page-money": N_("Budget och bidrag"),
    "page-indicators": N_("Mått"),
    "page-matters": N_("Ärenden"),
    "page-people": N_("Personer och organ"),
    "page-overview": N_("Rådet"),
}
"""What the pages' subjects are called in the history; what is mended on no other is here last."""


def kinds_of_pages() -> dict[str, frozenset[str]]:
    """Return the kinds that each page mends, by the page."""
    pages = {kind: page_of(kind, parts=True) or "page-overview" for kind in RECORDS}
    return {page: frozenset(kind for kind, of in pages.items() if of == page) for page in _SUBJECTS}


def subject_name(page: str) -> str:
    """Return what the subject of a page is called."""
    return say(_SUBJECTS[page])

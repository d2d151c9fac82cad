"""Which table each sheet is a row of; what a sheet lists, it owns.

A sheet's plain fields are the columns of the same names. A field that is a tuple of
other sheets is a list of rows in order, whose column ``<table>_id`` names the owner.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from hubra_desktop.model.council import (
    BodySheet,
    MandateSheet,
    MatterAliasSheet,
    MatterSheet,
    PersonSheet,
    RegisterSheet,
)
from hubra_desktop.model.indicators.sheets import (
    ChangeTextSheet,
    IndicatorSheet,
    MeasurementSheet,
)
from hubra_desktop.model.money.sheets import (
    AllocationSheet,
    AssociationSheet,
    BudgetPostSheet,
    BudgetVersionSheet,
    BudgetYearSheet,
    GrantDecisionSheet,
    GrantSheet,
    InstalmentSheet,
    LedgerEntrySheet,
)
from hubra_desktop.model.plan.sheets import (
    ActivityAreaSheet,
    ActivityLinkSheet,
    ActivitySheet,
    AgreementMeetingSheet,
    AgreementPartySheet,
    AgreementSheet,
    ConsultationSheet,
    FocusAreaSheet,
    FollowUpNoteSheet,
    LetterRecipientSheet,
    LetterSheet,
    OccasionSheet,
    PlanSheet,
)
from hubra_desktop.model.reports.sheets import (
    ReportAnswerSheet,
    ReportSectionSheet,
    ReportSheet,
    ReportSignatureSheet,
)
from hubra_desktop.model.sheet import (
    FootnoteSheet,
    HouseStyle,
    ItemSheet,
    MeetingSheet,
    PreMeetingSheet,
    PresenterSheet,
    SignatureSheet,
)

KINDS: Mapping[type, str] = {
    RegisterSheet: "register",
    HouseStyle: "house_style",
    BodySheet: "body",
    PersonSheet: "person",
    MandateSheet: "mandate",
    MatterSheet: "matter",
    MatterAliasSheet: "matter_alias",
    MeetingSheet: "meeting",
    ItemSheet: "agenda_item",
    PresenterSheet: "presenter",
    PreMeetingSheet: "pre_meeting",
    FootnoteSheet: "footnote",
    SignatureSheet: "signature",
    FocusAreaSheet: "focus_area",
    PlanSheet: "plan",
    OccasionSheet: "occasion",
    ActivityAreaSheet: "activity_area",
    ActivityLinkSheet: "activity_link",
    FollowUpNoteSheet: "follow_up_note",
    ActivitySheet: "activity",
    LetterRecipientSheet: "letter_recipient",
    LetterSheet: "letter",
    AgreementPartySheet: "agreement_party",
    AgreementMeetingSheet: "agreement_meeting",
    AgreementSheet: "agreement",
    ConsultationSheet: "consultation",
    BudgetPostSheet: "budget_post",
    AllocationSheet: "allocation",
    BudgetVersionSheet: "budget_version",
    BudgetYearSheet: "budget_year",
    LedgerEntrySheet: "ledger_entry",
    AssociationSheet: "association",
    GrantDecisionSheet: "grant_decision",
    InstalmentSheet: "instalment",
    GrantSheet: "grant",
    MeasurementSheet: "measurement",
    ChangeTextSheet: "change_text",
    IndicatorSheet: "indicator",
    ReportSectionSheet: "report_section",
    ReportSignatureSheet: "report_signature",
    ReportAnswerSheet: "report_answer",
    ReportSheet: "report",
}


def lists_of(kind: type) -> Mapping[str, type]:
    """Return the lists that a sheet of ``kind`` owns, by name, with what they hold."""
    return _lists_of(kind)


@cache
def _lists_of(kind: Any) -> Mapping[str, type]:  # noqa: ANN401
    hints: dict[str, Any] = get_type_hints(kind)
    return {name: get_args(hint)[0] for name, hint in hints.items() if get_origin(hint) is tuple}

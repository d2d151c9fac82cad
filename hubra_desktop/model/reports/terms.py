"""The closed vocabularies of the written papers, stored by their values, which never change."""

from enum import StrEnum


class ReportKind(StrEnum):
    """What sort of paper it is: verksamhetsberättelse, verksamhetsplan, tjänsteutlåtande."""

    ANNUAL_REPORT = "annual_report"
    ACTIVITY_PLAN = "activity_plan"
    STATEMENT = "statement"

"""The closed vocabularies of the written papers, stored by their values, which never change."""

from hubra_desktop.model.words import Term


class ReportKind(Term):
    """What sort of paper it is; papers bear Swedish names whatever the window speaks."""

    ANNUAL_REPORT = "annual_report", "Verksamhetsberättelse"
    ACTIVITY_PLAN = "activity_plan", "Verksamhetsplan"
    STATEMENT = "statement", "Tjänsteutlåtande"

"""How a decision is appealed, with the last day: counted as courts have counted it."""

from datetime import date

from hubra_desktop.documents.appeals import appeal_text
from hubra_desktop.model.minutes.minutes_terms import AppealKind


def test_the_last_day_is_the_next_weekday_three_weeks_on() -> None:
    told = appeal_text(AppealKind.LEGALITY, "Nämnden", date(2018, 3, 9))
    assert "kommunallagen 13 kap." in told
    # Three weeks after 9 March 2018 is Good Friday; Easter Monday is 2 April.
    assert told.endswith("Det tillkännagavs den 9 mars 2018. Sista dagen är den 3 april 2018.")


def test_before_it_is_announced_no_day_is_told() -> None:
    told = appeal_text(AppealKind.LEGALITY, "Nämnden", None)
    assert "inom tre veckor" in told
    assert "2018" not in told


def test_other_decisions_are_appealed_to_the_body_or_not_at_all() -> None:
    assert "lämna det till Nämnden." in appeal_text(AppealKind.ADMINISTRATIVE, "Nämnden", None)
    assert appeal_text(AppealKind.NONE, "Nämnden", date(2018, 3, 9)) == ""

"""What evidence lies beside, and that it lies beside one thing."""

from collections.abc import Mapping
from typing import Final

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.records.money import Evidence
from hubra_desktop.model.wording import quoted

OWNERS: Final[Mapping[str, str]] = {"ledger_entry": "entry_id", "grant": "grant_id"}
"""What evidence lies beside: the kind, and the field that names its row."""


def refuse_evidence(evidence: Evidence) -> None:
    """Refuse evidence that belongs to nothing, or to two things."""
    if (evidence.entry_id is None) == (evidence.grant_id is None):
        raise refusal(
            "Underlaget {name} ska höra till en bokförd rad eller ett bidrag.",
            name=quoted(evidence.name),
        )

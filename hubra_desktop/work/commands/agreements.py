"""Agreements: samverkansöverenskommelser and IOP, their parties and follow-up meetings."""

from hubra_desktop.model.plan.sheets import (
    AgreementMeetingSheet,
    AgreementPartySheet,
    AgreementSheet,
)
from hubra_desktop.work.commands.base import AddPart, Change, Remove, Store


class AddAgreement(Store):
    """Store an agreement with its parties and meetings; for a new one a title is enough."""


class ChangeAgreement(Change):
    """Write new values into an agreement."""

    record = AgreementSheet


class RemoveAgreement(Remove):
    """Take an agreement away; activities and grants that rest on it stay."""

    record = AgreementSheet


class AddAgreementParty(AddPart):
    """Add a party, by name or known to the register."""

    record = AgreementPartySheet


class ChangeAgreementParty(Change):
    """Change who a party is."""

    record = AgreementPartySheet


class RemoveAgreementParty(Remove):
    """Take a party away."""

    record = AgreementPartySheet


class AddAgreementMeeting(AddPart):
    """Add a meeting where the agreement is followed up, planned or held."""

    record = AgreementMeetingSheet


class ChangeAgreementMeeting(Change):
    """Change a follow-up meeting's day, note, or whether it was held."""

    record = AgreementMeetingSheet


class RemoveAgreementMeeting(Remove):
    """Take a follow-up meeting away."""

    record = AgreementMeetingSheet

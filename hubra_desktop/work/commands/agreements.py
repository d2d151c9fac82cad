"""Agreements: samverkansöverenskommelser and IOP, their parties and follow-up meetings."""

from hubra_desktop.model.records.plan import Agreement, AgreementMeeting, AgreementParty
from hubra_desktop.work.commands.base import AddPart, Change, Remove, Store


class AddAgreement(Store):
    """Store an agreement with its parties and meetings; for a new one a title is enough."""


class ChangeAgreement(Change):
    """Write new values into an agreement."""

    record = Agreement


class RemoveAgreement(Remove):
    """Take an agreement away; activities and grants that rest on it stay."""

    record = Agreement


class AddAgreementParty(AddPart):
    """Add a party, by name or known to the register."""

    record = AgreementParty


class ChangeAgreementParty(Change):
    """Change who a party is."""

    record = AgreementParty


class RemoveAgreementParty(Remove):
    """Take a party away."""

    record = AgreementParty


class AddAgreementMeeting(AddPart):
    """Add a meeting where the agreement is followed up, planned or held."""

    record = AgreementMeeting


class ChangeAgreementMeeting(Change):
    """Change a follow-up meeting's day, note, or whether it was held."""

    record = AgreementMeeting


class RemoveAgreementMeeting(Remove):
    """Take a follow-up meeting away."""

    record = AgreementMeeting

"""Consultations (remisser): received, handled, extended, answered."""

from hubra_desktop.model.records.plan import Consultation
from hubra_desktop.work.commands.base import Change, Remove, Store


class AddConsultation(Store):
    """Store a remiss as it stands in the sheet; for a new one a title is enough."""


class ChangeConsultation(Change):
    """Write new values into a remiss."""

    record = Consultation


class RemoveConsultation(Remove):
    """Take a remiss away."""

    record = Consultation

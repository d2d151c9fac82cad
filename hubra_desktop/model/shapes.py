"""The records under the names they had before; see ``model.records``."""

from hubra_desktop.model.records import catalogue as _catalogue

KINDS = _catalogue.KINDS
lists_of = _catalogue.lists_of

"""The words for the undo steps of people, bodies and mailing lists."""

from hubra_desktop.model.language import N_

KINDS = {
    "body": N_("en organisation"),
    "mandate": N_("ett uppdrag"),
    "person": N_("en person"),
}

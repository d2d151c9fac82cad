"""The words for the undo steps of people, bodies and mailing lists."""

from hubra_desktop.model.language import N_

KINDS = {
    "body": N_("en organisation"),
    "body_rules": N_("ett regelverk"),
    "list_member": N_("en mottagare på en sändlista"),
    "mailing_list": N_("en sändlista"),
    "mandate": N_("ett uppdrag"),
    "person": N_("en person"),
    "rules_committee": N_("ett organ i reglerna"),
    "rules_seat": N_("ett slag av platser"),
}

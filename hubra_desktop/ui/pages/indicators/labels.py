"""The words for the undo steps of what is measured."""

from hubra_desktop.model.language import N_

KINDS = {
    "change_text": N_("en text om förändringen"),
    "indicator": N_("ett mått"),
    "measurement": N_("ett värde"),
}
FIELDS = {
    "active_from": N_("ett första år"),
    "active_to": N_("ett sista år"),
    "area_number": N_("ett fokusområde"),
    "direction": N_("en önskad riktning"),
    "groups": N_("grupper"),
    "interval_years": N_("ett mellanrum mellan mätningar"),
    "shares": N_("andelar"),
    "source": N_("en källa"),
    "unit": N_("en enhet"),
}
STEPS = {"remove-measurement": N_("borttagna värden för ett år")}

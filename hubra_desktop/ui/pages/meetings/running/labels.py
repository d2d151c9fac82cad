"""The words for the undo steps of a meeting that goes on; the tables are those of ui/labels.py."""

from hubra_desktop.model.language import N_

KINDS = {
    "agenda_run": N_("en tid för en punkt"),
    "phrase": N_("en fras"),
    "phrases": N_("fraser"),
}
FIELDS = {
    "ended_at": N_("en tid då sammanträdet slutade"),
    "opened_at": N_("en tid då sammanträdet öppnades"),
}
STEPS = {
    "start-meeting": N_("öppnat sammanträde"),
    "next-item": N_("nästa punkt"),
    "pause-meeting": N_("paus"),
    "resume-meeting": N_("avslutad paus"),
    "correct-times": N_("rättade tider"),
    "step-aside": N_("jäv"),
    "add-phrases": N_("nya fraser"),
    "end-meeting": N_("avslutat sammanträde"),
}

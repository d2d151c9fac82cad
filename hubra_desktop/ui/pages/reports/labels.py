"""The words for the undo steps of the written papers."""

from hubra_desktop.model.language import N_

KINDS = {
    "issued_paper": N_("en utfärdad handling"),
    "report": N_("en handling"),
    "report_section": N_("ett avsnitt"),
    "report_signature": N_("en underskrift"),
}
STEPS = {
    "accept-fact": N_("godtagen uppgift"),
    "answer-gap": N_("besvarad lucka"),
    "attach-report": N_("bifogad handling"),
    "take-over-section": N_("övertagen text"),
    "refresh-report_section": N_("uppdaterat avsnitt"),
    "tie-fact": N_("knuten uppgift"),
}

"""The words for the undo steps of the written papers."""

from hubra_desktop.ui.translation import QT_TRANSLATE_NOOP

KINDS = {
    "report": QT_TRANSLATE_NOOP("Steps", "report"),
    "report_section": QT_TRANSLATE_NOOP("Steps", "section"),
    "report_signature": QT_TRANSLATE_NOOP("Steps", "signature"),
}
STEPS = {
    "accept-fact": QT_TRANSLATE_NOOP("Steps", "accepted figure"),
    "answer-gap": QT_TRANSLATE_NOOP("Steps", "answered gap"),
    "attach-report": QT_TRANSLATE_NOOP("Steps", "attached paper"),
    "refresh-report_section": QT_TRANSLATE_NOOP("Steps", "refreshed section"),
    "tie-fact": QT_TRANSLATE_NOOP("Steps", "tied figure"),
}

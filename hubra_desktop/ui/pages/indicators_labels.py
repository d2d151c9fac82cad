"""The words for the undo steps of what is measured."""

from hubra_desktop.ui.translation import QT_TRANSLATE_NOOP

KINDS = {
    "change_text": QT_TRANSLATE_NOOP("Steps", "text on the change"),
    "indicator": QT_TRANSLATE_NOOP("Steps", "indicator"),
    "measurement": QT_TRANSLATE_NOOP("Steps", "value"),
}
FIELDS = {
    "active_from": QT_TRANSLATE_NOOP("Steps", "first year"),
    "active_to": QT_TRANSLATE_NOOP("Steps", "last year"),
    "area_number": QT_TRANSLATE_NOOP("Steps", "focus area"),
    "direction": QT_TRANSLATE_NOOP("Steps", "direction wished for"),
    "groups": QT_TRANSLATE_NOOP("Steps", "groups"),
    "interval_years": QT_TRANSLATE_NOOP("Steps", "interval"),
    "shares": QT_TRANSLATE_NOOP("Steps", "shares"),
    "source": QT_TRANSLATE_NOOP("Steps", "source"),
    "unit": QT_TRANSLATE_NOOP("Steps", "unit"),
}
STEPS = {
    "remove-measurement": QT_TRANSLATE_NOOP("Steps", "removed the year's values"),
}

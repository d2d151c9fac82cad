"""The words for the undo steps of the meetings; the tables are those of ui/labels.py."""

from hubra_desktop.ui.translation import QT_TRANSLATE_NOOP

KINDS = {
    "agenda_item": QT_TRANSLATE_NOOP("Steps", "row"),
    "footnote": QT_TRANSLATE_NOOP("Steps", "footnote"),
    "meeting": QT_TRANSLATE_NOOP("Steps", "meeting"),
    "pre_meeting": QT_TRANSLATE_NOOP("Steps", "pre-meeting"),
    "signature": QT_TRANSLATE_NOOP("Steps", "signature"),
}
FIELDS = {
    "anchor": QT_TRANSLATE_NOOP("Steps", "place of the footnote"),
    "case_number": QT_TRANSLATE_NOOP("Steps", "case number"),
    "chair_id": QT_TRANSLATE_NOOP("Steps", "chair"),
    "closed": QT_TRANSLATE_NOOP("Steps", "closed doors"),
    "duration": QT_TRANSLATE_NOOP("Steps", "minutes"),
    "end": QT_TRANSLATE_NOOP("Steps", "planned end"),
    "group": QT_TRANSLATE_NOOP("Steps", "group"),
    "inner_note": QT_TRANSLATE_NOOP("Steps", "inner note"),
    "level": QT_TRANSLATE_NOOP("Steps", "level"),
    "notice_date": QT_TRANSLATE_NOOP("Steps", "date of the notice"),
    "notice_place": QT_TRANSLATE_NOOP("Steps", "place of the notice"),
    "number_typed": QT_TRANSLATE_NOOP("Steps", "number"),
    "parallel": QT_TRANSLATE_NOOP("Steps", "parallel row"),
    "pin": QT_TRANSLATE_NOOP("Steps", "held time"),
    "print_time": QT_TRANSLATE_NOOP("Steps", "printed time"),
    "public_title": QT_TRANSLATE_NOOP("Steps", "public title"),
    "role": QT_TRANSLATE_NOOP("Steps", "role"),
    "secretary_id": QT_TRANSLATE_NOOP("Steps", "secretary"),
    "start": QT_TRANSLATE_NOOP("Steps", "start"),
    "withdrawn": QT_TRANSLATE_NOOP("Steps", "withdrawn row"),
}
STEPS = {
    "change-agenda_item-presenters": QT_TRANSLATE_NOOP("Steps", "changed presenters"),
}

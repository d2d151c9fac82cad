"""The name of every undo step, for "Ångra: …" and "Gör om: …".

Keys are the labels that commands give; a step that changed one field is named after
the field. The tests see to it that every command has a name.
"""

from hubra_desktop.ui import labels_indicators, labels_money, labels_plan
from hubra_desktop.ui.translation import QT_TRANSLATE_NOOP, translated

_STEPS = {
    "add-agenda_item": QT_TRANSLATE_NOOP("Steps", "added row"),
    "add-body": QT_TRANSLATE_NOOP("Steps", "added organisation"),
    "add-footnote": QT_TRANSLATE_NOOP("Steps", "added footnote"),
    "add-mandate": QT_TRANSLATE_NOOP("Steps", "added mandate"),
    "add-matter": QT_TRANSLATE_NOOP("Steps", "added matter"),
    "add-meeting": QT_TRANSLATE_NOOP("Steps", "added meeting"),
    "add-person": QT_TRANSLATE_NOOP("Steps", "added person"),
    "add-pre_meeting": QT_TRANSLATE_NOOP("Steps", "added pre-meeting"),
    "add-signature": QT_TRANSLATE_NOOP("Steps", "added signature"),
    "change-agenda_item": QT_TRANSLATE_NOOP("Steps", "changed row"),
    "change-body": QT_TRANSLATE_NOOP("Steps", "changed organisation"),
    "change-footnote": QT_TRANSLATE_NOOP("Steps", "changed footnote"),
    "change-house_style": QT_TRANSLATE_NOOP("Steps", "changed house style"),
    "change-mandate": QT_TRANSLATE_NOOP("Steps", "changed mandate"),
    "change-matter": QT_TRANSLATE_NOOP("Steps", "changed matter"),
    "change-meeting": QT_TRANSLATE_NOOP("Steps", "changed meeting"),
    "change-person": QT_TRANSLATE_NOOP("Steps", "changed person"),
    "change-pre_meeting": QT_TRANSLATE_NOOP("Steps", "changed pre-meeting"),
    "change-register": QT_TRANSLATE_NOOP("Steps", "changed register facts"),
    "change-signature": QT_TRANSLATE_NOOP("Steps", "changed signature"),
    "copy-meeting": QT_TRANSLATE_NOOP("Steps", "copied meeting"),
    "import": QT_TRANSLATE_NOOP("Steps", "import"),
    "move-agenda_item": QT_TRANSLATE_NOOP("Steps", "moved row"),
    "remove-agenda_item": QT_TRANSLATE_NOOP("Steps", "removed row"),
    "remove-body": QT_TRANSLATE_NOOP("Steps", "removed organisation"),
    "remove-footnote": QT_TRANSLATE_NOOP("Steps", "removed footnote"),
    "remove-mandate": QT_TRANSLATE_NOOP("Steps", "removed mandate"),
    "remove-matter": QT_TRANSLATE_NOOP("Steps", "removed matter"),
    "remove-meeting": QT_TRANSLATE_NOOP("Steps", "removed meeting"),
    "remove-person": QT_TRANSLATE_NOOP("Steps", "removed person"),
    "remove-pre_meeting": QT_TRANSLATE_NOOP("Steps", "removed pre-meeting"),
    "remove-signature": QT_TRANSLATE_NOOP("Steps", "removed signature"),
}
_FIELDS = {
    "anchor": QT_TRANSLATE_NOOP("Steps", "changed place of the footnote"),
    "case_number": QT_TRANSLATE_NOOP("Steps", "changed case number"),
    "chair_id": QT_TRANSLATE_NOOP("Steps", "changed chair"),
    "closed": QT_TRANSLATE_NOOP("Steps", "changed closed doors"),
    "date": QT_TRANSLATE_NOOP("Steps", "changed date"),
    "duration": QT_TRANSLATE_NOOP("Steps", "changed minutes"),
    "end": QT_TRANSLATE_NOOP("Steps", "changed planned end"),
    "group": QT_TRANSLATE_NOOP("Steps", "changed group"),
    "inner_note": QT_TRANSLATE_NOOP("Steps", "changed inner note"),
    "kind": QT_TRANSLATE_NOOP("Steps", "changed kind"),
    "level": QT_TRANSLATE_NOOP("Steps", "changed level"),
    "link": QT_TRANSLATE_NOOP("Steps", "changed link"),
    "name": QT_TRANSLATE_NOOP("Steps", "changed name"),
    "note": QT_TRANSLATE_NOOP("Steps", "changed note"),
    "notice_date": QT_TRANSLATE_NOOP("Steps", "changed date of the notice"),
    "notice_place": QT_TRANSLATE_NOOP("Steps", "changed place of the notice"),
    "number_typed": QT_TRANSLATE_NOOP("Steps", "changed number"),
    "parallel": QT_TRANSLATE_NOOP("Steps", "changed parallel row"),
    "pin": QT_TRANSLATE_NOOP("Steps", "changed held time"),
    "place": QT_TRANSLATE_NOOP("Steps", "changed place"),
    "presenters": QT_TRANSLATE_NOOP("Steps", "changed presenters"),
    "print_time": QT_TRANSLATE_NOOP("Steps", "changed printed time"),
    "public_title": QT_TRANSLATE_NOOP("Steps", "changed public title"),
    "role": QT_TRANSLATE_NOOP("Steps", "changed role"),
    "secretary_id": QT_TRANSLATE_NOOP("Steps", "changed secretary"),
    "start": QT_TRANSLATE_NOOP("Steps", "changed start"),
    "state": QT_TRANSLATE_NOOP("Steps", "changed state"),
    "text": QT_TRANSLATE_NOOP("Steps", "changed text"),
    "title": QT_TRANSLATE_NOOP("Steps", "changed heading"),
    "withdrawn": QT_TRANSLATE_NOOP("Steps", "changed withdrawn row"),
}


_NAMES = _STEPS | labels_plan.NAMES | labels_money.NAMES | labels_indicators.NAMES
_CHANGED = labels_plan.FIELDS | labels_indicators.FIELDS | _FIELDS


def step_name(label: str) -> str:
    """Return what a step is called, such as ``ändrad rubrik``; "" for an unknown label."""
    if label in _NAMES:
        return translated("Steps", _NAMES[label])
    step, _, field = label.rpartition("-")
    known = _CHANGED.get(field) or _NAMES.get(step)
    return translated("Steps", known) if known else ""

"""The name of every undo step, for "Ångra: …" and "Gör om: …".

Keys are the labels that commands and fields give; the tests see to it that every
command has one.
"""

from hubra_desktop.ui.translation import QT_TRANSLATE_NOOP, translated

_TABLES = {
    "agenda_item": QT_TRANSLATE_NOOP("Steps", "row"),
    "body": QT_TRANSLATE_NOOP("Steps", "organisation"),
    "footnote": QT_TRANSLATE_NOOP("Steps", "footnote"),
    "house_style": QT_TRANSLATE_NOOP("Steps", "house style"),
    "mandate": QT_TRANSLATE_NOOP("Steps", "mandate"),
    "matter": QT_TRANSLATE_NOOP("Steps", "matter"),
    "meeting": QT_TRANSLATE_NOOP("Steps", "meeting"),
    "person": QT_TRANSLATE_NOOP("Steps", "person"),
    "pre_meeting": QT_TRANSLATE_NOOP("Steps", "pre-meeting"),
    "register": QT_TRANSLATE_NOOP("Steps", "register facts"),
    "signature": QT_TRANSLATE_NOOP("Steps", "signature"),
}
_VERBS = {
    "add": QT_TRANSLATE_NOOP("Steps", "added {what}"),
    "change": QT_TRANSLATE_NOOP("Steps", "changed {what}"),
    "copy": QT_TRANSLATE_NOOP("Steps", "copied {what}"),
    "move": QT_TRANSLATE_NOOP("Steps", "moved {what}"),
    "remove": QT_TRANSLATE_NOOP("Steps", "removed {what}"),
}
_STEPS = {
    "import": QT_TRANSLATE_NOOP("Steps", "import"),
    "import-bundle": QT_TRANSLATE_NOOP("Steps", "import"),
}
_FIELDS = {
    "anchor": QT_TRANSLATE_NOOP("Steps", "place of the footnote"),
    "case_number": QT_TRANSLATE_NOOP("Steps", "case number"),
    "chair_id": QT_TRANSLATE_NOOP("Steps", "chair"),
    "closed": QT_TRANSLATE_NOOP("Steps", "closed doors"),
    "date": QT_TRANSLATE_NOOP("Steps", "date"),
    "duration": QT_TRANSLATE_NOOP("Steps", "minutes"),
    "end": QT_TRANSLATE_NOOP("Steps", "planned end"),
    "group": QT_TRANSLATE_NOOP("Steps", "group"),
    "inner_note": QT_TRANSLATE_NOOP("Steps", "inner note"),
    "kind": QT_TRANSLATE_NOOP("Steps", "kind"),
    "level": QT_TRANSLATE_NOOP("Steps", "level"),
    "link": QT_TRANSLATE_NOOP("Steps", "link"),
    "name": QT_TRANSLATE_NOOP("Steps", "name"),
    "note": QT_TRANSLATE_NOOP("Steps", "note"),
    "notice_date": QT_TRANSLATE_NOOP("Steps", "date of the notice"),
    "notice_place": QT_TRANSLATE_NOOP("Steps", "place of the notice"),
    "number_typed": QT_TRANSLATE_NOOP("Steps", "number"),
    "parallel": QT_TRANSLATE_NOOP("Steps", "parallel row"),
    "pin": QT_TRANSLATE_NOOP("Steps", "held time"),
    "place": QT_TRANSLATE_NOOP("Steps", "place"),
    "presenters": QT_TRANSLATE_NOOP("Steps", "presenters"),
    "print_time": QT_TRANSLATE_NOOP("Steps", "printed time"),
    "public_title": QT_TRANSLATE_NOOP("Steps", "public title"),
    "role": QT_TRANSLATE_NOOP("Steps", "role"),
    "secretary_id": QT_TRANSLATE_NOOP("Steps", "secretary"),
    "start": QT_TRANSLATE_NOOP("Steps", "start"),
    "state": QT_TRANSLATE_NOOP("Steps", "state"),
    "text": QT_TRANSLATE_NOOP("Steps", "text"),
    "title": QT_TRANSLATE_NOOP("Steps", "heading"),
    "withdrawn": QT_TRANSLATE_NOOP("Steps", "withdrawn row"),
}


def step_name(label: str) -> str:
    """Return what a step is called, such as ``ändrad rubrik``; "" for an unknown label."""
    if label in _STEPS:
        return translated("Steps", _STEPS[label])
    verb, _, rest = label.partition("-")
    table, _, field = rest.partition("-")
    if verb not in _VERBS or table not in _TABLES:
        return ""
    what = _FIELDS.get(field, _TABLES[table])
    return translated("Steps", _VERBS[verb]).format(what=translated("Steps", what))

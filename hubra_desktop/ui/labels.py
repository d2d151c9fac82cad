"""The name of every undo step, for "Ångra: …" and "Gör om: …".

A command's label is a verb and a kind of record, and of a step that changed one field that
field too: ``remove-meeting``, ``change-agenda_item-title``. Its name is put together from
the verb and what the kind or the field is called, so that a new command needs no entry. The
subjects' folders hold KINDS and FIELDS, and STEPS with the names that are not made so.
"""

from hubra_desktop.ui.pages import indicators_labels, meetings_labels
from hubra_desktop.ui.pages.money import labels as money_labels
from hubra_desktop.ui.pages.plan import labels as plan_labels
from hubra_desktop.ui.pages.reports import labels as reports_labels
from hubra_desktop.ui.translation import QT_TRANSLATE_NOOP, translated

# In a language with genders: the forms for en, ett and several, told by the thing's article.
_VERBS = {
    "add": QT_TRANSLATE_NOOP("Steps", "added {thing}"),
    "book": QT_TRANSLATE_NOOP("Steps", "booked {thing}"),
    "change": QT_TRANSLATE_NOOP("Steps", "changed {thing}"),
    "copy": QT_TRANSLATE_NOOP("Steps", "copied {thing}"),
    "move": QT_TRANSLATE_NOOP("Steps", "moved {thing}"),
    "remove": QT_TRANSLATE_NOOP("Steps", "removed {thing}"),
}
_ARTICLES = {"en": 0, "ett": 1}
KINDS = {
    "body": QT_TRANSLATE_NOOP("Steps", "organisation"),
    "house_style": QT_TRANSLATE_NOOP("Steps", "house style"),
    "mandate": QT_TRANSLATE_NOOP("Steps", "mandate"),
    "matter": QT_TRANSLATE_NOOP("Steps", "matter"),
    "matter_alias": QT_TRANSLATE_NOOP("Steps", "other case number"),
    "person": QT_TRANSLATE_NOOP("Steps", "person"),
    "register": QT_TRANSLATE_NOOP("Steps", "register facts"),
    **meetings_labels.KINDS,
    **plan_labels.KINDS,
    **reports_labels.KINDS,
    **money_labels.KINDS,
    **indicators_labels.KINDS,
}
FIELDS = {
    "date": QT_TRANSLATE_NOOP("Steps", "date"),
    "kind": QT_TRANSLATE_NOOP("Steps", "kind"),
    "link": QT_TRANSLATE_NOOP("Steps", "link"),
    "name": QT_TRANSLATE_NOOP("Steps", "name"),
    "note": QT_TRANSLATE_NOOP("Steps", "note"),
    "place": QT_TRANSLATE_NOOP("Steps", "place"),
    "state": QT_TRANSLATE_NOOP("Steps", "state"),
    "text": QT_TRANSLATE_NOOP("Steps", "text"),
    "title": QT_TRANSLATE_NOOP("Steps", "heading"),
    **meetings_labels.FIELDS,
    **plan_labels.FIELDS,
    **indicators_labels.FIELDS,
}
STEPS = {
    "import": QT_TRANSLATE_NOOP("Steps", "import"),
    **meetings_labels.STEPS,
    **plan_labels.STEPS,
    **reports_labels.STEPS,
    **money_labels.STEPS,
    **indicators_labels.STEPS,
}


def step_name(label: str) -> str:
    """Return what a step is called, such as ``ändrad rubrik``; "" for an unknown label."""
    if label in STEPS:
        return translated("Steps", STEPS[label])
    verb, _, rest = label.partition("-")
    kind, _, field = rest.partition("-")
    thing = FIELDS.get(field) or KINDS.get(kind)
    return _named(_VERBS[verb], thing) if thing and verb in _VERBS else ""


def _named(verb: str, thing: str) -> str:
    """Put a verb before a thing in the form that the thing's article asks for."""
    forms = translated("Steps", verb).split("|")
    word = translated("Steps", thing)
    article, _, bare = word.partition(" ")
    if article in _ARTICLES and len(forms) > 1:
        return forms[_ARTICLES[article]].format(thing=bare)
    return forms[-1].format(thing=word)

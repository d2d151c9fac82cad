"""The name of every undo step, for "Ångra: …" and "Gör om: …".

A command's label is a verb and a kind of record, and of a step that changed one field that
field too: ``remove-meeting``, ``change-agenda_item-title``. Its name is put together from
the verb and what the kind or the field is called, so that a new command needs no entry. The
subjects' folders hold KINDS and FIELDS, and STEPS with the names that are not made so.
"""

from hubra_desktop.model.language import N_, say
from hubra_desktop.ui.pages.indicators import labels as indicators_labels
from hubra_desktop.ui.pages.matters import labels as matters_labels
from hubra_desktop.ui.pages.meetings import labels as meetings_labels
from hubra_desktop.ui.pages.meetings.minutes import labels as minutes_labels
from hubra_desktop.ui.pages.meetings.running import labels as running_labels
from hubra_desktop.ui.pages.money import labels as money_labels
from hubra_desktop.ui.pages.people import labels as people_labels
from hubra_desktop.ui.pages.plan import labels as plan_labels
from hubra_desktop.ui.pages.reports import labels as reports_labels

# In a language with genders: the forms for en, ett and several, told by the thing's article.
_VERBS = {
    "add": N_("ny {thing}|nytt {thing}|nya {thing}"),
    "book": N_("bokförd {thing}|bokfört {thing}|bokförda {thing}"),
    "change": N_("ändrad {thing}|ändrat {thing}|ändrade {thing}"),
    "copy": N_("kopierad {thing}|kopierat {thing}|kopierade {thing}"),
    "move": N_("flyttad {thing}|flyttat {thing}|flyttade {thing}"),
    "remove": N_("borttagen {thing}|borttaget {thing}|borttagna {thing}"),
}
_ARTICLES = {"en": 0, "ett": 1}
KINDS = {
    "activity_area": N_("ett område för aktiviteten"),
    "body_rules": N_("ett regelverk"),
    "dispatch_recipient": N_("en mottagare"),
    "disposal": N_("en gallring"),
    "house_style": N_("en husstil"),
    "law_note": N_("en anteckning om lagen"),
    "list_member": N_("en mottagare på en lista"),
    "mailing_list": N_("en sändlista"),
    "rules_committee": N_("en nämnd i regelverket"),
    "rules_seat": N_("ett slag av plats"),
    "ledger_entry": N_("en bokförd rad"),
    "presenter": N_("en föredragande"),
    "register": N_("registeruppgifter"),
    "report_answer": N_("ett svar på en lucka"),
    "report_picture": N_("en bild"),
    "known_word": N_("ett ord i ordlistan"),
    "template_item": N_("en rad i mallen"),
    **matters_labels.KINDS,
    **meetings_labels.KINDS,
    **minutes_labels.KINDS,
    **running_labels.KINDS,
    **plan_labels.KINDS,
    **reports_labels.KINDS,
    **money_labels.KINDS,
    **indicators_labels.KINDS,
    **people_labels.KINDS,
}
FIELDS = {
    "date": N_("ett datum"),
    "kind": N_("ett slag"),
    "link": N_("en koppling"),
    "name": N_("ett namn"),
    "note": N_("en anteckning"),
    "place": N_("en plats"),
    "state": N_("ett läge"),
    "text": N_("en text"),
    "title": N_("en rubrik"),
    **matters_labels.FIELDS,
    **meetings_labels.FIELDS,
    **minutes_labels.FIELDS,
    **running_labels.FIELDS,
    **plan_labels.FIELDS,
    **indicators_labels.FIELDS,
}
STEPS = {
    "import": N_("import"),
    "fetch-back": N_("hämtat tillbaka"),
    "restore": N_("återställt register"),
    "purge-person": N_("gallrad person"),
    "salvage": N_("räddat register"),
    "take-back": N_("återtaget steg"),
    **matters_labels.STEPS,
    **meetings_labels.STEPS,
    **running_labels.STEPS,
    **plan_labels.STEPS,
    **reports_labels.STEPS,
    **money_labels.STEPS,
    **indicators_labels.STEPS,
}


def step_name(label: str) -> str:
    """Return what a step is called, such as ``ändrad rubrik``; "" for an unknown label."""
    if label in STEPS:
        return say(STEPS[label])
    verb, _, rest = label.partition("-")
    kind, _, field = rest.partition("-")
    thing = FIELDS.get(field) or KINDS.get(kind)
    return _named(_VERBS[verb], thing) if thing and verb in _VERBS else ""


def step_told(label: str, *, back: bool) -> str:
    """Say what was taken back, or done again; "" for an unknown label."""
    name = step_name(label)
    if not name:
        return ""
    return say("Ångrat: {step}", step=name) if back else say("Gjort om: {step}", step=name)


def bare(thing: str) -> str:
    """Return a thing without its article, in a language that tells it."""
    article, _, rest = thing.partition(" ")
    return rest if article in _ARTICLES and rest else thing


def _named(verb: str, thing: str) -> str:
    """Put a verb before a thing in the form that the thing's article asks for."""
    forms = say(verb).split("|")
    word = say(thing)
    article, _, bare = word.partition(" ")
    if article in _ARTICLES and len(forms) > 1:
        return forms[_ARTICLES[article]].format(thing=bare)
    return forms[-1].format(thing=word)

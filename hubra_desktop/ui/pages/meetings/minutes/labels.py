"""The words for the undo steps of minutes; the tables are those of ui/labels.py."""

from hubra_desktop.model.language import N_

KINDS = {
    "ballot_voice": N_("en röst"),
    "decision": N_("ett beslut"),
    "disqualification": N_("ett jäv"),
    "minutes": N_("ett protokoll"),
    "section": N_("en paragraf"),
    "section_ballot": N_("en omröstning"),
    "section_dissent": N_("en reservation"),
    "section_proposal": N_("ett yrkande"),
}
FIELDS = {
    "adopted": N_("ett beslut"),
    "background": N_("en bakgrund"),
    "debate": N_("en anteckning om överläggningen"),
    "deviation_confirmed": N_("en bekräftelse"),
    "ended_at": N_("ett verkligt slut"),
    "executor": N_("en utförare"),
    "heading": N_("en rubrik"),
    "opened_at": N_("en verklig början"),
    "procedure": N_("en beslutsgång"),
    "proposed": N_("ett förslag till beslut"),
}

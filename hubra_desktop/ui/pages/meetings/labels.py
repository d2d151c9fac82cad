"""The words for the undo steps of the meetings; the tables are those of ui/labels.py."""

from hubra_desktop.model.language import N_

KINDS = {
    "agenda_item": N_("en rad"),
    "agenda_items": N_("rader"),
    "diary_tick": N_("en markering i diariet"),
    "dispatch": N_("ett utskick"),
    "footnote": N_("en fotnot"),
    "meeting": N_("ett sammanträde"),
    "meeting_template": N_("en mall för sammanträden"),
    "pre_meeting": N_("ett förmöte"),
    "signature": N_("en underskrift"),
}
FIELDS = {
    "anchor": N_("en plats för fotnoten"),
    "case_number": N_("ett diarienummer"),
    "chair_id": N_("en ordförande"),
    "closed": N_("stängda dörrar"),
    "duration": N_("en tid"),
    "end": N_("en sluttid"),
    "group": N_("en grupp"),
    "inner_note": N_("en inre anteckning"),
    "level": N_("en nivå"),
    "notice_date": N_("ett datum för kallelsen"),
    "notice_place": N_("en ort för kallelsen"),
    "number_typed": N_("ett nummer"),
    "numbered": N_("ett nummer"),
    "parallel": N_("en parallell rad"),
    "pin": N_("en fast tid"),
    "print_case_number": N_("ett utskrivet diarienummer"),
    "print_note": N_("en utskriven anteckning"),
    "print_place": N_("en utskriven lokal"),
    "print_presenters": N_("en utskriven föredragande"),
    "print_time": N_("en utskriven tid"),
    "public_title": N_("en offentlig rubrik"),
    "role": N_("en roll"),
    "secretary_id": N_("en sekreterare"),
    "start": N_("en starttid"),
    "withdrawn": N_("en utgången rad"),
}
STEPS = {
    "change-agenda_item-presenters": N_("ändrade föredragande"),
    "mark-returned": N_("markerat som retur"),
    "mark-sent": N_("markerat som skickat"),
    "send-dispatch": N_("nytt utskick"),
}

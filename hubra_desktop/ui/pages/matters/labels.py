"""The words for the undo steps of matters and of what waits."""

from hubra_desktop.model.language import N_

KINDS = {
    "backlog_item": N_("en sak som väntar"),
    "matter": N_("ett ärende"),
    "matter_alias": N_("ett annat diarienummer"),
}
FIELDS = {
    "carried_from_id": N_("ett tidigare sammanträde"),
    "closed_on": N_("en dag för avslutet"),
    "item_kind": N_("ett slag av rad"),
    "opened": N_("en dag för öppnandet"),
    "presenters": N_("föredragande"),
    "raised_by": N_("vem som tog upp det"),
    "raised_on": N_("en dag då det togs upp"),
    "retention": N_("en gallringsregel"),
    "wanted_by": N_("en dag att ta upp det senast"),
}
STEPS = {
    "list-numbers": N_("upplagda ärenden"),
    "park-agenda_item": N_("parkerad rad"),
    "place-agenda_item": N_("upptaget på listan"),
    "place-agenda_items": N_("upptaget på listan"),
}

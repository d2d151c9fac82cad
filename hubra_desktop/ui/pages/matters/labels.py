"""The words for the undo steps of matters and of what waits."""

from hubra_desktop.model.language import N_

KINDS = {
    "backlog_item": N_("en sak som väntar"),
    "follow_up": N_("en uppföljning av ett beslut"),
    "follow_up_report": N_("en rapport om en uppföljning"),
    "matter": N_("ett ärende"),
    "matter_alias": N_("ett annat diarienummer"),
}
FIELDS = {
    "carried_from_id": N_("ett tidigare sammanträde"),
    "closed_on": N_("en dag för avslutet"),
    "done_on": N_("en dag då det blev klart"),
    "item_kind": N_("ett slag av rad"),
    "owner": N_("en ansvarig"),
    "opened": N_("en dag för öppnandet"),
    "presenters": N_("föredragande"),
    "raised_by": N_("vem som tog upp det"),
    "raised_on": N_("en dag då det togs upp"),
    "retention": N_("en gallringsregel"),
    "wanted_by": N_("en dag att ta upp det senast"),
}
STEPS = {
    "change-follow_up-due": N_("ändrad sista dag"),
    "list-numbers": N_("upplagda ärenden"),
    "park-agenda_item": N_("parkerad rad"),
    "place-agenda_item": N_("upptaget på listan"),
    "place-follow_up": N_("uppföljning på listan"),
    "place-follow_ups": N_("uppföljningar på listan"),
    "place-agenda_items": N_("upptaget på listan"),
}

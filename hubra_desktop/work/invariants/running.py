"""Rules of the stretches of a meeting: whose row they tell of, and that one goes on at most."""

from sqlalchemy import func, select

from hubra_desktop.model.errors import refusal
from hubra_desktop.store.tables import AGENDA_ITEM, TABLES
from hubra_desktop.work.invariants.kinds import Touched


def check_runs(touched: Touched) -> None:
    """Refuse a stretch that ends before it began, is of another meeting's row, or a second open."""
    runs = TABLES["agenda_run"].c
    for run in touched.now("agenda_run").values():
        if run["ended"] is not None and run["ended"] < run["started"]:
            raise refusal("Punkten kan inte sluta innan den har börjat. Ändra någon av tiderna.")
        own = select(AGENDA_ITEM.c.meeting_id).where(AGENDA_ITEM.c.id == run["item_id"])
        if run["item_id"] is not None and touched.reader.scalar(own) != run["meeting_id"]:
            raise refusal("Punkten hör till ett annat sammanträde. Välj en av det här.")
        open_ones = select(func.count()).where(
            runs.meeting_id == run["meeting_id"], runs.ended.is_(None)
        )
        if run["ended"] is None and (touched.reader.scalar(open_ones) or 0) > 1:
            raise refusal("Sammanträdet behandlar redan en annan punkt. Avsluta den först.")

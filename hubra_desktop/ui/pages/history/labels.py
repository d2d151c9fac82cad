"""What the kinds of records are called where the history tells of them."""

from hubra_desktop.model.language import say
from hubra_desktop.ui.labels import KINDS, bare


def kind_name(kind: str) -> str:
    """Return what a kind of row is called, without its article."""
    return bare(say(KINDS[kind]))

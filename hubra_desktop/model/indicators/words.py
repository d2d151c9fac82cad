"""Why a value is missing and where it comes from, as people write it.

A function that makes words of what is measured takes ``tell``: ``say`` speaks the
window's language, ``swedish`` is for papers, which are Swedish whatever the window speaks.
"""

from typing import Final

from hubra_desktop.model.indicators.terms import Missing

REASONS: Final = (Missing.NOT_MEASURED, Missing.TOO_FEW, Missing.NOT_STATED)
"""The reasons that can be chosen for a missing value."""


def source_line(source: str) -> str:
    """Write where the values come from as the papers do: ``Från Ung Livsstil``."""
    plain = source.strip()
    told = plain.casefold().startswith(("från ", "info från ", "uppgifter från ", "källa"))
    return plain if told or not plain else f"Från {plain}"

"""Swedish spelling by Hunspell, with the dictionary that the program carries: all offline.

Hunspell makes the compounds of Swedish as it looks a word up. Loading the dictionary takes
some 0.15 s and suggesting a word about 0.25 s, in which no other thread runs: load it
where nobody types yet, and ask for suggestions only when somebody wants them.
"""

from typing import Any, Final

from hubra_desktop.paths import resource

_LANGUAGE: Final = "sv_SE"
_MOST: Final = 7


class Spelling:
    """The dictionary, loaded when this is made; one for the whole program is enough."""

    def __init__(self) -> None:
        """Load the dictionary from the program's own files."""
        from hunspell import Hunspell

        folder = str(resource("dictionaries", "sv"))
        self._hunspell: Any = Hunspell(_LANGUAGE, folder, "UTF-8")

    def knows(self, word: str) -> bool:
        """Tell whether a word, or a compound of words, is spelled as it should be."""
        return bool(self._hunspell.spell(word))

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Return words that were perhaps meant, the likeliest first."""
        return tuple(self._hunspell.suggest(word))[:_MOST]

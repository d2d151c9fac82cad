"""What the program says when it cannot take what was typed.

One exception carries one plain sentence from where the rule is known to
where the person is, so that no screen has to invent its own wording.
"""

from hubra_desktop.model.language import say


class InputError(ValueError):
    """Something typed that cannot be used; ``sentence`` is shown as it is.

    ``field`` names what it was typed in, where that is known: a form says it there.
    """

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


def refusal(sentence: str, /, field: str = "", **values: object) -> InputError:
    """Return the refusal that says a sentence, ``{name}`` filled in from ``values``."""
    return InputError(say(sentence, **values), field)

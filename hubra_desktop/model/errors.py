"""What the program says when it cannot take what was typed.

One exception carries one plain sentence from where the rule is known to
where the person is, so that no screen has to invent its own wording.
"""

from collections.abc import Iterable

from hubra_desktop.model.language import say
from hubra_desktop.model.printable import printable


class InputError(ValueError):
    """Something typed that cannot be used; ``sentence`` is shown as it is.

    ``field`` names what it was typed in, where that is known: a form says it there.
    ``waiting`` is said in its place where what was typed is kept and tried again by itself.
    """

    waiting = ""

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.sentence = printable(sentence)
        self.field = field

    @property
    def where_typed(self) -> str:
        """Return what is said in the field that keeps what was typed."""
        return self.waiting or self.sentence


class ConfirmationError(InputError):
    """What is done only on purpose: each of ``questions`` is confirmed by its own words.

    Who runs the command asks them, and runs it again with those that were said yes to. A
    value that is changed meanwhile makes another question.
    """

    def __init__(self, questions: Iterable[str]) -> None:
        self.questions = tuple(questions)
        super().__init__("\n".join(self.questions))


def refusal(sentence: str, /, field: str = "", **values: object) -> InputError:
    """Return the refusal that says a sentence, ``{name}`` filled in from ``values``."""
    return InputError(say(sentence, **values), field)

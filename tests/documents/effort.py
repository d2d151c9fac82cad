"""How many random documents a test makes: few in an ordinary run, many in a long one."""

from hypothesis import settings

_SHORT = 40


def documents(few: int) -> int:
    """Return ``few``, or as many times more as the chosen profile draws more examples."""
    return max(1, few * settings().max_examples // _SHORT)

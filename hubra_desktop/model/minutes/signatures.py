"""What the signatures in a file that came back tell, and what was found of each."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from hubra_desktop.model.swedish import clock_of, folded


@dataclass(frozen=True, kw_only=True)
class SignatureRead:
    """One signature as it was read, without any network.

    ``intact`` tells that what it covers is as it was when it was signed, ``genuine`` that
    it was made with the key of the certificate, ``unchanged`` that nothing but more
    signatures came after it. ``signed_at`` is what the signer's own clock said, or a time
    stamp's (``stamped``). Who issued the certificate is told and not looked up.
    """

    name: str
    organisation: str = ""
    issuer: str = ""
    serial: str = ""
    valid_from: dt.datetime | None = None
    valid_to: dt.datetime | None = None
    signed_at: dt.datetime | None = None
    stamped: bool = False
    self_issued: bool = False
    intact: bool = True
    genuine: bool = True
    unchanged: bool = True

    @property
    def sound(self) -> bool:
        """Tell whether the signature holds for the file."""
        return self.intact and self.genuine and self.unchanged

    @property
    def expired(self) -> bool:
        """Tell whether the certificate did not hold when it was signed."""
        if self.signed_at is None or self.valid_from is None or self.valid_to is None:
            return False
        return not self.valid_from <= self.signed_at <= self.valid_to

    @property
    def signer(self) -> str:
        """Return who signed: ``Åsa Ek, Ekköpings kommun``."""
        return ", ".join(each for each in (self.name, self.organisation) if each)


def signer_lines(signatures: tuple[SignatureRead, ...]) -> str:
    """Return who signed when, a line each."""
    return "\n".join(_line(each) for each in signatures)


def names_unsigned(names: Iterable[str], lines: Iterable[str]) -> tuple[str, ...]:
    """Return those of some names in which no signature was made, by the lines of who signed."""
    signed = [folded(each.partition(",")[0]) for each in lines]
    return tuple(each for each in names if each.strip() and folded(each) not in signed)


def _line(signature: SignatureRead) -> str:
    if signature.signed_at is None:
        return signature.signer
    moment = signature.signed_at.astimezone()
    return f"{signature.signer}, {moment.date().isoformat()} {clock_of(moment)}"

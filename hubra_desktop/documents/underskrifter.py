"""Kontroll av underskrifter: what the check of a signed paper found, to keep beside it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from hubra_desktop.documents.kit.blocks import Stack
from hubra_desktop.documents.kit.formal import StatedFact
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.official import OfficialPaper, Sender
from hubra_desktop.model.minutes.signatures import SignatureRead
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.swedish import capitalised, clock, count_in_words, figure, listed
from hubra_desktop.model.swedish import long_date as in_full


@dataclass(frozen=True, kw_only=True)
class SignatureRecord:
    """A signed file, the paper that it is, and each signature as it was read.

    ``sender.date`` is the day of the check. The sums are SHA-256, the sizes in bytes.
    """

    sender: Sender
    title: str
    issued_on: dt.date
    version: int
    issued_sum: str
    issued_size: int
    name: str
    signed_sum: str
    signed_size: int
    signatures: tuple[SignatureRead, ...]


def verdict_on(signatures: tuple[SignatureRead, ...]) -> str:
    """Return what the check found, in a few sentences."""
    names = listed([each.signer for each in signatures])
    text = (
        "Filen börjar med den utfärdade handlingen, byte för byte, och är undertecknad av "
        f"{names}. Inget är ändrat efteråt."
    )
    doubts = dict.fromkeys(remark for each in signatures for remark in remarks_on(each))
    return " ".join([text, *(f"{capitalised(each)}." for each in doubts)])


def remarks_on(signature: SignatureRead) -> tuple[str, ...]:
    """Return what is worth knowing of a signature that holds."""
    found = []
    if signature.expired:
        found.append("certifikatet gällde inte när det skrevs under")
    if signature.self_issued:
        found.append("certifikatet är utfärdat av den som skrev under")
    if signature.signed_at is not None and not signature.stamped:
        found.append("tiden är den som den underskrivandes dator visade")
    return tuple(found)


def underskrifter_manuscript(
    record: SignatureRecord, style: HouseStyle, *, text_size: float | None = None
) -> Manuscript:
    """Compose the record of the check."""
    return _Record(style, record, text_size).manuscript()


class _Record(OfficialPaper):
    """Writes one record; used once."""

    def __init__(self, style: HouseStyle, record: SignatureRecord, text_size: float | None) -> None:
        super().__init__(style, record.sender, text_size=text_size)
        self.record = record

    def manuscript(self) -> Manuscript:
        record = self.record
        self.begin("Kontroll av underskrifter")
        self.prose(verdict_on(record.signatures))
        self.prose(
            "Kontrollen är gjord utan nät. Det som underskrifterna omfattar har räknats om och "
            "stämmer. Vem som har utfärdat certifikaten återges som det står i dem och är inte "
            "prövat mot utfärdaren, inte heller om de har återkallats."
        )
        self._together(self._files)
        for number, each in enumerate(record.signatures, 1):
            self._together(partial(self._signature, number, each))
        return self.finish(
            title=f"Kontroll av underskrifter: {record.title}",
            subject="Vad kontrollen av en undertecknad handling visade",
            day=record.sender.date or record.issued_on,
        )

    def _together(self, write: Callable[[], None]) -> None:
        """Write a part that stands on one page, whatever stands on the next."""
        start = len(self.blocks)
        write()
        part = self.blocks[start:]
        self.blocks[start:] = [
            Stack(
                part, before=part[0].before, after=1.2 * self.look.body,
                together=not self.look.large,
            )
        ]  # fmt: skip

    def _files(self) -> None:
        record = self.record
        self.section("Handlingen")
        self.facts(
            (
                StatedFact("Utfärdad", f"{record.title}, version {record.version}"),
                StatedFact("Dag", in_full(record.issued_on)),
                StatedFact("Storlek", f"{figure(record.issued_size)} byte"),
                StatedFact("Kontrollsumma (SHA-256)", _sum(record.issued_sum)),
                StatedFact("Undertecknad fil", record.name),
                StatedFact("Storlek", f"{figure(record.signed_size)} byte"),
                StatedFact("Kontrollsumma (SHA-256)", _sum(record.signed_sum)),
                StatedFact("Antal underskrifter", count_in_words(len(record.signatures))),
            )
        )

    def _signature(self, number: int, signature: SignatureRead) -> None:
        self.section(f"Underskrift {number}: {signature.name}")
        until = signature.valid_to
        self.facts(
            (
                StatedFact("Namn", signature.name),
                StatedFact("Organisation", signature.organisation),
                StatedFact("Undertecknat", self._moment(signature.signed_at)),
                StatedFact("Tiden kommer från", _clock(signature)),
                StatedFact("Omfattar", "Hela filen som den var då; inget är ändrat efteråt"),
                StatedFact("Certifikatet utfärdat av", signature.issuer),
                StatedFact("Certifikatets nummer", signature.serial),
                StatedFact("Certifikatet gäller till", in_full(until.date()) if until else ""),
                StatedFact("Att märka", capitalised("; ".join(remarks_on(signature)))),
            )
        )

    def _moment(self, moment: dt.datetime | None) -> str:
        if moment is None:
            return "Tiden är inte angiven"
        local = moment.astimezone()
        time = clock(local.hour * 60 + local.minute, self.style.time_separator)
        return f"{in_full(local.date())} klockan {time}"


def _clock(signature: SignatureRead) -> str:
    if signature.signed_at is None:
        return ""
    return "Tidsstämpel" if signature.stamped else "Den underskrivandes dator"


def _sum(text: str) -> str:
    """Return a sum in groups, which can be read and broken between lines."""
    return " ".join(text[at : at + 8] for at in range(0, len(text), 8))

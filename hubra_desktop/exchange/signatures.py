"""Signed papers that come home: whether they are what was issued, and who signed them.

A signed PDF is the issued file with the signatures appended: it begins with the very bytes
that were issued, and its pages show the same. What was appended is looked through as well,
since it could put other pages in front of the old ones. Signatures are read without any
network: what they cover is computed anew, and who issued a certificate is told, not looked up.
"""

import datetime as dt
from io import BytesIO
from typing import TYPE_CHECKING, Any

from hubra_desktop.exchange.limits import refuse_large, refuse_many_objects
from hubra_desktop.exchange.pdf_file import is_pdf
from hubra_desktop.exchange.signed_pages import Added, added_marks, differing_page, differing_whole
from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.language import N_, say
from hubra_desktop.model.minutes.signatures import SignatureRead
from hubra_desktop.model.personal_numbers import without_personal_numbers
from hubra_desktop.model.wording import joined, quoted

if TYPE_CHECKING:
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
    from pyhanko.sign.validation.status import PdfSignatureStatus

_OF_WHOLE = {
    "AA": N_("något som ska hända när filen används"),
    "AF": N_("bilagor"),
    "Lang": N_("språket som filen är skriven på"),
    "MarkInfo": N_("uppmärkningen för skärmläsare"),
    "Names": N_("bilagor eller namngivna ställen"),
    "OCProperties": N_("lager som kan döljas"),
    "OpenAction": N_("något som ska hända när filen öppnas"),
    "Outlines": N_("bokmärkena"),
    "OutputIntents": N_("färgprofilen"),
    "PageLabels": N_("sidornas numrering"),
    "PageLayout": N_("hur filen visas"),
    "PageMode": N_("hur filen visas"),
    "StructTreeRoot": N_("uppmärkningen för skärmläsare"),
    "ViewerPreferences": N_("hur filen visas"),
    "XFA": N_("ett formulär"),
}
"""What the parts that hold for a whole PDF are to somebody who has never looked into one."""
_MOST_SIGNATURES = 100
"""More than any paper has: each takes a tenth of a second to check."""


def check_signed(issued: bytes, signed: bytes) -> tuple[SignatureRead, ...]:
    """Return the signatures of a file that is what was issued, signed.

    Raises InputError that says what differs, or which signature does not hold.
    """
    if not is_pdf(signed):
        raise refusal("Filen är ingen PDF. En inskannad underskrift kan läggas in som bilaga.")
    refuse_large(signed)
    refuse_many_objects(signed)
    if signed.rstrip() == issued.rstrip():
        raise refusal("Filen är den utfärdade handlingen, utan någon underskrift.")
    _refuse_another(issued, signed)
    signatures = read_signatures(signed)
    if not signatures:
        raise refusal("Filen har ingen underskrift, men något är tillagt i den.")
    if not all(each.name for each in signatures):
        raise refusal(
            "En underskrift säger inte vem som har gjort den: certifikatet har inget namn. "
            "Filen är inte tagen in."
        )
    broken = [each.signer for each in signatures if not each.sound]
    if broken:
        raise refusal(
            "Underskriften av {names} håller inte: filen är ändrad efter att den gjordes. "
            "Filen är inte tagen in.",
            names=joined(broken),
        )
    return signatures


def _refuse_another(issued: bytes, signed: bytes) -> None:
    """Refuse a file that does not begin with what was issued, or shows something else."""
    whole = signed.startswith(issued)
    try:
        page = differing_page(issued, signed)
        added = () if page else added_marks(issued, signed, _signed_fields(signed))
        other = "" if page or added else differing_whole(issued, signed)
    except Exception:
        # A file made to deceive fails in as many ways as there are; to the user they are one.
        raise _unreadable() from None
    if page:
        raise refusal(
            "Filen är inte den som utfärdades: sidan {page} är en annan. Filen är inte tagen in.",
            page=page,
        )
    if added:
        raise _marked(added[0])
    if other:
        raise refusal(
            "I filen är mer än underskrifter tillagt eller ändrat: {what}. Filen är inte tagen in.",
            what=_whole_named(other),
        )
    if not whole:
        raise refusal(
            "Filen är inte den som utfärdades: sidorna ser likadana ut, men den är sparad på "
            "nytt. Skriv under den fil som utfärdades, utan att skriva ut eller spara om den."
        )


def _whole_named(name: str) -> str:
    """Return what is said of a part that holds for a whole file."""
    known = _OF_WHOLE.get(name)
    return say(known) if known else say("{what}, som gäller hela filen", what=quoted(name))


def _marked(added: Added) -> InputError:
    if added.covers:
        return refusal(
            "En underskrift täcker mer än en fjärdedel av sidan {page}. Filen är inte tagen in.",
            page=added.page,
        )
    return refusal(
        "I filen är mer än underskrifter tillagt: {what} på sidan {page}. Filen är inte tagen in.",
        what=quoted(added.what),
        page=added.page,
    )


def _signed_fields(signed: bytes) -> frozenset[tuple[int, int]]:
    """Return the numbers of the fields that hold the signatures of a file."""
    places: Any = (each.sig_field.container_ref for each in _embedded(signed))
    return frozenset((each.idnum, each.generation) for each in places)


def read_signatures(signed: bytes) -> tuple[SignatureRead, ...]:
    """Return what the signatures of a file say, the earliest first; raises InputError."""
    try:
        found = _embedded(signed)
        if len(found) > _MOST_SIGNATURES:
            raise _unreadable()
        return tuple(_read(each) for each in found)
    except InputError:
        raise
    except Exception:
        raise _unreadable() from None


def _embedded(signed: bytes) -> "list[EmbeddedPdfSignature]":
    import logging

    from pyhanko.pdf_utils.reader import PdfFileReader

    for name in ("pyhanko", "pyhanko_certvalidator"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    found: list[EmbeddedPdfSignature] = PdfFileReader(BytesIO(signed)).embedded_regular_signatures
    return found


def _read(signature: "EmbeddedPdfSignature") -> SignatureRead:
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    alone = ValidationContext(trust_roots=[], allow_fetching=False)
    status = validate_pdf_signature(signature, signer_validation_context=alone)
    certificate = status.signing_cert
    stamp = status.timestamp_validity
    stamped = bool(stamp and stamp.intact and stamp.valid)
    subject = certificate.subject.native
    return SignatureRead(
        name=_name_of(subject),
        organisation=_text(subject.get("organization_name")),
        issuer=_name_of(certificate.issuer.native),
        serial=f"{certificate.serial_number:x}",
        valid_from=certificate.not_valid_before,
        valid_to=certificate.not_valid_after,
        signed_at=stamp.timestamp if stamp and stamped else _signed_at(status),
        stamped=stamped,
        self_issued=certificate.subject == certificate.issuer,
        intact=bool(status.intact),
        genuine=bool(status.valid),
        unchanged=_is_unchanged(status),
    )


def _is_unchanged(status: "PdfSignatureStatus") -> bool:
    """Tell whether all that came before is covered, and only signatures came after."""
    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    level = status.modification_level
    whole = status.coverage in (
        SignatureCoverageLevel.ENTIRE_FILE,
        SignatureCoverageLevel.ENTIRE_REVISION,
    )
    small = level is not None and level <= ModificationLevel.FORM_FILLING
    return whole and small and bool(status.docmdp_ok)


def _name_of(names: Any) -> str:  # noqa: ANN401
    """Return what somebody is called in a certificate; never a personal number."""
    whole = [_text(names.get(each)) for each in ("given_name", "surname")]
    told = (names.get("common_name"), " ".join(filter(None, whole)), names.get("organization_name"))
    return next(filter(None, (without_personal_numbers(_text(each)) for each in told)), "")


def _text(value: object) -> str:
    return " ".join(str(value[0] if isinstance(value, list) else value or "").split())


def _signed_at(status: "PdfSignatureStatus") -> dt.datetime | None:
    moment = status.signer_reported_dt
    return moment if isinstance(moment, dt.datetime) else None


def _unreadable() -> InputError:
    return refusal("Filens underskrifter kan inte läsas. Be om filen på nytt.")

"""Signs papers in a test as somebody's own program would, with a certificate of the test's own."""

import datetime as dt
import io
from functools import cache
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers

FIRST, LAST = dt.datetime(2019, 1, 1), dt.datetime(2039, 1, 1)


@cache
def signer(name: str, last: dt.datetime = LAST) -> Any:
    """Return somebody who signs, with a key and a certificate issued by themselves."""
    key = ec.generate_private_key(ec.SECP256R1())
    named = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, name),
            x509.NameAttribute(
                NameOID.ORGANIZATION_NAME, "Ekköpings kommun" if name.strip() else " "
            ),
            x509.NameAttribute(NameOID.SERIAL_NUMBER, "191212121212"),
        ]
    )
    made = (
        x509.CertificateBuilder()
        .subject_name(named)
        .issuer_name(named)
        .public_key(key.public_key())
        .serial_number(4711)
        .not_valid_before(FIRST)
        .not_valid_after(last)
        .add_extension(
            x509.KeyUsage(
                digital_signature=True, content_commitment=True, key_encipherment=False,
                data_encipherment=False, key_agreement=False, key_cert_sign=False,
                crl_sign=False, encipher_only=False, decipher_only=False,
            ),
            critical=True,
        )
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    none = serialization.NoEncryption()
    packed = pkcs12.serialize_key_and_certificates(b"namn", key, made, None, none)
    return signers.SimpleSigner.load_pkcs12_data(packed, [], None)


def signed_by(pdf: bytes, name: str = "Åsa Ek", *, last: dt.datetime = LAST) -> bytes:
    """Return the file with a signature appended."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    about = signers.PdfSignatureMetadata(field_name=f"Underskrift{len(pdf)}", reason="Justering")
    out: bytes = signers.sign_pdf(writer, about, signer=signer(name, last)).getvalue()
    return out

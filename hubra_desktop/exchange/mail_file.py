"""Drafts of mail as files (RFC 5322 and MIME, ``.eml``), which a mail program opens to be sent.

``X-Unsent`` makes Outlook and Thunderbird open the file as a letter that is being written. A
draft therefore has no day, no identity and no sender: the program that sends it gives them.
Equal letters give equal files.

The text has one line a paragraph in quoted-printable, and is not marked ``format=flowed``:
both programs wrap such lines to their windows, and Outlook would show the trailing spaces and
hard breaks of flowed text as they are.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final

from hubra_desktop.model.addresses import is_email
from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.wording import quoted

_TYPES: Final = {
    ".pdf": "application/pdf",
    ".ics": "text/calendar",
    ".json": "application/json",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}
_ANY: Final = "application/octet-stream"
_CALENDAR: Final = {"charset": "utf-8", "method": "PUBLISH"}


@dataclass(frozen=True)
class MailBox:
    """Whom a letter is to: an address, with the name that it is shown under."""

    address: str
    name: str = ""


@dataclass(frozen=True)
class MailAttachment:
    """A file that goes along: its name, by whose ending its type is told, and its bytes."""

    name: str
    content: bytes


def mail_draft(
    *,
    subject: str,
    text: str,
    to: Sequence[MailBox] = (),
    blind: Sequence[MailBox] = (),
    attachments: Sequence[MailAttachment] = (),
) -> bytes:
    """Return a letter as a file that opens as a draft; ``blind`` addresses stand in Bcc.

    Without any address it is a draft to be addressed by hand. Raises InputError for an
    address that no mail program takes.
    """
    letter = EmailMessage(policy=SMTP)
    letter["X-Unsent"] = "1"
    for header, boxes in (("To", to), ("Bcc", blind)):
        if boxes:
            letter[header] = _addresses(boxes)
    letter["Subject"] = _one_line(subject)
    letter.set_content(_paragraphs(text), charset="utf-8", cte="quoted-printable")
    for each in attachments:
        _attach(letter, each)
    if attachments:
        letter.set_boundary(_boundary(text, attachments))
    return letter.as_bytes()


def _addresses(boxes: Iterable[MailBox]) -> tuple[Address, ...]:
    """Return the addresses for a header, each once."""
    found = {each.address.strip().casefold(): _address(each) for each in reversed(tuple(boxes))}
    return tuple(reversed(found.values()))


def _address(box: MailBox) -> Address:
    """Return one address; a name before @ that is not ASCII reaches nobody everywhere."""
    typed = box.address.strip()
    if not is_email(typed):
        raise _refused(typed)
    mailbox, _, domain = typed.rpartition("@")
    try:
        mailbox.encode("ascii")
        domain = domain.encode("idna").decode("ascii")
        return Address(_one_line(box.name), mailbox, domain)
    except (UnicodeError, ValueError, MessageError):
        raise _refused(typed) from None


def _refused(typed: str) -> InputError:
    return refusal(
        "{typed} är ingen adress som e-post kan skickas till. Rätta den på Personer.",
        typed=quoted(typed),
    )


def _one_line(text: str) -> str:
    """Return a text as one line without controls and encoded words: no header begins inside it."""
    plain = "".join(mark if mark.isprintable() else " " for mark in text)
    return " ".join(plain.split()).replace("=?", "= ?")


def _paragraphs(text: str) -> str:
    """Return the text with one sort of line break and no other controls."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = ("".join(m for m in line if m.isprintable() or m == "\t").rstrip() for line in lines)
    return "\n".join(kept).strip("\n") + "\n"


def _attach(letter: EmailMessage, attachment: MailAttachment) -> None:
    name = _one_line(attachment.name).replace("/", "-").replace("\\", "-")
    ending = f".{name.rpartition('.')[2].casefold()}"
    kind, _, subtype = _TYPES.get(ending, _ANY).partition("/")
    letter.add_attachment(
        attachment.content,
        maintype=kind,
        subtype=subtype,
        filename=name,
        params=_CALENDAR if ending == ".ics" else None,
    )


def _boundary(text: str, attachments: Iterable[MailAttachment]) -> str:
    """Return what parts the letter: neither base64 nor quoted-printable can hold its ``=_``."""
    digest = hashlib.sha256(text.encode("utf-8", "replace"))
    for each in attachments:
        digest.update(each.name.encode("utf-8", "replace") + each.content)
    return f"=_hubra_{digest.hexdigest()[:32]}"

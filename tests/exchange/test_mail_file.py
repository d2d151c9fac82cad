"""Drafts of mail: read back by Python's own reader they hold what was given and nothing more."""

from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.exchange.mail_file import MailAttachment, MailBox, mail_draft
from hubra_desktop.model.errors import InputError

CALENDAR = MailAttachment("möte.ics", "BEGIN:VCALENDAR\r\nSUMMARY:Råd\r\n".encode())
PAPER = MailAttachment("Kallelse åäö.pdf", b"%PDF-1.7\n\x00\xff" * 90)
EK = MailBox("asa.ek@exempel.se", "Åsa Ek, KSF")


def read(content: bytes) -> EmailMessage:
    letter = message_from_bytes(content, policy=policy.default)
    assert not letter.defects
    assert isinstance(letter, EmailMessage)
    return letter


def text_of(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def test_a_draft_holds_letter_addresses_and_files() -> None:
    text = "Hej!\r\n\r\nHär är kallelsen – välkommen. " + "Läs den." * 30 + "\n.\nFrom oss"
    content = mail_draft(
        subject="Kallelse 7 mars", text=text, to=[EK, EK], blind=[MailBox("erik@råd.se")],
        attachments=[PAPER, CALENDAR],
    )  # fmt: skip
    letter = read(content)
    assert letter["X-Unsent"] == "1"
    assert letter["To"].addresses[0].display_name == "Åsa Ek, KSF"
    assert [each.addr_spec for each in letter["To"].addresses] == ["asa.ek@exempel.se"]
    assert [each.addr_spec for each in letter["Bcc"].addresses] == ["erik@xn--rd-yia.se"]
    assert text_of(letter) == text.replace("\r\n", "\n") + "\n"
    files = {each.get_filename(): each for each in letter.iter_attachments()}
    assert [*files] == [PAPER.name, CALENDAR.name]
    assert files[PAPER.name].get_content() == PAPER.content
    assert files[CALENDAR.name].get_content_type() == "text/calendar"
    assert files[CALENDAR.name].get_param("method") == "PUBLISH"
    assert files[CALENDAR.name].get_payload(decode=True) == CALENDAR.content
    assert content == mail_draft(
        subject="Kallelse 7 mars", text=text, to=[EK], blind=[MailBox("erik@råd.se")],
        attachments=[PAPER, CALENDAR],
    )  # fmt: skip
    assert not any(name in letter for name in ("Date", "Message-ID", "From", "Sender"))
    assert all(len(line) <= 998 for line in content.split(b"\r\n"))


@given(subject=st.text(max_size=200), name=st.text(max_size=80), text=st.text(max_size=300))
def test_nothing_typed_makes_a_header_or_is_lost(subject: str, name: str, text: str) -> None:
    letter = read(mail_draft(subject=subject, text=text, to=[MailBox("a@b.se", name)]))
    assert [*letter.keys()] == [
        "X-Unsent", "To", "Subject", "Content-Type", "Content-Transfer-Encoding", "MIME-Version",
    ]  # fmt: skip
    kept = "".join(mark for mark in subject if mark.isprintable() and not mark.isspace())
    assert "".join(str(letter["Subject"]).split()) == kept
    (only,) = letter["To"].addresses
    assert only.addr_spec == "a@b.se"
    told = "".join(mark for mark in text if mark.isprintable() and not mark.isspace())
    assert "".join(text_of(letter).split()) == told


@pytest.mark.parametrize(
    "address", ["", "Åsa", "a@b.se, c@d.se", "a@b.se\nBcc: c@d.se", "åsa@exempel.se", "a b@c.se"]
)
def test_what_is_no_address_is_refused_with_the_way_to_mend_it(address: str) -> None:
    with pytest.raises(InputError, match="Personer"):
        mail_draft(subject="", text="", to=[MailBox(address)])

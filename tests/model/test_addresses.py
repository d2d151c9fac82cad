"""What a link may lead to, and what one e-mail address is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.addresses import check_email, check_link, is_email, uri
from hubra_desktop.model.errors import InputError

LINKS = {
    "https://meet.example/abc?x=1&y=2#z": "https://meet.example/abc?x=1&y=2#z",
    "HTTP://a.se": "HTTP://a.se",
    "http://localhost:8080/x": "http://localhost:8080/x",
    "https://[::1]/": "https://[::1]/",
    "www.å.se/ö": "https://www.%C3%A5.se/%C3%B6",
    "kommun.se": "https://kommun.se",
    "kommun.se:443/x": "https://kommun.se:443/x",
    "a.ek@kommun.se": "mailto:a.ek@kommun.se",
    "mailto:a.ek@kommun.se": "mailto:a.ek@kommun.se",
    "MAILTO:a@b.se?subject=Hej%20du": "MAILTO:a@b.se?subject=Hej%20du",
    "tel:+46(0)8-123": "tel:+46(0)8-123",
    " https://a.se ": "https://a.se",
}
NO_LINKS = (
    "", "JAVASCRIPT://a.se/%0aalert(1)", "javascript:alert(1)", "file:///etc/passwd",
    "FILE://server/a", "data:text/html,x", "vbscript:x", "ftp://a.se", "ms-word:ofe|u|x",
    "smb://a/b", "\\\\server\\a", "C:\\a.docx", "/etc/passwd", "//a.se", "https:a.se",
    "https://", "https:///a", "https://bank.se@ond.example/", "java\tscript://a.se",
    "https://a.se/\nx", "https://a.se/a b", "https://a.se/%0d%0aSet-Cookie:x",
    "Teams, se kallelsen",
    "mailto:a@b.se,c@d.se", "mailto:a@b.se?bcc=c@d.se", "mailto:a@b.se?subject=x&bcc=c@d.se",
    "mailto:a@b.se%0aBcc:c@d.se", "mailto:", "tel:", "tel:ring", "\u202ehttps://a.se",
    "KS-2018/451",
)  # fmt: skip
MAILS = ("a@b.se", "a.b+c@d-e.f.se", "o'brien@råd.se", "å@ö.se", f"{'a' * 64}@b.se")
NO_MAILS = (
    "a@b.se,c@d.se", "a@b.se;c@d.se", "a@b.se c@d.se", "a@b.se\nBcc: c@d.se", "a@b.se\r\n",
    "a@b.se%0aBcc:c@d.se", "a@b", "@b.se", "a@", "a@@b.se", "a..b@c.se", ".a@b.se", "a.@b.se",
    "a@.b.se", "a@b..se", "a@-b.se", "a@b-.se", "Anna <a@b.se>", '"a b"@c.se', "a@b.se.",
    "a@b.s", "a@1.2", "a@[1.2.3.4]", f"{'a' * 65}@b.se", f"a@{'b.' * 130}se", "a@b.se\u200b",
)  # fmt: skip


@pytest.mark.parametrize("address", LINKS)
def test_a_link_leads_to_the_web_to_mail_or_to_a_telephone(address: str) -> None:
    assert uri(address) == LINKS[address]
    check_link(address)


@pytest.mark.parametrize("address", NO_LINKS)
def test_nothing_else_is_a_link(address: str) -> None:
    assert uri(address) == ""
    if address:
        with pytest.raises(InputError, match=r"inte till webben\. Skriv en adress som börjar"):
            check_link(address)


@given(st.text(max_size=60), st.sampled_from(("", "https://", "file://", "mailto:", "x:")))
def test_whatever_is_typed_a_link_has_one_of_four_schemes(text: str, before: str) -> None:
    target = uri(before + text)
    assert target == "" or target.casefold().split(":")[0] in ("http", "https", "mailto", "tel")
    assert target.isascii()
    assert not set(target) & set(' "<>\\^`{|}\n')


@pytest.mark.parametrize("text", MAILS)
def test_one_address_is_one(text: str) -> None:
    assert is_email(text)
    check_email(text)
    check_email("")


@pytest.mark.parametrize("text", NO_MAILS)
def test_several_addresses_or_none_are_refused(text: str) -> None:
    assert not is_email(text)
    with pytest.raises(InputError, match=r"är ingen e-postadress\. Skriv en enda adress"):
        check_email(text)

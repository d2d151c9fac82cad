"""A made-up list of names in the scripts that people here are called in, and other hard text.

The page that shows whether names are printed right and copied as they were typed; its
picture is in the folder ``pictures``.
"""

from datetime import date

from hubra_desktop.documents.kit.blocks import Block
from hubra_desktop.documents.kit.compose import data_table, heading, listing, prose
from hubra_desktop.documents.kit.letterhead import Letterhead
from hubra_desktop.documents.kit.metadata import Metadata
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.kit.style import Look
from hubra_desktop.documents.kit.tree import document
from tests.documents.samples import HOUSE

NAMES = (
    ("Åsa Björkvik-Öman", "ordförande", "svenska"),
    ("André Müller", "ledamot", "é ü"),
    ("Łukasz Źdźbło", "ledamot", "polska"),
    ("Gülşah İnönü Yıldız", "ledamot", "turkiska"),  # noqa: RUF001
    ("Şêrîn Ehmed Çiya", "ersättare", "kurmanji"),
    ("محمد علي", "ledamot", "arabiska"),
    ("شیرین ئەحمەد", "ersättare", "sorani"),
    ("ڕێبوار ڵاوکۆ", "ersättare", "sorani"),
    ("پرویز گلستانی", "ersättare", "persiska"),
    ("Ελένη Παπαδοπούλου", "ersättare", "grekiska"),
    ("Алёна Щербакова", "ersättare", "ryska"),
    ("Đặng Thị Ngọc", "ersättare", "vietnamesiska"),
    ("Biret-Áile Ŋuorra Šuŋŋá", "ersättare", "nordsamiska"),
    ("Nguye\u0302\u0303n, Jo\u0308ns Vin\u0303a", "ersättare", "lösa accenter"),
)
"""Each name as it is typed, what the person does and what is hard about it."""

MIXED = (
    "Anmälda: شیرین ئەحمەد (samordnare), محمد علي och Åsa Björkvik-Öman.",
    "(محمد علي) inom parentes, ”شیرین” inom citattecken, قاعة 12 med en siffra efter.",
    "☐ ej klar ☑ klar ✓ godkänd ✔ justerad 🙂 😀 → ≥ ½ m² 15 °C",
    "Sam\u00adverkan\u00ads- och över\u00adens\u00adkom\u00admel\u00adse med mjuka bindestreck.",
)
NARROW = (
    "45 080 kr till K.-G. Ek den 7 mars kl. 15.30, § 12, KS-2018/451.181, s. 4",
    "1 234 567 kronor",
    "Tovar, AV-salen. Ty, Vi",
)
META = Metadata("Namnlista", "Lövstabro kommun", "Namn och annat svårt", date(2025, 9, 10))


def name_list(kerning: bool = False) -> Manuscript:
    """Print the names in a table, mixed lines in text and list, sums in narrow cells."""
    root, look = document(), Look(kerning=kerning)
    head = Letterhead(root, HOUSE, look, "Lövstabro kommun", "Namnlista", draft=False)
    measure = head.measure
    columns = (0.5 * measure, 0.22 * measure, 0.28 * measure)
    narrow = (0.16 * measure, 0.64 * measure, 0.2 * measure)
    blocks: list[Block] = [
        heading(root, 1, "Namnlista", look),
        data_table(root, ("Namn", "Uppdrag", "Svårt med det"), NAMES, columns, look),
        heading(root, 2, "Blandade rader", look),
        *prose(root, MIXED[0], look),
        listing(root, MIXED[1:], look),
        heading(root, 2, "Trånga celler", look),
        data_table(root, ("Trångt", "Rymligt", "Trångt"),
                   [(NARROW[1], NARROW[0], NARROW[2])], narrow, look),
        *head.close(),
    ]  # fmt: skip
    return Manuscript(root, blocks, META, head.page(), (head.draw,))

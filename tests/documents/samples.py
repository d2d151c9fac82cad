"""Meetings with everything that agendas hold: quirks, long lists, and text that bites."""

from dataclasses import replace
from datetime import date
from io import BytesIO

from PIL import Image

from hubra_desktop.model.records.meeting import (
    Footnote,
    HouseStyle,
    Item,
    Meeting,
    PreMeeting,
    Presenter,
    Signature,
)
from hubra_desktop.model.terms import Anchor, ItemKind

HOUSE = HouseStyle(
    organisation="Lövstabro kommun",
    address="Lövstabro kommun\nStorgatan 1, 123 45 Lövstabro\n08-123 456 00\nwww.lovstabro.example",
)

TEAMS = "https://teams.example.org/l/19%3ameeting_A?c=%7b%22T%22%7d"

NASTY = (
    "<b>Fet</b> & 100 % </para> <font size=99>X",
    'Citat "inre" \\ bakstreck (parentes) [hake]',
    "شیرین ئەحمەد och محمد علي",
    "Zażółć gęślą jaźń, Łódź",
    "☐ ej klar ✓ klar 🙂",
    "e\u0301te\u0301 i Va\u0308xjo\u0308",
    "%PDF-1.4 endstream endobj",
    "Bindestreck: natur- och byggnadsnämnden",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2,
    "rad ett\nrad två",
    "osynliga\u200b\u200d\ufeff tecken\x07",
)


def picture(width: int = 240, height: int = 80, mode: str = "RGBA") -> bytes:
    """Draw a small picture: half of it in colour, half transparent where the mode has that."""
    image = Image.new(mode, (width, height))
    image.paste(Image.new(mode, (width // 2, height), "#1f6f54" if mode != "L" else 90), (0, 0))
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def presenter(number: int) -> Presenter:
    """Invent a presenter."""
    return Presenter(id=f"p{number}", name=f"Åsa Wärnelid {number}", title="enhetschef", unit="NBF")


def meeting(*items: Item, **changes: object) -> Meeting:
    """Call a meeting of an invented council with ``items``."""
    base = Meeting(
        id="m",
        body="Lövstabros brottsförebyggande råd",
        date=date(2025, 9, 10),
        start=930,
        place="A-salen",
        notice_place="Lövstabro",
        notice_date=date(2025, 9, 3),
        items=items,
        signatures=(
            Signature(id="s1", name="Åsa Wärnelid", role="Ordförande"),
            Signature(id="s2", name="Örjan Ekvall", role="Sekreterare"),
        ),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def everything() -> Meeting:
    """Call a meeting whose agenda holds every kind of row and every standing."""
    rows = (
        Item(id="h1", kind=ItemKind.HEADING, title="Informationsärenden"),
        Item(id="1", title="Upprop", duration=5, note="Se https://www.example.se/a?b=c&d=e."),
        Item(
            id="2", title="Från kommunen", duration=20, presenters=(presenter(1), presenter(2)),
        ),
        Item(id="2a", level=1, title="Skolan", duration=10, presenters=(presenter(3),)),
        Item(id="2b", level=1, title="Socialtjänsten", duration=10),
        Item(id="x", title="Gruppsamtal", duration=20, place="B-salen", parallel=True),
        Item(id="b", kind=ItemKind.BREAK, duration=10),
        Item(id="h2", kind=ItemKind.HEADING, title="Beslutsärenden"),
        Item(id="3", kind=ItemKind.DECISION, title="HEMLIGT NAMN", closed=True,
                  public_title="Föreningsbidrag", case_number="KS-2025/777-3.805", duration=10),
        Item(id="4", kind=ItemKind.DECISION, title="Remiss: klotter", withdrawn=True,
                  case_number="KS-2025/1190.173", inner_note="HEMLIG ANTECKNING"),
        Item(id="5", title="Ordningsvakter", added_late=date(2025, 9, 8), duration=10),
        Item(id="6", kind=ItemKind.OTHER, title="Övriga frågor"),
    )  # fmt: skip
    return meeting(
        *rows,
        place=f"Digitalt via Teams (länk: {TEAMS}) och A-salen",
        link="https://teams.example.org/l/anslut?x=1&y=2",
        note="Anmäl förhinder till sekreteraren: mailto:hubra@example.se.",
        pre_meetings=(PreMeeting(id="f", group="Koalitionen", start=900, place="A-salen"),),
        footnotes=(
            Footnote(id="n1", anchor=Anchor.PLACE, text="Ingång från gården."),
            Footnote(id="n2", anchor=Anchor.ITEM, item_id="3", text="Ärendet är brådskande."),
        ),
    )  # fmt: skip


def unusual() -> Meeting:
    """A meeting as councils do print them: roll call, prize and lunch beside the matters."""
    return meeting(
        Item(id="u", kind=ItemKind.FORMALITY, title="Upprop", numbered=False, duration=5),
        Item(
            id="p", title="Prisutdelning: Årets trygghetspris", numbered=False, duration=15,
            note="Pristagaren tackar.", presenters=(presenter(1),), place="Foajén",
            case_number="KS-2025/12.100",
        ),
        Item(id="1", title="Läget i kommunen", duration=20, presenters=(presenter(2),)),
        Item(
            id="l", kind=ItemKind.BREAK, title="Lunch", numbered=True, duration=60,
            note="Serveras av restaurangskolan.", presenters=(presenter(3),), place="Matsalen",
        ),
        Item(
            id="h", kind=ItemKind.HEADING, title="Beslutsärenden", numbered=True,
            note="Handlingarna ligger i portalen.", presenters=(presenter(4),),
            case_number="KS-2025/13.100",
        ),
        Item(id="4", kind=ItemKind.DECISION, title="Bidrag", duration=10),
        Item(id="b", kind=ItemKind.BREAK, duration=10, note="Kaffe i foajén.", withdrawn=True),
        Item(id="j", kind=ItemKind.FORMALITY, title="Justering", numbered=False, note="Direkt."),
    )  # fmt: skip


def sixty() -> Meeting:
    """Call a meeting with sixty rows: headings, sub-items, closed doors, long titles."""
    rows: list[Item] = []
    for number in range(60):
        kind = ItemKind.HEADING if number % 10 == 0 else ItemKind.DECISION
        rows.append(
            Item(
                id=f"r{number}",
                kind=kind,
                title="Överenskommelse om samverkan mot brott och för trygghet " * (1 + number % 3),
                level=1 if number % 10 in {4, 5} else 0,
                duration=5,
                closed=number % 7 == 3,
                public_title=f"Offentlig rubrik {number}" if number % 14 == 3 else "",
                case_number=f"KS-2025/{number}.173",
                presenters=tuple(presenter(place) for place in range(number % 4)),
            )
        )
    return meeting(*rows)


def nasty() -> Meeting:
    """Call a meeting whose every field holds text that looks like code or is hard to set."""
    rows = tuple(
        Item(
            id=f"n{place}",
            title=text,
            note=text,
            duration=5,
            case_number=text[:40],
            presenters=(Presenter(id="q", name=text, title="titel", unit="enhet"),),
        )
        for place, text in enumerate(NASTY)
    )
    return meeting(
        *rows,
        body=f"Rådet {NASTY[0]} {NASTY[2]}",
        place=NASTY[1],
        note="\n".join(NASTY),
        footnotes=(Footnote(id="f", anchor=Anchor.TIME, text=NASTY[4]),),
        signatures=tuple(
            Signature(id=f"s{place}", name=text, role=text) for place, text in enumerate(NASTY[:5])
        ),
    )

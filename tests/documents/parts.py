"""One document with every part of the kit in sensible words, to look at."""

from hubra_desktop.documents.kit.compose import NestedItem
from tests.documents.anything import (
    Part,
    accounted,
    appendix,
    bulleted,
    chart,
    fact_list,
    heading,
    noted,
    pictured,
    quoted,
    signed,
    table,
    text,
)

SAMPLER: tuple[Part, ...] = (
    fact_list(("Diarienummer", "KS-2025/451.181"), ("Handläggare", "Åsa Wärnelid")),
    heading(2, "Trygghet i kommunen"),
    text("Rådet har fördelat 264 000 kronor till föreningar som håller kvällsöppet. " * 4),
    heading(3, "Vad som gjorts"),
    bulleted(
        NestedItem("Trygghetsvandringar i alla stadsdelar", ("Två på våren", "Två på hösten")),
        NestedItem(
            "Föräldravandrare",
            ("Fredagar", NestedItem("Lördagar", ("till kl. 23", "vid stationen"))),
            numbered=True,
        ),
        "Lägesbild varje vecka, se https://www.lovstabro.example/lagesbild",
    ),
    noted("Underlaget är litet", "Medborgarundersökningen besvarades av 412 personer."),
    heading(3, "Vad andra säger"),
    quoted("Vi ser fler vuxna ute på kvällarna, och det märks.", "Det behövs mer ljus vid parken."),
    heading(2, "Siffror"),
    table(
        ["Stadsdel", "2022", "2023", "2024"],
        [["Centrum", "120", "98", "101"], ["Norra", "64", "71", "58"], ["Södra", "33", "29", "40"]],
    ),
    accounted(["Beviljat"], [("Föreningen Lotsen", 0), ("Kvarterets vänner", 1)], True, 3),
    chart("Anmälda brott", [217.0, 198.0, None, 199.0], "bars"),
    chart("Trygghet", [61.0, 63.5, 62.0, 66.0], "lines"),
    pictured("En grön yta"),
    signed(["Åsa Wärnelid", "Örjan Ekvall"]),
    appendix("Underlag"),
    table(["Källa", "År"], [["Medborgarundersökningen", "2024"]]),
)

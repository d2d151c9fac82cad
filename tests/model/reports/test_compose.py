"""What is proposed: the council's own order, headings and wording, from the year's sheets."""

import datetime as dt
from dataclasses import replace

import pytest

from hubra_desktop.model.narrative import plain_words
from hubra_desktop.model.plan.terms import ActivityKind, ActivityState, Exactness
from hubra_desktop.model.records.plan import Activity, Occasion
from hubra_desktop.model.records.reports import Report, ReportSection
from hubra_desktop.model.reports.compose import (
    OUTSIDE,
    proposed,
    proposed_title,
    section_name,
)
from hubra_desktop.model.reports.drafts import (
    activity_draft,
    activity_narrative,
    period_in_text,
)
from hubra_desktop.model.reports.marks import marks_in, strip_links
from hubra_desktop.model.reports.templates import (
    ADOPTED,
    ANALYSIS,
    AREA,
    AREAS,
    BUDGET,
    CHANGES,
    DESCRIPTION,
    INDICATORS,
    INTRO,
    PROPOSAL,
    SUMMARY,
    VIEWS,
    ReportTemplate,
    SectionTemplate,
)
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.terms import MeetingState
from tests.model.prose import words_of
from tests.model.reports.source_year import (
    REPORT,
    activity,
    huddinge,
    meeting,
    occasions,
    small,
    text_of,
    written,
)

STATEMENT = Report(
    id="t", year=2017, kind=ReportKind.STATEMENT, date=dt.date(2018, 2, 16),
    administration="Kommunstyrelsens förvaltning",
)  # fmt: skip
PLAN = Report(id="v", year=2017, kind=ReportKind.ACTIVITY_PLAN)
ATTACHED = replace(REPORT, attached_to_id="t", attachment_number=1)


def test_the_annual_reports_sections_stand_in_the_sources_order() -> None:
    made = proposed(REPORT, huddinge())
    keys = [section.key for section in made]
    areas = [key for key in keys if key.startswith(AREA) and key != OUTSIDE]
    assert keys == [INTRO, AREAS, *areas, BUDGET, INDICATORS, CHANGES, ANALYSIS]
    assert [section.level for section in made if section.key in areas] == [3] * 8
    assert made[keys.index(areas[3])].heading == "4. Arbete mot organiserad brottslighet"


def test_the_introduction_tells_the_plans_goal() -> None:
    text = text_of(written(huddinge()), INTRO)
    assert text.startswith("Huddinges brottsförebyggande råd (HuBrå) har en övergripande roll")
    assert "arbetet är att färre kommuninvånare ska känna rädsla" in text


def test_meetings_and_the_share_done_are_tied_to_their_records() -> None:
    text = text_of(written(huddinge()), AREAS)
    assert [mark.key for mark in marks_in(text)] == [
        "aktiviteter-andel", "sammantraden-hallna", "brev-skickade", "natverk", "dialoger",
        "overenskommelser", "uppfoljningar:agreement-03",
    ]  # fmt: skip
    told = strip_links(text)
    assert "Ett trygghetsbrev har skickats ut vid sju tillfällen." in told
    assert "har fyra lokala trygghetsnätverk och två trygghetsdialoger genomförts." in told
    assert "Tre överenskommelser har gällt under året: ”" in told
    assert "Brottsofferjouren Huddinge-Botkyrka” (har följts upp vid två tillfällen)." in told
    assert "genomfört flertalet av de aktiviteter" in strip_links(text)
    assert "sammanträtt vid fyra tillfällen" in strip_links(text)


@pytest.mark.parametrize(
    ("states", "told"),
    [
        ((), "har inte sammanträtt under året"),
        ((MeetingState.HELD,), "vid ett tillfälle."),
        ((MeetingState.HELD, MeetingState.ARCHIVED), "vid två tillfällen."),
    ],
)
def test_meetings_are_counted_in_words(states: tuple[MeetingState, ...], told: str) -> None:
    held = tuple(meeting(f"m{n}", state) for n, state in enumerate(states))
    assert told in strip_links(text_of(written(small(meetings=held)), AREAS))


def test_a_shared_activity_is_told_once_and_pointed_at_from_its_other_areas() -> None:
    both = activity("x", "Trygghetsdag", areas="a1 a2", report_text="Dagen var uppskattad.")
    report = written(small(activities=(both,)))
    assert text_of(report, "area:a1") == "Dagen var uppskattad."
    assert strip_links(text_of(report, "area:a2")) == (
        "Även aktiviteten ”Trygghetsdag”, som beskrivs under 1. Skolan, hör till området."
    )


def test_an_areas_comment_stands_in_place_of_the_pointer() -> None:
    report = written(huddinge())
    text = text_of(report, "area:area-2017-6")
    assert "Den trygghetsdag som genomfördes i juni" in text
    assert "Även aktiviteten" not in text


def test_what_is_closed_is_not_told() -> None:
    secret = activity("x", "Hemligt", areas="a1", closed=True)
    assert text_of(written(small(activities=(secret,))), "area:a1") == ""


def test_what_belongs_to_no_area_is_told_apart() -> None:
    report = written(small(activities=(activity("x", "Annat"),)))
    assert strip_links(text_of(report, OUTSIDE)) == "Annat har genomförts."
    without = written(small(plan=None, activities=(activity("x", "Annat"),)))
    assert strip_links(text_of(without, OUTSIDE)) == "Annat har genomförts."
    assert not [each for each in written(small(plan=None, activities=())).sections
                if each.key.startswith("area:")]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, "Dialog har genomförts."),
        ({"state": ActivityState.ONGOING, "period": "varje vecka"}, "Dialog pågick varje vecka."),
        ({"state": ActivityState.PLANNED, "period": "oktober"},
         "Dialog skulle genomföras i oktober. Uppgift saknas om det blev av."),
        ({"period": "november", "participants": 90},
         "Dialog genomfördes i november med 90 deltagare."),
        ({"period": "hösten", "occasions": occasions("Vårby", "Trångsund", "Skogås"),
          "participants": 100, "exactness": Exactness.OVER},
         ("Dialog genomfördes under hösten i Vårby, Trångsund och Skogås "
          "med drygt 100 deltagare.")),
        ({"occasions": occasions("Stora torget", "vid sjön", "Vårby"), "participants": 1},
         "Dialog genomfördes på Stora torget, vid sjön och i Vårby med en deltagare."),
        ({"participants": 0}, "Dialog har genomförts utan deltagare."),
        ({"occasions": (Occasion(id="o", date=dt.date(2017, 6, 8)),)},
         "Dialog genomfördes den 8 juni 2017."),
        ({"state": ActivityState.NOT_DONE, "reason": "lokalen brann", "period": "maj",
          "participants": 40},
         "Dialog genomfördes inte. Orsak: lokalen brann."),
        ({"state": ActivityState.STRUCK, "reason": "Ingen ville."},
         "Dialog ströks ur planen. Ingen ville."),
        ({"state": ActivityState.PARTLY}, "Dialog har genomförts delvis."),
    ],
)  # fmt: skip
def test_a_plain_sentence_is_made_where_there_is_no_text(
    changes: dict[str, object], sentence: str
) -> None:
    made: Activity = replace(activity("x", "dialog"), **changes)  # type: ignore[arg-type]
    assert plain_words(activity_narrative(made)) == sentence


@pytest.mark.parametrize(
    ("typed", "told"),
    [("juni", "i juni"), ("mars–maj", "i mars–maj"), ("Våren", "under våren"),
     ("2017", "under 2017"), ("löpande", "löpande"), ("i början av maj", "i början av maj"),
     ("v. 9", "(v. 9)"), ("", "")],
)  # fmt: skip
def test_a_period_is_written_as_it_stands_in_a_sentence(typed: str, told: str) -> None:
    assert period_in_text(typed) == told


def test_a_reason_is_told_beside_an_own_text_that_lacks_it() -> None:
    failed = activity("x", "Kväll", state=ActivityState.NOT_DONE, reason="skolan sade nej",
                      report_text="Vi ville ha en kväll.")  # fmt: skip
    assert words_of(activity_draft(failed)) == (
        "Vi ville ha en kväll.\n\nAktiviteten genomfördes inte. Orsak: skolan sade nej."
    )
    told = replace(failed, report_text="Det blev inget, för Skolan sade nej.")
    assert words_of(activity_draft(told)) == told.report_text


def test_an_activitys_own_text_is_left_as_it_was_written() -> None:
    own = "# Trygg kväll\n\n- *Ljus* [och] ljud\n1. FC Huddinge\n\n> slut"
    draft = activity_draft(activity("x", "Kväll", report_text=own))
    assert words_of(draft) == own
    assert not marks_in(activity_draft(activity("x", "Kväll", report_text="90 personer kom.")))


def test_every_indicator_has_its_change_with_each_value_tied_once() -> None:
    text = text_of(written(huddinge()), CHANGES)
    lines = [line for line in text.splitlines() if line.startswith("- ")]
    assert len(lines) == 7
    assert text.count("försiktighet") == 1
    keys = [mark.key for mark in marks_in(lines[1])]
    assert keys == [
        f"matt:indicator-2:{year}:{group}"
        for group in ("all", "boys", "girls") for year in (2015, 2012)
    ]  # fmt: skip
    assert lines[3].endswith("Uppgift saknas.")


def test_the_analysis_begins_with_what_was_done_and_what_was_not() -> None:
    text = strip_links(text_of(written(small()), ANALYSIS))
    assert text == (
        "Av årets två aktiviteter har en genomförts.\n\nFöljande blev inte färdigt: ”Belysning”."
    )
    assert text_of(written(small(activities=())), ANALYSIS) == ""


def test_the_statement_says_what_the_sources_says() -> None:
    year = replace(huddinge(), reports=(STATEMENT, ATTACHED))
    report = written(year, STATEMENT)
    assert [section.key for section in report.sections] == [PROPOSAL, SUMMARY, DESCRIPTION, VIEWS]
    assert strip_links(text_of(report, PROPOSAL)) == (
        "Kommunstyrelsens förvaltning föreslår att Huddinges brottsförebyggande råd (HuBrå) "
        "godkänner förslaget till verksamhetsberättelse enligt bilaga 1 till förvaltningens "
        "tjänsteutlåtande daterat den 16 februari 2018."
    )
    told = strip_links(text_of(report, DESCRIPTION))
    assert "sammanträtt vid fyra tillfällen" in told
    assert "trygghetsbrev har skickats ut vid sju tillfällen" in told
    assert "i två av kommunens områden" in told
    assert proposed_title(STATEMENT, year) == (
        "Verksamhetsberättelse för Huddinges brottsförebyggande råd 2017"
    )


def test_a_statement_about_a_plan_speaks_of_the_plan() -> None:
    plan = replace(PLAN, attached_to_id="t", attachment_number=1)
    report = written(small(reports=(replace(STATEMENT, date=None), plan)),
                     replace(STATEMENT, date=None))  # fmt: skip
    assert "förslaget till verksamhetsplan enligt bilaga 1 till förvaltningens " in strip_links(
        text_of(report, PROPOSAL)
    )
    assert strip_links(text_of(report, PROPOSAL)).endswith("tjänsteutlåtande.")
    assert "verksamhetsberättelsen" not in text_of(report, VIEWS)
    assert "inom två fokusområden" in strip_links(text_of(report, DESCRIPTION))
    assert "verksamhetsplan för arbetet i Trygghetsrådet under 2017" in text_of(report, SUMMARY)


def test_one_letter_and_one_event_are_told_in_the_singular() -> None:
    event = activity("x", "Huddingedagarna", kind=ActivityKind.EVENT)
    report = written(small(letters=small().letters[:1], activities=(event,)), STATEMENT)
    told = strip_links(text_of(report, DESCRIPTION))
    assert "skickats ut vid ett tillfälle" in told
    assert "genomfört eller deltagit i ”Huddingedagarna”" in told


def test_the_plan_tells_its_goals_and_by_whom_it_was_adopted() -> None:
    year = small()
    assert year.plan is not None
    areas = (replace(year.plan.areas[0], goal="Att alla ska trivas.", problem="Bråk på rasten."),)
    plan = replace(year.plan, areas=areas, decided_on=dt.date(2016, 12, 7))
    report = written(replace(year, plan=plan), PLAN)
    assert text_of(report, "area:a1") == "Bråk på rasten.\n\nAtt alla ska trivas."
    assert text_of(report, ADOPTED) == (
        "Verksamhetsplanen fastställdes av Trygghetsrådet den 7 december 2016."
    )
    assert "ännu inte fastställd" in text_of(written(year, PLAN), ADOPTED)


def test_headings_and_wording_are_data() -> None:
    other = ReportTemplate(
        kind=ReportKind.ANNUAL_REPORT, title="Årsrapport {year}",
        sections=(SectionTemplate(key=INTRO, heading="Bakgrund", text="{name} i {year}."),),
    )  # fmt: skip
    (made,) = proposed(REPORT, small(plan=None), other)
    assert (made.heading, made.text) == ("Bakgrund", "TR i 2017.")


def test_a_section_without_heading_has_a_name_for_the_screen() -> None:
    assert section_name(ReportSection(heading=" Eget ")) == "Eget"
    assert section_name(ReportSection(key=CHANGES)) == "Måttens förändring"
    assert section_name(ReportSection(key="own")) == "Own"


def test_the_same_year_gives_the_same_words() -> None:
    assert proposed(REPORT, huddinge()) == proposed(REPORT, huddinge())


def test_a_plan_speaks_of_goals_only_where_each_area_has_one() -> None:
    year = small()
    assert year.plan is not None
    first, second = year.plan.areas
    goals = (replace(first, goal="att fler trivs"), replace(second, goal="att a samt att b."))
    some = replace(year, plan=replace(year.plan, areas=(goals[0], second)))
    every = replace(year, plan=replace(year.plan, areas=goals))
    texts = [{each.key: words_of(each.text) for each in proposed(PLAN, made)}
             for made in (some, every)]  # fmt: skip
    assert "För varje område anges vad som ska göras" in texts[0][AREAS]
    assert "För varje område anges mål och vad som ska göras" in texts[1][AREAS]
    assert texts[1]["area:a1"] == "Målet är att fler trivs."
    assert texts[1]["area:a2"] == "Målen är att a samt att b."

"""The view of a meeting that goes on: a whole meeting by keys, and each act stored when shown."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from hubra_desktop.model.attendance.attendance_terms import AttendanceRole
from hubra_desktop.model.council.rulebook_terms import Quorum, SubstituteRule
from hubra_desktop.model.language import english
from hubra_desktop.model.minutes.minutes_terms import DecisionOutcome, ProposalKind
from hubra_desktop.model.minutes.phrases import STARTERS
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.model.records.minutes import Section
from hubra_desktop.model.records.rulebook import BodyRules
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.model.words import word
from hubra_desktop.ui import settings
from hubra_desktop.ui.dialogs.phrases import PhraseLibrary
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.running.act_keys import ACTS
from hubra_desktop.ui.pages.meetings.running.running_window import RunningWindow
from hubra_desktop.ui.pages.meetings.running.times_dialog import TimesDialog
from hubra_desktop.ui.widgets.tab_order import focusable_in
from hubra_desktop.work.edits import Change, Remove, Store
from hubra_desktop.work.queries import meeting_sheet
from hubra_desktop.work.queries.attendance import attendance_of
from hubra_desktop.work.workspace import Workspace
from tests.ui.hands import settle, trigger
from tests.ui.running_hands import Hands, section

MOST_KEYS = 150


def shown(window: MainWindow) -> RunningWindow:
    view = window.meetings_actions.running.window
    assert view is not None
    return view


def test_a_meeting_of_a_hundred_minutes_is_recorded_by_keys(hands: Hands) -> None:
    hands.at("15.32").keys("n")
    hands.keys("u" + "n" * 12 + "a" + "nn" + "\x1b")
    hands.keys("e").text("nils").keys("\n").text("mats").keys("\n")
    hands.at("15.38").keys("n").at("15.45").keys("g").text("bo").keys("\n")
    hands.at("16.05").keys("n").keys("k").text("bo").keys("\n")
    hands.keys("b").text("Rådet godkänner verksamhetsberättelsen.").keys("\n")
    hands.keys("c").text("Dan Berg frågar om statistiken.").keys("\x1b")
    hands.at("16.28").keys("n").at("16.40").keys("n")
    hands.keys("j").text("cia").keys("\n").text("Sitter i föreningens styrelse").keys("\n")
    hands.keys("y").text("finn").keys("\n").text("änd").keys("\n")
    hands.text("Bidraget blir 15 000 kr.").keys("\n")
    hands.keys("o" + "jjjjjjjnnnnn" + "\n")
    hands.keys("ä").text("Rådet beviljar 15 000 kr.").keys("\n")
    hands.keys("s").text("dan").keys("\n").text("Beloppet är för lågt.").keys("\n")
    hands.at("17.00").keys("n").keys("l").at("17.08").keys("n").keys("i")
    hands.at("17.16").keys("n").at("17.20").keys("m")
    assert hands.pressed <= MOST_KEYS
    view = hands.window
    with view.state.desk.read() as reader:
        sheet, people = meeting_sheet(reader, "held"), attendance_of(reader, "held")
    assert (sheet.state, sheet.opened_at, sheet.ended_at) == (MeetingState.HELD, 932, 1040)
    grant = section(view, "h4")
    assert [each.name for each in grant.disqualifications] == ["Cia Alm"]
    assert (grant.ballots[0].yes, grant.ballots[0].no) == (7, 5)
    assert grant.dissents[0].name == "Dan Berg"
    assert grant.proposals[0].text == "Bidraget blir 15 000 kr."
    outcomes = {item: section(view, item).decisions[0].outcome for item in ("h3", "h4", "h5")}
    assert outcomes == {
        "h3": DecisionOutcome.AS_PROPOSED, "h4": DecisionOutcome.CHANGED,
        "h5": DecisionOutcome.TABLED,
    }  # fmt: skip
    assert section(view, "h3").debate == "Dan Berg frågar om statistiken."
    voting = {item: {each.name for each in people.voters(item)} for item in ("h2", "h4", "h5")}
    assert "Cia Alm" not in voting["h4"]
    assert {"Cia Alm", "Nils Palm", "Bo Sund"} <= voting["h5"]
    assert {len(voting["h4"]), len(voting["h5"])} == {12, 13}


def test_what_is_late_moves_the_times_of_all_that_come(hands: Hands) -> None:
    hands.at("15.30").keys("n").at("15.35").keys("n").at("16.12")
    view = hands.window
    assert view.late.text() == "12 minuter efter planen"
    assert view.now.time.text() == "12 minuter över tiden av 25 planerade · började 15.35"
    lines = view.coming._lines
    assert [label.text() for label in lines["h3"]][:3] == [
        "16.12",
        "(16.00)",
        "3  Verksamhetsberättelse",
    ]
    assert view.coming.end.text() == "Slutar tidigast 17.22 · planerat 17.30"


def test_a_pause_is_taken_and_ended_by_one_key(hands: Hands) -> None:
    hands.at("15.30").keys("n").at("15.33").keys("p")
    view = hands.window
    assert view.state.going.pause is not None
    hands.at("15.40").keys("p")
    assert [run.pause for run in view.state.runs] == [False, True, False]
    view.state.desk.undo()
    assert view.state.going.pause is not None


def test_what_is_taken_back_is_no_longer_told_as_stored(hands: Hands) -> None:
    hands.at("15.30").keys("n").at("15.33").keys("p")
    view, control = hands.window, Qt.KeyboardModifier.ControlModifier
    for key, said in ((Qt.Key.Key_Z, "Ångrat: "), (Qt.Key.Key_Y, "Gjort om: ")):
        QTest.keyClick(view, key, control)
        assert view.told.toolTip().startswith(said)
    assert view.state.going.pause is not None


def test_another_days_meeting_says_so_before_it_is_opened(hands: Hands) -> None:
    view = hands.window
    assert view.late.text() == "Sammanträdet är den 15 maj 2019, inte i dag"
    hands.at("15.30").keys("n")
    assert view.late.text() == "Enligt planen"


def test_the_marked_letter_leads_back_to_the_window(hands: Hands) -> None:
    left = QSignalSpy(hands.window.left)
    hands.keys("n").keys("ö")
    assert left.count() == 1


def test_a_long_name_does_not_widen_the_roll(hands: Hands) -> None:
    hands.keys("n").keys("u")
    names, grid = hands.window.roll.names, hands.window.roll.names.layout()
    assert grid is not None
    wide = grid.minimumSize().width()
    names.show_people([replace(each, name="Långt namn " * 12) for each in names.people])
    assert grid.minimumSize().width() <= wide


def test_notes_are_stored_at_a_pause_and_phrases_complete_them(hands: Hands) -> None:
    hands.keys("n").keys("c").text("#disk").keys("\n")
    notes = hands.window.section.notes
    assert notes.toPlainText() == "Rådet diskuterar ärendet."
    notes._pause.timeout.emit()
    assert section(hands.window, "h1").debate == "Rådet diskuterar ärendet."
    hands.text(" Till").keys("\x1b")
    assert section(hands.window, "h1").debate == "Rådet diskuterar ärendet. Till"
    hands.keys("n")
    assert hands.window.state.item is not None
    assert hands.window.state.item.id == "h2"
    assert notes.toPlainText() == ""


def test_a_phrase_of_the_opening_says_when_it_was_opened(hands: Hands) -> None:
    hands.at("15.30").keys("n").at("15.33").keys("c").text("#öppnar").keys("\n")
    assert hands.window.section.notes.toPlainText().endswith("öppnar sammanträdet klockan 15.30.")


def test_a_gap_of_a_phrase_is_typed_over(hands: Hands) -> None:
    hands.keys("n").keys("c").text("Att jäm").keys("\t").text("Eva Lind")
    told = "Att jämte ordföranden justera protokollet utses Eva Lind."
    assert hands.window.section.notes.toPlainText() == told


def test_the_order_of_proposals_and_ones_own_notes_have_texts_of_their_own(hands: Hands) -> None:
    hands.keys("n").keys("2").text("#ordf").keys("\n").keys("\x1b")
    hands.keys("3").text("Ring Eva").keys("\x1b").keys("1").text("Frågor ställs.").keys("\x1b")
    kept = section(hands.window, "h1")
    assert kept.procedure == "Ordföranden ställer proposition på förslaget och finner bifall."
    assert (kept.inner_note, kept.debate) == ("Ring Eva", "Frågor ställs.")


def test_letters_do_nothing_while_a_text_is_typed(hands: Hands) -> None:
    hands.keys("n").keys("c").text("nm")
    assert hands.window.state.item is not None
    assert hands.window.state.item.id == "h1"


def test_the_view_opens_again_where_it_was(empty_window: MainWindow, called: Path) -> None:
    window = empty_window
    window.desk.use(Workspace.open(called))
    window.show_page("page-meetings")
    window.meeting.open("held")
    trigger(window, "run-meeting")
    Hands(shown(window)).keys("n").keys("c").text("Frågor ställs.")
    shown(window).acts.do(next(act for act in ACTS if act.id == "next"))
    assert section(shown(window), "h1").debate == "Frågor ställs."
    window.desk.use(None)
    assert window.meetings_actions.running.window is None
    window.desk.use(Workspace.open(called))
    window.registers.opened.emit()
    settle()
    view = shown(window)
    assert view.state.item is not None
    assert view.state.item.id == "h2"
    view.close()
    assert settings.stored_text(settings.RUNNING_MEETING) == ""


def test_everybody_reads_no_more_than_the_public_title(hands: Hands) -> None:
    change = {"closed": True, "public_title": "Säkerhet", "title": "Hotet mot Erik"}
    hands.window.state.desk.run(Change(Item, "h2", change))
    hands.at("15.30").keys("n").at("15.35").keys("n").keys("v")
    projector = hands.window.projector
    assert projector is not None
    texts = (projector.title.text(), projector.who.text(), projector.time.text())
    assert texts == ("Säkerhet", "", "25 minuter kvar")
    hands.at("15.50").keys("p")
    assert projector.title.text() == "Paus"
    hands.keys("v")
    settle()
    assert hands.window.projector is None


def test_a_key_at_the_second_view_answers_what_is_asked(hands: Hands) -> None:
    view = hands.at("15.32").keys("nv").window
    projector = view.projector
    assert projector is not None
    for letter in (Qt.Key.Key_U, Qt.Key.Key_N, Qt.Key.Key_A):
        QTest.keyClick(projector, letter)
    assert [word(each) for each in view.roll.names.answers[:3] if each] == [
        "närvarande", "anmäld frånvaro",
    ]  # fmt: skip
    settle()
    assert QApplication.activeWindow() is view
    hands.keys("\x1b\x1b")
    QTest.keyClick(projector, Qt.Key.Key_G)
    QTest.keyClicks(projector, "bn")
    assert (view.ask.line.text(), view.state.item) == ("bn", view.state.meeting.items[0])


def test_what_is_refused_is_told_in_the_view(hands: Hands) -> None:
    hands.keys("u")
    assert "Närvarolistan är tom" in hands.window.bar.message.text  # type: ignore[union-attr]
    hands.keys("n")
    for each in hands.window.state.roll:
        hands.window.state.desk.run(Remove(Attendance, each.id))
    hands.keys("uj")
    nobody = "Ingen ledamot står i närvarolistan. Lägg till dem under Närvaro i fönstret."
    assert hands.window.bar.message.text == nobody  # type: ignore[union-attr]
    assert hands.window.ask.question.text() == nobody


def test_a_name_does_no_act_where_nobody_can_be_chosen(hands: Hands) -> None:
    hands.keys("n").keys("u" + "n\x1b")
    hands.keys("j").text("åsa").keys("\n\n")
    view = hands.window
    for act in "gesyjt":
        hands.keys(act).text("nmp").keys("\n")
        assert "Ingen i närvarolistan" in view.ask.question.text()
        assert view.ask.line.text() == "nmp"
        hands.keys("\x1b")
        assert not view.ask.asking
    assert view.bar.message is None
    assert view.state.ongoing
    assert view.state.going.pause is None
    assert view.state.item is not None
    assert view.state.item.id == "h1"
    assert QApplication.focusWidget() is view


def test_a_name_that_nobody_has_is_said_in_the_line(hands: Hands) -> None:
    hands.keys("n").keys("k")
    ask = hands.window.ask
    hands.text("xyz").keys("\n")
    assert ask.asking
    assert ask.refusal.text() == "Ingen sådan finns här. Skriv något annat, eller avbryt med Esc."
    hands.text("z")
    assert not ask.refusal.isVisible()


def test_no_means_what_is_moved_against_the_proposal(hands: Hands) -> None:
    hands.keys("n").keys("u" + "nnn\x1b")
    view = hands.window
    for kind, text, no in (
        ("bif", "Bifall med beröm.", "avslag"),
        ("avs", "", "avslag"),
        ("änd", "Halva beloppet.", "avslag"),
    ):
        hands.keys("y").keys("\n").text(kind).keys("\n").text(text).keys("\n")
        hands.keys("o")
        assert (view.ballot.yes.text(), view.ballot.no.text()) == ("bifall till förslaget", no)
        hands.keys("\x1b")
    kept = section(view, "h1")
    moved = kept.proposals
    assert [each.kind for each in moved] == [
        ProposalKind.APPROVE,
        ProposalKind.REJECT,
        ProposalKind.AMEND,
    ]
    left = (moved[0], replace(moved[1], withdrawn=True), moved[2])
    view.state.desk.run(Change(Section, kept.id, {"proposals": left}))
    hands.keys("o")
    assert view.ballot.no.text() == "Halva beloppet."


def test_a_vote_can_be_counted_alone(hands: Hands) -> None:
    hands.keys("n").keys("u" + "nnn\x1b").keys("o")
    view = hands.window
    view.ballot.counts.setFocus()
    hands.text("sju").keys("\n")
    assert view.ballot.isVisible()
    view.ballot.counts.setText("7 5")
    hands.keys("\n")
    ballot = section(view, "h1").ballots[0]
    assert (ballot.yes, ballot.no, ballot.abstained, ballot.voices) == (7, 5, 0, ())


def test_each_key_does_one_thing_in_both_languages() -> None:
    swedish = [act.text for act in ACTS if act.id != "start"] + ["Tillbaka till f&önstret"]
    for texts in (swedish, [english()["", text][0] for text in swedish]):
        keys = [text[text.index("&") + 1].upper() for text in texts]
        assert len(keys) == len(set(keys))


def test_substitutes_are_named_with_whom_they_serve_for(hands: Hands) -> None:
    hands.keys("n").keys("u" + "n" * 12 + "a" + "nn" + "\x1b\x1b")
    hands.keys("e").text("nils").keys("\n").text("mats").keys("\n")
    assert "Nils Palm tjänstgör för Mats Nord" in hands.window.people.names.text()
    serving = [
        each for each in hands.window.state.voters() if each.role is AttendanceRole.SUBSTITUTE
    ]
    assert [each.name for each in serving] == ["Nils Palm"]
    assert QApplication.focusWidget() is hands.window


def test_the_library_of_phrases_is_the_users_own(hands: Hands) -> None:
    desk = hands.window.state.desk
    library = PhraseLibrary(desk, hands.window)
    library.show()
    assert library.none.isVisible()
    library.add.click()
    library.add.click()
    assert [each.key for each in hands.window.state.phrases] == ["#ny", "#ny1"]
    library.remove.click()
    library.view.choose(hands.window.state.phrases[0].id)
    library.form.texts["key"].replace("hej")
    assert library.form.flush()
    library.form.texts["text"].replace("Rådet hälsar [tid].")
    assert library.form.flush()
    assert [(each.key, each.text) for each in hands.window.state.phrases] == [
        ("#hej", "Rådet hälsar [tid].")
    ]
    library.starters.click()
    assert library.model.rowCount() == 1 + len(STARTERS)
    library.view.choose(hands.window.state.phrases[0].id)
    library.remove.click()
    library.reject()
    assert len(hands.window.state.phrases) == len(STARTERS)


def test_times_are_corrected_in_a_form(hands: Hands) -> None:
    hands.at("15.32").keys("n").at("15.40").keys("n")
    state = hands.window.state
    dialog = TimesDialog(state.meeting, state.runs, hands.window)
    dialog.entries["ended0"].field.setText("15.38")
    dialog.entries["began1"].field.setText("15.38")
    dialog.show()
    dialog.accept_button.click()
    assert state.desk.run(dialog.answer) is not None
    assert [(run.started, run.ended) for run in state.runs] == [(932, 938), (938, None)]
    assert hands.window.coming._lines["h2"][0].text() == "15.38"
    dialog.deleteLater()


def test_after_the_roll_call_the_substitute_whose_turn_it_is_is_asked_for(hands: Hands) -> None:
    state = hands.window.state
    rules = BodyRules(
        body_id=state.meeting.body_id, valid_from=date(2019, 1, 1),
        substitute_rule=SubstituteRule.RANKED, quorum=Quorum.HALF,
    )  # fmt: skip
    state.desk.run(Store(rules))
    hands.keys("n").keys("u" + "n" * 12 + "a" + "nn" + "\x1b")
    assert hands.window.ask.question.text().startswith("Ska Nils Palm tjänstgöra för Mats Nord?")
    hands.keys("\n")
    assert "Nils Palm tjänstgör för Mats Nord" in hands.window.people.names.text()
    assert hands.window.people.warning.isHidden()
    assert not hands.window.ask.asking
    for name in ("bo", "cia", "dan", "eva", "finn", "gun", "hans"):
        hands.keys("g").text(name).keys("\n\x1b")
    assert hands.window.people.warning.text().startswith("Rådet är kanske inte beslutfört")


def test_every_control_of_the_view_has_a_name(hands: Hands) -> None:
    view = hands.window
    hands.keys("n").keys("u" + "n" * 15 + "\x1b")
    for begin in ("", "j", "\x1bo", "\x1bu"):
        hands.keys(begin)
        for each in focusable_in(view):
            text = each.text() if isinstance(each, QAbstractButton) else ""
            assert each.accessibleName() or text, each.objectName()


def test_somebody_takes_part_by_sound_and_picture_from_a_row_on(hands: Hands) -> None:
    hands.at("15.30").keys("n").keys("k").text("bo dist").keys("\n")
    assert "Varav på distans: Bo Sund" in hands.window.people.names.text()
    hands.at("15.35").keys("n").keys("k").text("bo").keys("\n")
    assert "på distans" not in hands.window.people.names.text()
    kept = next(each for each in hands.window.state.people.rows if each.name == "Bo Sund")
    assert [stay.remote for stay in kept.stays] == [True, False]

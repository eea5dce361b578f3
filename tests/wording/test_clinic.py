"""What a clinician's screens say of one patient, from the patient's own records."""

from datetime import date

from homecare.wording import clinic
from tests.domain.care import HEEL_RAISE, LIBRARY, Care
from tests.domain.report.reports import of, scored


def test_the_change_is_said_with_its_label_points_and_percent() -> None:
    better = of(scored(1, *[6] * 7, *[4] * 14, *[2] * 7))

    assert clinic.change_text(better) == "Clearly better: −4.0 points, −67%"
    assert clinic.change_basis(better) == "First-step pain: 6.0 in the first week, now 2.0"


def test_too_few_entries_and_none_are_told_apart() -> None:
    assert clinic.change_text(of(scored(20, 3))) == "Too few entries for a change label"
    assert clinic.change_text(of(Care())) == "No diary entries in this period"
    assert clinic.change_basis(of(Care())) == ""


def test_a_start_without_enough_scores_is_told_without_a_first_week() -> None:
    late = of(scored(15, *[3] * 14))

    assert clinic.change_basis(late) == "First-step pain: now 3.0"
    assert clinic.change_text(late) == "No first week to compare with"


def test_the_difference_that_counts_is_that_of_the_content() -> None:
    clear = LIBRARY.diary.change.label("clearly-better")
    said = clinic.difference_text(LIBRARY.diary.change)

    assert f"{clear.points_min:g} points" in said
    assert f"{clear.percent_min:g}% of the first week" in said


def test_sessions_done_of_those_planned_and_a_dash_where_nothing_is_known() -> None:
    care = scored(1, *[3] * 28)
    for day in range(1, 29, 2):
        care.session(day, 2, HEEL_RAISE)
    report = of(care)
    assert report.tiles is not None and report.tiles.sessions is not None
    tile = report.tiles.sessions

    assert clinic.adherence_text(report) == f"{tile.done} of {tile.planned} ({tile.percent}%)"
    assert tile.done > 0
    assert clinic.adherence_text(of(Care())) == "–"


def test_red_days_are_counted_in_words() -> None:
    care = scored(1, *[3] * 28)
    assert clinic.red_days_text(of(care)) == "0 red days"

    care.session(20, 9, HEEL_RAISE)
    assert clinic.red_days_text(of(care)) == "1 red day"


def test_the_latest_needling_is_named_by_its_day() -> None:
    assert clinic.needled_text(None) == "no needling"
    assert clinic.needled_text(date(2026, 2, 24)) == "needling 24 Feb 2026"


def test_reasons_for_leaving_out_are_in_words_with_their_counts() -> None:
    several = clinic.left_out((("pain", 2), (None, 1)))

    assert several == "Left out or cut short 3 times: it hurts 2, no reason given 1"
    assert clinic.left_out((("time", 1),)).startswith("Left out or cut short 1 time: ")


def test_a_share_is_never_above_a_hundred_percent() -> None:
    assert clinic.exercise_share(12, 28) == "12 of 28 (43%)"
    assert clinic.exercise_share(30, 28) == "30 of 28 (100%)"
    assert clinic.exercise_share(3, 0) == "3 done, none planned"


def test_files_that_cannot_be_read_are_counted_beside_the_patients() -> None:
    assert clinic.opened_text(1, 0) == "1 patient"
    assert clinic.opened_text(12, 1) == "12 patients, 1 file could not be read"
    assert clinic.opened_text(0, 2) == "0 patients, 2 files could not be read"


def test_when_the_file_was_made_is_a_day_and_a_time() -> None:
    assert clinic.made_text(of(Care())) == "Exported 29 Mar 2026 at 22:00"

"""The clinician's page as a value: safety, needling, places, and what only the patient may share."""

from typing import Any

from homecare.domain.records.diary import Site
from homecare.domain.records.plan import AlertConfirmed, AlertShown, AskedFirst, ClearanceGiven
from homecare.domain.report.report import Named, Period
from homecare.wording.report_safety import safety_lines
from homecare.wording.report_tables import site_line
from tests.domain.care import LIBRARY, SHORT_FOOT, Care, day_of, when
from tests.domain.care_plan import stamp
from tests.domain.report.reports import of, scored


def test_a_red_light_stands_in_the_safety_box_at_once() -> None:
    care = scored(1, *[3] * 10)
    care.session(10, 8, SHORT_FOOT)

    assert of(care).safety.red_days == (day_of(10),)


def test_a_red_flag_says_when_what_and_what_the_patient_was_told() -> None:
    care = scored(1, *[3] * 10)
    flag = LIBRARY.safety.screen.common_flags[0]
    care.screen(6, flag.id)
    line = of(care).safety.flags[0]

    assert (line.day, line.text, line.cleared) == (day_of(6), flag.text, False)
    assert line.told == LIBRARY.safety.action(flag.urgency).patient_text


def test_an_alert_says_whether_the_patient_said_they_called() -> None:
    care = scored(1, *[3] * 28)
    at = when(5, 20)
    stamp: dict[str, Any] = {"at": at, "created_at": at, "edited_at": at}
    care.plan.append(AlertShown(id="shown", alert="al-severe", **stamp))
    care.plan.append(AlertConfirmed(id="said", alert="al-severe", answer="have-called", **stamp))
    line = of(care).safety.alerts[0]

    assert (line.alert, line.day, line.answer) == ("al-severe", day_of(5), "have-called")


def test_a_start_without_the_safety_questions_names_the_day() -> None:
    care = Care(screened=False)
    care.worst(*[3] * 10)

    assert of(care).safety.unanswered[0] == day_of(1)


def test_an_empty_safety_box_is_empty_only_when_nothing_happened() -> None:
    care = scored(1, *[3] * 28)
    assert of(care).safety.empty

    care.entry(20, 8, sleep_woken=True)
    assert not of(care).safety.empty


def test_soreness_of_five_after_two_days_is_marked() -> None:
    care = scored(1, *[3] * 28)
    care.needle(10, 10)
    for hours, score in ((24, 6), (48, 5), (72, 1)):
        care.entry(10, 10 + hours, needling_soreness=score)
    row = of(care).needlings[0]

    assert [(cell.check, cell.score, cell.high) for cell in row.soreness] == [
        ("24h", 6, False),
        ("48h", 5, True),
        ("72h", 1, False),
    ]


def test_needling_means_leave_out_the_three_sore_days_and_need_every_other() -> None:
    care = scored(1, *[4] * 9, 9, 9, 9, 9, *[2] * 15)
    care.needle(10, 10)
    assert (of(care).needlings[0].before, of(care).needlings[0].after) == (4.0, 2.0)

    gap = scored(1, *[4] * 8, None, 9, 9, 9, 9, *[2] * 15)
    gap.needle(10, 10)
    assert gap.records and of(gap).needlings[0].before is None


def test_a_cancelled_needling_is_on_no_page() -> None:
    care = scored(1, *[4] * 28)
    care.needle(10, 10, cancelled=True)
    made = of(care)

    assert made.needlings == ()
    assert made.pain is not None
    assert (made.pain.needlings, made.pain.bands) == ((), ())


def test_notes_and_medicines_stay_with_the_patient_unless_shared() -> None:
    care = scored(1, *[4] * 10)
    for day in range(1, 6):
        care.entry(day, 21, notes=f"Note {day} " + "x" * 200, medication="Paracetamol 500 mg")

    assert of(care).words.notes == ()
    shared = of(care, share_notes=True).words
    assert [note.day for note in shared.notes] == [day_of(5), day_of(4), day_of(3)]
    assert {len(note.text) for note in shared.notes} == {120}
    care.entry(3, 12, medication="paracetamol 500 mg")
    care.entry(4, 9, medication="Ibuprofen")
    medicines = of(care, share_notes=True).words.medicines
    assert [(found.text, found.days, found.last) for found in medicines] == [
        ("Paracetamol 500 mg", 5, day_of(5)),
        ("Ibuprofen", 1, day_of(4)),
    ]


def test_each_place_has_its_mean_beside_that_of_the_fourteen_days_before() -> None:
    care = scored(1, *[4] * 28)
    for day in range(1, 29):
        places = [Site(region="heel-under", side="R", pain=6 if day <= 14 else 2)]
        places += [Site(region="arch", side="R", pain=3)] * (day > 25)
        care.entry(day, 21, location=tuple(places))
    found = of(care).sites

    assert found is not None
    heel, arch = found.sites
    assert (heel.before, heel.pain) == (6.0, 2.0)
    assert (arch.before, arch.pain) == (None, None), "3 days are too few for a mean"
    assert site_line(heel) == "Under the heel, right: 14 days, pain 2.0 (14 days before: 6.0)"


def test_without_an_entry_only_head_and_safety_are_left() -> None:
    made = of(Care())

    assert (made.extent, made.pain, made.sites, made.needlings) == ("empty", None, None, ())


def test_a_stress_fracture_shows_every_score_and_the_clearances_instead_of_sessions() -> None:
    care = Care("stress-fracture", "sf-1", side="right")
    item = LIBRARY.condition("stress-fracture").phase("sf-1").items[0].exercise
    care.worst(*[2] * 28)
    care.session(9, 2, item)
    care.session(10, 0, item)
    care.entry(11, 8, pain_next_morning=1)
    care.clear(12, "sf-clearance")
    made = of(care)

    assert made.injury
    assert made.tiles is not None
    assert made.tiles.sessions is None
    assert [clearance.given_on for clearance in made.tiles.clearances] == [day_of(12)]
    assert [(score.day, score.score, score.when) for score in made.safety.injury_scores] == [
        (day_of(9), 2, "during"),
        (day_of(11), 1, "after"),
    ]


def test_name_and_number_are_there_only_when_given() -> None:
    care = scored(1, *[5] * 10)

    assert of(care).header.patient == Named()
    assert of(care, patient=Named(name="Ann")).header.patient.name == "Ann"


def test_a_place_is_new_when_no_earlier_visit_knew_it() -> None:
    care = scored(1, *[5] * 20)
    care.entry(5, 20, location=(Site(region="heel-under", side="L"),))
    care.needle(10, 10)
    for day in range(12, 20):
        care.entry(day, 20, location=(Site(region="heel-under", side="L"), Site(region="arch", side="L")))
    sites = of(care, Period(first=day_of(1), last=day_of(20)), day=20).sites

    assert sites is not None
    assert [(site.region, site.days, site.shade, site.new) for site in sites.sites] == [
        ("arch", 8, 3, True),
        ("heel-under", 8, 3, False),
    ]


def test_c2_who_should_have_asked_first_is_on_the_page_and_a_clearance_as_the_patients_own_note() -> None:
    care = Care()
    care.plan.append(AskedFirst(**stamp(when(1, 9), 900), yes=("diabetes",)))
    (waits,) = of(care).safety.asked
    lines = [line.text for line in safety_lines(of(care))]

    assert (len(waits.questions), waits.by) == (1, "")
    assert any("NOT cleared" in line and "diabetes" in line for line in lines)

    care.plan.append(
        ClearanceGiven(
            **stamp(when(1, 12), 901),
            condition="plantar-fasciitis",
            clearance="ok-to-start",
            by="Dr Ruiz",
            given_on=day_of(1),
        )
    )
    (cleared,) = of(care).safety.asked
    lines = [line.text for line in safety_lines(of(care))]

    assert (cleared.by, cleared.given_on) == ("Dr Ruiz", day_of(1))
    assert any(line.startswith("The patient noted that Dr Ruiz cleared the start") for line in lines)

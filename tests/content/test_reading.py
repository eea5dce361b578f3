"""homecare.content.reading: what is refused, and in which words; translations."""

from pathlib import Path

import pytest

from homecare.content.library import Library
from homecare.content.reading import ContentError
from tests.content.editing import copied_content, edited

HEEL = "conditions/plantar-fasciitis.toml"
PUMPS = "exercises/ankle-pumps.toml"


def refused(folder: Path, file: str) -> str:
    name = file.partition("/")[2].removesuffix(".toml")
    library = Library(folder)
    with pytest.raises(ContentError) as caught:
        library.condition(name) if file.startswith("conditions") else library.exercise(name)
    return str(caught.value)


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        (
            HEEL,
            "{ sets = 1, reps = 10, hold_s = 10 }",
            "{ sets = 1, reps = 10, hold_ms = 10 }",
            "phases[pf-1].items[plantar-fascia-stretch].dose: there is no field called hold_ms here."
            " Did you mean hold_s?",
        ),
        (
            HEEL,
            "{ sets = 1, reps = 10, hold_s = 10 }",
            "{ sets = 1, hold_s = 10 }",
            "items[plantar-fascia-stretch].dose: A dose needs repeats (reps) or a time (duration_s).",
        ),
        (
            HEEL,
            "{ sets = 1, reps = 10, hold_s = 10 }",
            "{ sets = 1, reps = 10, hold_s = 10000 }",
            "phases[pf-1].items[plantar-fascia-stretch].dose: hold_s must be a whole number from 1 to 600,"
            " not 10000.",
        ),
        (
            HEEL,
            "{ sets = 1, reps = 10, hold_s = 10 }",
            "{ sets = 1, reps = 10.5, hold_s = 10 }",
            "phases[pf-1].items[plantar-fascia-stretch].dose.reps: this must be a whole number, not 10.5.",
        ),
        (
            HEEL,
            'exercise = "plantar-fascia-stretch"',
            'exercise = "plantar-stretch"',
            "phases[pf-1].items[plantar-stretch]: there is no exercise called plantar-stretch.",
        ),
        (
            HEEL,
            'source = "digiovanni2003"\n',
            "",
            "phases[pf-1].items[plantar-fascia-stretch].source: this is missing.",
        ),
        (
            HEEL,
            'source = "digiovanni2003"',
            'source = ""',
            "phases[pf-1].items[plantar-fascia-stretch]: the dose of plantar-fascia-stretch needs a source.",
        ),
        (
            HEEL,
            'urgency = "urgent"',
            'urgency = "quick"',
            "red_flags[pf-pop].urgency: this must be one of soon, urgent, emergency, not 'quick'.",
        ),
        (
            HEEL,
            'type = "no_red_flag"',
            'type = "no_red_flags"',
            "phases[pf-1].entry[no_red_flags]: the type of a criterion must be one of start,",
        ),
        (
            HEEL,
            "regression.dose = { reps = 5 }",
            "regression.dose = { reps = 0 }",
            "phases[pf-1].items[plantar-fascia-stretch]: reps must be a whole number from 1 to 100, not 0.",
        ),
        (PUMPS, 'kind = "mobility"', 'kind = "mobility"\nlevel = 3', "there is no field called level here."),
        (PUMPS, 'id = "ankle-pumps"', 'id = "ankle-pump"', "id: this must be ankle-pumps, like the name"),
        (
            PUMPS,
            "weight_bearing = false",
            'weight_bearing = "no"',
            "weight_bearing: this must be true or false",
        ),
        (
            PUMPS,
            'pictures = ["start.svg", "end.svg"]',
            'pictures = "start.svg"',
            "pictures: this must be a list",
        ),
        (PUMPS, "id =", "id", "this is not valid TOML:"),
        (PUMPS, "[text.en]", "[text.de]", "text: a text needs its English words under text.en."),
    ],
)
def test_a_fault_is_refused_naming_file_and_field(tmp_path, file, old, new, words):
    folder = edited(copied_content(tmp_path), file, old, new)

    message = refused(folder, file)

    assert message.startswith(file)
    assert words in message
    assert "\n" not in message.partition("valid TOML")[0]


def test_every_fault_of_a_file_is_found_at_once(tmp_path):
    folder = edited(copied_content(tmp_path), HEEL, 'urgency = "urgent"', 'urgency = "quick"')
    edited(folder, HEEL, "review_if_no_change_weeks = 6", "review_weeks = 6")

    with pytest.raises(ContentError) as caught:
        Library(folder).condition("plantar-fasciitis")

    fields = {caught.value.field, *(other.field for other in caught.value.others)}
    assert fields == {"red_flags[pf-pop].urgency", "time_course", "time_course.review_if_no_change_weeks"}


def test_a_translation_is_one_more_table_and_what_it_lacks_stays_english(tmp_path):
    folder = copied_content(tmp_path)
    path = folder / PUMPS
    german = '\n[text.de]\nname = "Fußwippe"\n'
    path.write_text(path.read_text(encoding="utf-8") + german, encoding="utf-8")

    exercise = Library(folder, "de").exercise("ankle-pumps")

    assert exercise.name == "Fußwippe"
    assert exercise.steps == Library(folder, "en").exercise("ankle-pumps").steps


def test_a_phase_is_translated_beside_its_english(tmp_path):
    folder = edited(
        copied_content(tmp_path),
        HEEL,
        'text.en.name = "Settle and stretch"',
        'text.en.name = "Settle and stretch"\ntext.de.name = "Beruhigen und dehnen"',
    )

    assert Library(folder, "de").condition("plantar-fasciitis").phase("pf-1").name == "Beruhigen und dehnen"
    assert Library(folder, "fr").condition("plantar-fasciitis").phase("pf-1").name == "Settle and stretch"


@pytest.mark.parametrize(
    ("german", "field"), [('nme = "Fußwippe"', "text.de.nme"), ('steps = ["Nur einer."]', "text.de.steps")]
)
def test_a_translation_that_does_not_match_is_refused(tmp_path, german, field):
    folder = copied_content(tmp_path)
    path = folder / PUMPS
    path.write_text(path.read_text(encoding="utf-8") + f"\n[text.de]\n{german}\n", encoding="utf-8")

    assert f"{PUMPS}, {field}: this does not match the English text." in refused(folder, PUMPS)

"""homecare.content.library: lazy, per file, and open to new files."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from homecare.content.checks import faults
from homecare.content.library import Library
from homecare.content.reading import ContentError
from tests.content.editing import copied_content, edited
from tests.domain.own_exercise import MARBLES


def test_a_new_exercise_is_a_new_file_and_nothing_else(tmp_path):
    folder = copied_content(tmp_path)
    shutil.copy(folder / "exercises/ankle-pumps.toml", folder / "exercises/ankle-alphabet.toml")
    edited(folder, "exercises/ankle-alphabet.toml", 'id = "ankle-pumps"', 'id = "ankle-alphabet"')
    edited(folder, "exercises/ankle-alphabet.toml", 'name = "Ankle pumps"', 'name = "Ankle alphabet"')
    library = Library(folder)

    assert library.exercise("ankle-alphabet").name == "Ankle alphabet"
    assert len(library.exercises()) == len(Library().exercises()) + 1
    assert faults(library) == []


def test_a_new_condition_is_a_new_file_and_nothing_else(tmp_path):
    folder = copied_content(tmp_path)
    path = folder / "conditions/sore-arch.toml"
    text = (folder / "conditions/flat-foot.toml").read_text(encoding="utf-8")
    for old, new in (('"flat-foot"', '"sore-arch"'), ('"ff-', '"sa-'), ("Flat foot (flexible)", "Sore arch")):
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    library = Library(folder)

    assert library.condition_names["sore-arch"] == "Sore arch and overpronation"
    assert library.condition("sore-arch").phases[0].id == "sa-1"
    assert faults(library) == []


def test_names_are_known_without_reading_phases(tmp_path):
    folder = copied_content(tmp_path)
    edited(folder, "conditions/flat-foot.toml", "sets = 3", 'sets = "three"')
    library = Library(folder)

    assert library.condition_names["flat-foot"] == "Flat foot (flexible) and overpronation"
    with pytest.raises(ContentError):
        library.condition("flat-foot")


def test_one_condition_and_its_exercises_open_without_a_look_at_any_other(tmp_path):
    folder = copied_content(tmp_path)
    first = Library(folder).condition("plantar-fasciitis").phases[0]
    wanted = {"plantar-fasciitis", *(item.exercise for item in first.items)}
    for path in (*folder.glob("conditions/*.toml"), *folder.glob("exercises/*.toml")):
        if path.stem not in wanted:
            path.write_text("id = ", encoding="utf-8")
    library = Library(folder)

    assert library.condition("plantar-fasciitis").name == "Plantar fasciitis (plantar heel pain)"
    assert {library.exercise(item.exercise).id for item in first.items} < wanted


@pytest.mark.parametrize("wanted", ["no-such-thing", "../safety", ""])
def test_an_unknown_id_is_refused_by_name(wanted):
    with pytest.raises(ContentError, match="there is nothing called"):
        Library().condition(wanted)


def test_a_value_is_read_once():
    library = Library()

    assert library.condition("flat-foot") is library.condition("flat-foot")
    assert library.diary is library.diary


def test_the_check_prints_one_line_per_fault_and_fails(tmp_path):
    folder = copied_content(tmp_path)
    edited(folder, "exercises/ankle-pumps.toml", 'source = "consensus"', 'source = "nobody2020"')
    edited(folder, "exercises/arch-roll.toml", 'kind = "mobility"', 'kind = "rolling"')
    command = [sys.executable, "-m", "homecare.content", str(folder)]
    root = Path(__file__).parents[2]

    done = subprocess.run(command, capture_output=True, text=True, cwd=root, check=False)

    assert done.returncode == 1
    assert "exercises/arch-roll.toml, kind: this must be one of" in done.stdout
    assert done.stdout.count("\n") == 1


def test_exercises_of_a_clinician_are_known_by_id_and_not_listed_as_content():
    library = Library()
    with_own = library.with_exercises({MARBLES.id: MARBLES.exercise()})

    assert with_own.exercise(MARBLES.id).name == "Marble pick-up"
    assert MARBLES.id in with_own.exercise_ids
    assert MARBLES.id not in library.exercise_ids
    assert with_own.exercises() == library.exercises()
    assert with_own.with_exercises({MARBLES.id: MARBLES.exercise()}) is with_own

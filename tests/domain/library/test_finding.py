"""Looking for an exercise."""

import pytest

from homecare.content.library import Library
from homecare.domain.library.exercise import NEEDS, POSTURES
from homecare.domain.library.finding import Wanted, found

LIBRARY = Library()


def ids(wanted: Wanted) -> set[str]:
    matching = found(wanted, LIBRARY.exercises(), LIBRARY.aftercare.muscles, LIBRARY.conditions())
    return {exercise.id for exercise in matching}


def test_nothing_asked_for_shows_every_exercise() -> None:
    assert ids(Wanted()) == set(LIBRARY.exercise_ids)


@pytest.mark.parametrize(
    ("words", "shown", "hidden"),
    [
        ("calf", "calf-stretch-bent", "toe-splay"),
        ("SOLEUS", "seated-heel-raise", "toe-splay"),
        ("one foot", "heel-raise-single", "heel-raise-double"),
        ("deep calf", "heel-drop-bent", "towel-curls"),
    ],
)
def test_words_find_by_name_and_by_the_muscles_everyday_and_latin_names(
    words: str, shown: str, hidden: str
) -> None:
    assert shown in ids(Wanted(words=words))
    assert hidden not in ids(Wanted(words=words))


def test_what_is_at_hand_leaves_out_what_needs_anything_else() -> None:
    assert ids(Wanted(at_hand=frozenset())) == {"ankle-pumps"}
    assert "band-up" not in ids(Wanted(at_hand=frozenset({"chair"})))
    assert ids(Wanted(at_hand=frozenset(NEEDS))) == set(LIBRARY.exercise_ids)


def test_every_exercise_is_found_by_a_posture() -> None:
    assert set().union(*(ids(Wanted(posture=posture)) for posture in POSTURES)) == set(LIBRARY.exercise_ids)


def test_filters_add_up() -> None:
    wanted = Wanted(posture="standing", condition="achilles-tendinopathy", muscle="soleus")

    assert "heel-drop-bent" in ids(wanted)
    assert "heel-drop-straight" not in ids(wanted)
    assert ids(wanted) < ids(Wanted(condition="achilles-tendinopathy"))

"""Two taps in one moment both count, however slowly the screen is drawn."""

from homecare.ui.kit.latest import Latest


def test_a_tap_builds_on_the_one_before_it_though_nothing_was_drawn_in_between() -> None:
    drawn: list[tuple[str, ...]] = []
    words: Latest[tuple[str, ...]] = Latest([()], drawn.append)

    words.change(lambda now: (*now, "aching"))
    words.change(lambda now: (*now, "pebble"))

    assert words.now == ("aching", "pebble")
    assert drawn == [("aching",), ("aching", "pebble")]


def test_what_was_put_is_there_for_whoever_saves_in_the_next_moment() -> None:
    score: Latest[int | None] = Latest([None], lambda _score: None)

    score.put(4)

    assert score.now == 4

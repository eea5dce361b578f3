"""The soreness chart: what a clinician reads off it, and what a screen reader says of it."""

from homecare.domain.report.soreness_curve import soreness_curves
from homecare.exchange.drawing.drawing import Area, Dot, Drawing, Stroke, Words
from homecare.exchange.drawing.soreness import soreness_drawing
from tests.domain.aftercare.makers import EVENING, GUIDE, after, needled, sore

WIDTH, HEIGHT = 60.0, 30.0


def drawn(*scores: tuple[int, float]) -> Drawing:
    """The chart of one session with these scores, each some hours after it."""
    entries = [sore(score, hours) for score, hours in scores]
    (curve,) = soreness_curves([needled()], entries, GUIDE, after(EVENING, 200))
    return soreness_drawing(curve, WIDTH, HEIGHT)


def dots(drawing: Drawing) -> list[Dot]:
    return [shape for shape in drawing.shapes if isinstance(shape, Dot)]


def words(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.shapes if isinstance(shape, Words)]


def test_each_score_is_a_dot_with_its_number_higher_where_it_is_sorer() -> None:
    drawing = drawn((6, 24), (3, 48), (0, 72))
    first, second, third = dots(drawing)

    assert first.x < second.x < third.x
    assert first.y < second.y < third.y
    assert {"6", "3", "24 h", "48 h", "72 h", "10 Mar"} <= set(words(drawing))
    assert drawing.described == "Needling 10 Mar, soreness: 24 hours 6, 48 hours 3, 72 hours 0"


def test_the_first_48_hours_are_shaded_and_a_score_then_lies_at_the_end_of_it() -> None:
    drawing = drawn((4, 48))
    (shaded,) = [shape for shape in drawing.shapes if isinstance(shape, Area)]

    assert max(x for x, _y in shaded.points) == dots(drawing)[0].x


def test_a_score_just_as_expected_lies_on_the_bar_of_its_check() -> None:
    drawing = drawn((4, 24))
    bars = [shape for shape in drawing.shapes if isinstance(shape, Stroke) and shape.ink == "soft"]
    (dot,) = dots(drawing)

    assert len(bars) == 3
    (left, level), (right, other) = bars[0].points
    assert left < dot.x < right
    assert level == other == dot.y


def test_one_score_alone_has_no_line_and_two_have() -> None:
    def lines(drawing: Drawing) -> int:
        return sum(isinstance(shape, Stroke) and shape.ink == "main" for shape in drawing.shapes)

    assert lines(drawn((4, 24))) == 0
    assert lines(drawn((4, 24), (2, 48))) == 1


def test_a_session_nobody_scored_says_so_in_the_picture_and_in_words() -> None:
    drawing = drawn()

    assert dots(drawing) == []
    assert "not answered" in words(drawing)
    assert drawing.described == "Needling 10 Mar, soreness: not answered"


def test_nothing_is_drawn_outside_the_sheet() -> None:
    drawing = drawn((10, 0.5), (10, 95.9))

    for shape in drawing.shapes:
        points = [(shape.x, shape.y)] if isinstance(shape, Dot | Words) else getattr(shape, "points", [])
        assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in points)

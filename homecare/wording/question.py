"""The question about pain on Today in words: what is asked, about which foot, and what was saved."""

from collections.abc import Sequence

from homecare.domain.records.plan import Side
from homecare.domain.today.question import Asked
from homecare.wording import _
from homecare.wording.diary import number


def question_text(asked: Asked) -> str:
    """The question as a heading."""
    return {
        Asked.FIRST_STEP: _("First steps this morning?"),
        Asked.NEXT_MORNING: _("The morning after your exercises: how bad is it?"),
        Asked.NOW: _("How is your pain now?"),
    }[asked]


def score_name(asked: Asked) -> str:
    """What a screen reader says before the score of a key; "" for plain pain."""
    return {
        Asked.FIRST_STEP: _("First steps"),
        Asked.NEXT_MORNING: _("This morning"),
        Asked.NOW: "",
    }[asked]


def about_text(conditions: Sequence[tuple[str, Side]]) -> str:
    """Which conditions and sides a question is about: the worst of several counts; "" for none."""
    if not conditions:
        return ""
    if len(conditions) == 1 and conditions[0][1] != "both":
        return _side(*conditions[0])
    named = " · ".join(_side(name, side) for name, side in conditions)
    return _("{conditions}. Give the worst of them.").format(conditions=named)


def _side(condition: str, side: Side) -> str:
    sides: dict[Side, str] = {
        "left": _("{condition}, left foot"),
        "right": _("{condition}, right foot"),
        "both": _("{condition}, both feet"),
    }
    return sides[side].format(condition=condition)


def usual_text(usual: float | None) -> str:
    """What the answer is compared with; "" while nobody knows."""
    return "" if usual is None else _("Your usual morning: {n} of 10.").format(n=number(usual))


def saved_text(asked: Asked, nprs: int, *, instead_of: int | None = None) -> str:
    """That a score was saved, and which one it replaced."""
    if instead_of is not None and instead_of != nprs:
        return {
            Asked.FIRST_STEP: _("Saved: first steps {n} of 10 instead of {old}"),
            Asked.NEXT_MORNING: _("Saved: this morning {n} of 10 instead of {old}"),
            Asked.NOW: _("Saved: pain {n} of 10 instead of {old}"),
        }[asked].format(n=nprs, old=instead_of)
    return {
        Asked.FIRST_STEP: _("Saved: first steps {n} of 10"),
        Asked.NEXT_MORNING: _("Saved: this morning {n} of 10"),
        Asked.NOW: _("Saved: pain {n} of 10"),
    }[asked].format(n=nprs)

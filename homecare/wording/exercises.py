"""Words for what an exercise is and needs."""

from homecare.domain.library.exercise import Exercise, Kind, Need, Posture
from homecare.wording import _


def kind_name(kind: Kind) -> str:
    """What an exercise trains."""
    return {
        "stretch": _("Stretch"),
        "strength": _("Strength"),
        "mobility": _("Movement"),
        "balance": _("Balance"),
        "nerve-glide": _("Nerve exercise"),
    }[kind]


def posture_name(posture: Posture) -> str:
    """How the body is held."""
    return {"lying": _("lying down"), "sitting": _("sitting"), "standing": _("standing")}[posture]


def need_name(need: Need) -> str:
    """A thing that has to be there."""
    return {
        "chair": _("A chair"),
        "wall": _("A wall or worktop"),
        "bed": _("A bed or mat"),
        "step": _("A step"),
        "band": _("An exercise band"),
        "towel": _("A towel"),
        "ball": _("A small ball"),
        "small-things": _("Small things to pick up"),
    }[need]


def equipment_lines(exercise: Exercise) -> list[str]:
    """What is needed, what helps, and what comes later with more weight, a line each."""
    lines = [_("You need: {things}").format(things=", ".join(exercise.equipment) or _("nothing"))]
    if exercise.equipment_optional:
        lines.append(_("Useful: {things}").format(things=", ".join(exercise.equipment_optional)))
    if exercise.equipment_later:
        lines.append(
            _("Later, to make it harder: {things}").format(things=", ".join(exercise.equipment_later))
        )
    return lines


def activity_name(field: str) -> str:
    """An own activity, by the diary field that holds it."""
    return {
        "walk_min": _("Walking"),
        "run_min": _("Running"),
        "cycle_min": _("Cycling"),
        "swim_min": _("Swimming"),
        "standing_h": _("Standing"),
    }[field]

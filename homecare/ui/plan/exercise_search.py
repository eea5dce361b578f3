"""All exercises: found by words, muscle, what is at hand, position or condition."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import flet as ft

from homecare.domain.library.exercise import NEEDS, POSTURES, Exercise, Need, Posture
from homecare.domain.library.finding import Wanted, found, muscles_worked
from homecare.ui.kit.choices import radio
from homecare.ui.kit.exercise_frames import picture_of
from homecare.ui.kit.fields import TypedField
from homecare.ui.kit.latest import Latest, use_latest
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import empty_state, opens, screen
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _, ngettext
from homecare.wording.exercises import kind_name, need_name, posture_name

ANY = ""
"""The choice that asks for nothing."""
NOTHING = "nothing"
"""No equipment at all."""
EVERYTHING = Wanted()
Choices = Sequence[tuple[str, str]]
"""Values and labels of a filter."""
SHUT: str | None = None


@ft.component
def ExerciseSearch() -> ft.View:
    """Every exercise of the content; each opens its page, where it can be tried."""
    care = use_care()
    look = ft.use_context(LookCtx)
    drawn, wanted = use_latest(EVERYTHING)
    shown, set_shown = ft.use_state(SHUT)
    cleared, set_cleared = ft.use_state(0)
    library = care.library
    exercises = sorted(library.exercises(), key=lambda exercise: exercise.name.casefold())
    matching = found(drawn, exercises, library.aftercare.muscles, library.conditions())

    def clear() -> None:
        wanted.put(EVERYTHING)
        set_cleared(lambda times: times + 1)

    count = ngettext("{n} exercise", "{n} exercises", len(matching)).format(n=len(matching))
    body: list[ft.Control] = [
        TypedField(
            _("Search by name or muscle"),
            "",
            lambda words: wanted.change(lambda now: replace(now, words=words)),
            key=f"words-{cleared}",
        ),
        _filters(care, look, drawn, wanted=wanted, shown=shown, show=set_shown),
        ft.Semantics(live_region=True, content=look.text(count, weight=ft.FontWeight.W_600)),
    ]
    body += [_row(care, look, exercise) for exercise in matching]
    if not matching:
        body.append(
            empty_state(
                look,
                title=_("No exercise fits"),
                text=_("Try fewer filters, or another word."),
                action=look.primary(_("Show all exercises"), clear),
            )
        )
    elif drawn != EVERYTHING:
        body.append(look.link(_("Show all exercises"), clear))
    return screen(look, title=_("All exercises"), body=body, back="/exercises")


def _filters(
    care: CareState,
    look: Look,
    drawn: Wanted,
    *,
    wanted: Latest[Wanted],
    shown: str | None,
    show: Callable[[str | None], None],
) -> ft.Control:
    """One line for each filter with what it is set to; a tap opens its choices, a choice shuts them."""

    def choose(name: str, value: str) -> None:
        wanted.change(lambda now: _with(now, name, value))
        show(None)

    rows: list[ft.Control] = []
    for name, title, choices, chosen in _choices(care, drawn):
        is_open = shown == name
        icon = ft.Icons.EXPAND_LESS if is_open else ft.Icons.EXPAND_MORE
        said = _("{filter}: {choice}").format(filter=title, choice=dict(choices)[chosen])
        toggle = partial(show, None if is_open else name)
        rows.append(ft.Row([look.link(said, toggle, icon=icon)], key=f"filter-{name}"))
        if is_open:
            rows.append(_group(look, title, choices, chosen, partial(choose, name)))
    return look.card(look.heading(_("Show only")), *rows, gap=4)


def _group(
    look: Look, title: str, choices: Choices, chosen: str, choose: Callable[[str], None]
) -> ft.Control:
    options: list[ft.Control] = [radio(look, label, value, key=value or "any") for value, label in choices]
    group = ft.RadioGroup(
        value=chosen,
        on_change=lambda e: choose(str(e.control.value)),
        content=ft.Column(options, spacing=0, tight=True),
    )
    return ft.Semantics(label=title, container=True, content=group)


def _choices(care: CareState, drawn: Wanted) -> list[tuple[str, str, Choices, str]]:
    """For each filter its id, its title, its choices (value and label), and the one in force."""
    library = care.library
    worked = {
        muscle.id
        for exercise in library.exercises()
        for muscle in muscles_worked(exercise, library.aftercare.muscles)
    }
    muscles = [
        (muscle.id, muscle.plain_name[:1].upper() + muscle.plain_name[1:])
        for muscle in library.aftercare.muscles
        if muscle.id in worked
    ]
    needs: list[tuple[str, str]] = [(NOTHING, _("Nothing at all"))]
    needs += [(need, need_name(need)) for need in NEEDS]
    at_hand = ANY if drawn.at_hand is None else next(iter(drawn.at_hand), NOTHING)
    return [
        (
            "posture",
            _("Position"),
            [(ANY, _("any")), *((posture, posture_name(posture)) for posture in POSTURES)],
            drawn.posture or ANY,
        ),
        ("at_hand", _("What I have"), [(ANY, _("any")), *needs], at_hand),
        (
            "condition",
            _("For"),
            [(ANY, _("any problem")), *library.condition_names.items()],
            drawn.condition or ANY,
        ),
        ("muscle", _("Muscle"), [(ANY, _("any")), *muscles], drawn.muscle or ANY),
    ]


def _with(now: Wanted, name: str, value: str) -> Wanted:
    """What is looked for, with one filter set to a value of its choices."""
    if name == "posture":
        posture: Posture | None = next((known for known in POSTURES if known == value), None)
        return replace(now, posture=posture)
    if name == "at_hand":
        things: frozenset[Need] = frozenset(need for need in NEEDS if need == value)
        return replace(now, at_hand=None if value == ANY else things)
    if name == "condition":
        return replace(now, condition=value or None)
    return replace(now, muscle=value or None)


def _row(care: CareState, look: Look, exercise: Exercise) -> ft.Control:
    """A card that opens the exercise: its picture, its name, what it trains and how the body is held."""
    picture = ft.Image(
        src=picture_of(exercise),
        width=96,
        height=74,
        fit=ft.BoxFit.CONTAIN,
        exclude_from_semantics=True,
    )
    planned = any(item.exercise == exercise.id for item in care.today.items)
    lines: list[ft.Control] = [
        look.text(exercise.name, size=17, weight=ft.FontWeight.W_600),
        look.note(f"{kind_name(exercise.kind)} · {exercise.position}"),
    ]
    if planned:
        lines.append(look.note(_("In your plan"), color=ft.Colors.PRIMARY))
    words = ft.Column(lines, spacing=2, tight=True, expand=True)
    card = look.card(
        ft.Row([picture, words], spacing=12) if look.factor < 2 else words, key=f"exercise-{exercise.id}"
    )
    card.ink = True
    card.on_click = opens(f"/exercises/exercise/{exercise.id}")
    return ft.Semantics(button=True, container=True, content=card)

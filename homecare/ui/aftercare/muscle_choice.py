"""Which muscles were needled: by a tap on a picture of the leg, by name, or "I don't know which"."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal

import flet as ft

from homecare.domain.library.aftercare import OUTER_SHIN, Muscle
from homecare.domain.library.exercise import UNKNOWN_MUSCLE
from homecare.domain.records.diary import Site
from homecare.domain.records.needling import NeedledMuscle
from homecare.ui.aftercare.needling_draft import NeedlingDraft
from homecare.ui.diary.foot_map import foot_pictures
from homecare.ui.kit.choices import choice_row, tick_box
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import scroll_into_sight
from homecare.ui.kit.text_blocks import Collapsible
from homecare.ui.state.care import CareState, use_care
from homecare.ui.state.unsaved import Unsaved
from homecare.wording import _, diary
from homecare.wording.aftercare import muscles_text, sided

LegSide = Literal["left", "right"]
FEET: dict[str, LegSide] = {"L": "left", "R": "right"}
NOWHERE: str | None = None
NO_CARD: ft.Container | None = None


@ft.component
def MuscleChoice(form: Unsaved[NeedlingDraft], fault: str, *, cursor: int = 0, key: str = "") -> ft.Control:
    """The picture of one leg; the muscles at the place that was tapped; all of them by name, folded away.

    Each new `cursor` above 0 scrolls it into sight. Flet takes `key` to tell forms apart.
    """
    care = use_care()
    look = ft.use_context(LookCtx)
    held = ft.use_ref(NO_CARD)
    draft = form.now
    shown, show = ft.use_state(_first_foot(care, draft))
    place, tap = ft.use_state(NOWHERE)
    guide = care.library.aftercare

    async def turn(foot: str) -> None:
        show(foot)
        tap(NOWHERE)

    def tapped(region: str, _foot: str) -> None:
        tap(region)

    def done() -> None:
        tap(NOWHERE)

    ft.use_dialog(None if place is None else _at_place(care, look, form, place, FEET[shown], on_done=done))
    said = _("Chosen: {muscles}.").format(muscles=muscles_text(draft.muscles, guide))
    parts: list[ft.Control] = [look.heading(_("Where were the needles?"))]
    if fault:
        parts.append(look.body(fault, color=ft.Colors.ERROR))
    if draft.muscles:
        parts.append(ft.Semantics(live_region=True, content=look.body(said)))
    legs = [("L", _("Left leg")), ("R", _("Right leg"))]
    parts.append(choice_row(look, legs, shown, turn))
    if care.library.foot_map is not None:
        parts.append(look.note(_("Tap the place on the picture.")))
        parts.append(
            foot_pictures(
                look,
                care.library.diary.foot_map,
                care.library.foot_map,
                shown=shown,
                sites=_places(care, draft, shown, place),
                tap=tapped,
                leg_first=True,
            )
        )
    front = look.link(_("Front or outer side of the shin"), partial(tap, OUTER_SHIN))
    parts.append(ft.Row([front], wrap=True, alignment=ft.MainAxisAlignment.CENTER))
    parts.append(_unknown(look, form, FEET[shown]))
    unknown = any(muscle.muscle == UNKNOWN_MUSCLE for muscle in draft.muscles)
    if unknown:
        parts.append(
            look.note(_("Every strength exercise of that leg rests, as any of its muscles may be sore."))
        )
    parts.append(Collapsible(_("All muscles by name"), _by_name(care, look, form), key="by-name"))
    card = look.card(*parts)
    card.key = ft.ScrollKey(f"scroll-{key}")  # type: ignore[call-arg]
    held.current = card

    async def come_into_sight() -> None:
        if cursor:
            await scroll_into_sight(held.current)

    ft.use_effect(come_into_sight, [cursor], lambda: None)
    return card


def _first_foot(care: CareState, draft: NeedlingDraft) -> str:
    """The leg to show first: that of the first muscle chosen, else that of a plan."""
    sides = [*(muscle.side for muscle in draft.muscles), *(plan.side for plan in care.plans.values())]
    return "L" if next(iter(sides), "right") == "left" else "R"


def _places(care: CareState, draft: NeedlingDraft, foot: str, tapped: str | None) -> tuple[Site, ...]:
    """The places to mark on the picture of one leg: those of the chosen muscles, and the one just tapped."""
    chosen = {muscle.muscle for muscle in draft.muscles if muscle.side == FEET[foot]}
    muscles = [muscle for muscle in care.library.aftercare.muscles if muscle.id in chosen]
    regions = dict.fromkeys(place for muscle in muscles for place in muscle.places[:1])
    if tapped is not None:
        regions[tapped] = None
    return tuple(Site(region=region, side=foot) for region in regions if region != OUTER_SHIN)


def _at_place(
    care: CareState,
    look: Look,
    form: Unsaved[NeedlingDraft],
    place: str,
    side: LegSide,
    *,
    on_done: Callable[[], None],
) -> ft.AlertDialog:
    """The muscles at the place that was tapped, over the picture: below it nobody would look for them."""
    code = next(code for code, known in FEET.items() if known == side)
    named = (
        _("Front or outer side of the shin")
        if place == OUTER_SHIN
        else diary.place(care.library.diary.foot_map, place, code)
    )
    muscles = care.library.aftercare.muscles_at(place)
    boxes = [_box(look, form, muscle.id, sided(side, muscle.plain_name), side) for muscle in muscles]
    if not boxes:
        boxes = [look.body(_("The app has no muscle for this place. Look at the list of names."))]
    return ft.AlertDialog(
        title=look.text(named, size=20, weight=ft.FontWeight.W_600),
        content=ft.Column([*boxes, _unknown(look, form, side)], spacing=0, tight=True),
        scrollable=True,
        actions=[look.primary(_("Done"), on_done)],
        on_dismiss=on_done,
    )


def _unknown(look: Look, form: Unsaved[NeedlingDraft], side: LegSide) -> ft.Control:
    """The answer for patients who do not know: all of that leg rests."""
    words = _("I don't know which, left leg") if side == "left" else _("I don't know which, right leg")
    return _box(look, form, UNKNOWN_MUSCLE, words, side)


def _box(look: Look, form: Unsaved[NeedlingDraft], muscle: str, words: str, side: LegSide) -> ft.Control:
    """A muscle of one leg to tick; unlike a chip its words may run over several lines."""
    needled = NeedledMuscle(muscle=muscle, side=side)

    def tick(_on: bool) -> None:
        form.change(lambda now: now.toggled(needled))

    return tick_box(look, _capital(words), needled in form.now.muscles, tick, key=f"box-{muscle}-{side}")


def _by_name(care: CareState, look: Look, form: Unsaved[NeedlingDraft]) -> list[ft.Control]:
    """Left and right for each muscle; those that belong to the patient's conditions come first."""
    guide = care.library.aftercare
    related = [muscle for muscle in guide.muscles if set(muscle.related_conditions) & set(care.plans)]
    others = [muscle for muscle in guide.muscles if muscle not in related]
    return [_row(look, form, muscle) for muscle in (*related, *others)]


def _row(look: Look, form: Unsaved[NeedlingDraft], muscle: Muscle) -> ft.Control:
    names = ft.Column(
        [look.text(_capital(muscle.plain_name), weight=ft.FontWeight.W_600), look.note(muscle.name)],
        spacing=0,
        tight=True,
        expand=look.factor < 1.5,
    )
    legs: Sequence[tuple[LegSide, str]] = (("left", _("Left")), ("right", _("Right")))
    sides = ft.Row(
        [
            _chip(look, form, muscle.id, words, side, said=sided(side, muscle.plain_name))
            for side, words in legs
        ],
        spacing=8,
        tight=True,
    )
    if look.factor < 1.5:
        return ft.Row([names, sides], key=muscle.id, spacing=8)
    return ft.Column([names, sides], key=muscle.id, spacing=4, tight=True)


def _chip(
    look: Look, form: Unsaved[NeedlingDraft], muscle: str, words: str, side: LegSide, *, said: str = ""
) -> ft.Control:
    """A muscle of one leg to take or leave; `said` is what a screen reader says where the words are short."""
    needled = NeedledMuscle(muscle=muscle, side=side)
    picked = needled in form.now.muscles
    return ft.Chip(
        key=f"chip-{muscle}-{side}-{words}",
        label=ft.Text(
            _capital(words),
            size=16 * look.factor,
            color=ft.Colors.ON_PRIMARY if picked else look.ink,
            semantics_label=said or sided(side, words),
        ),
        selected=picked,
        selected_color=ft.Colors.PRIMARY,
        check_color=ft.Colors.ON_PRIMARY,
        show_checkmark=picked,
        padding=ft.Padding.symmetric(horizontal=6, vertical=12),
        visual_density=ft.VisualDensity.STANDARD,
        on_select=lambda: form.change(lambda now: now.toggled(needled)),
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

"""Diaries of made-up patients in which the numbers of the rules show: all kinds of days, always the same."""

from collections.abc import Iterator
from random import Random
from typing import Any

from homecare.domain.records.diary import Site
from homecare.domain.records.plan import AlertConfirmed
from tests.domain.care import LIBRARY, Care, when

DAYS = 36
Plan = tuple[str, str, str | None, tuple[str, ...]]
PLANS: tuple[Plan, ...] = (
    ("plantar-fasciitis", "pf-1", None, ("short-foot-seated", "calf-stretch-straight")),
    ("plantar-fasciitis", "pf-2", None, ("heel-raise-towel", "short-foot-standing")),
    ("flat-foot", "ff-1", None, ("short-foot-seated", "towel-calf-stretch")),
    ("ankle-sprain", "as-2", None, ("ankle-circles", "tandem-stand")),
    ("nerve-entrapment", "ne-1", "tibial", ("tibial-nerve-slider", "short-foot-seated")),
    ("shin-splints", "ss-1", None, ("band-up", "short-foot-seated")),
    ("stress-fracture", "sf-2", None, ("ankle-pumps", "straight-leg-raise")),
    ("achilles-tendinopathy", "at-mid-2-slow", "mid-portion", ("heel-raise-single", "seated-heel-raise")),
)
CLEARANCES = ("ne-checked", "sf-diagnosed", "sf-mobility", "sf-loading", "at-choose-slow")


def histories(count: int, plans: tuple[Plan, ...] = PLANS) -> list[Care]:
    """`count` diaries, the plans in turn."""
    return [_history(number, *plans[number % len(plans)]) for number in range(count)]


def _history(seed: int, condition: str, phase: str, variant: str | None, items: tuple[str, ...]) -> Care:
    chance = Random(seed)
    care = Care(condition, phase, variant=variant, first_step=chance.choice([None, 2, 4]))
    for clearance in CLEARANCES:
        care.clear(1, clearance)
    level = chance.randint(0, 7)
    gap = chance.choice([None, None, (12, 27), (9, 38)])
    for day in range(1, DAYS + 1):
        if gap and gap[0] <= day < gap[1]:
            continue
        if chance.random() < 0.25:
            level = min(10, max(0, level + chance.choice([-4, -2, -1, 1, 2, 3, 5])))
        _write_day(care, chance, day, level)
        if chance.random() < 0.6:
            _train(care, chance, day, level, items)
    for _ in range(chance.choice([0, 0, 1, 2])):
        day = chance.randint(3, DAYS)
        muscle = chance.choice(["soleus", "gastrocnemius", "flexor-digitorum-brevis", "tibialis-anterior"])
        care.needle(day, chance.choice([10, 16, 20]), muscle, heat_allowed=True)
        for after in (1, 2, 3):
            care.entry(day + after, 20.5, needling_soreness=chance.randint(0, 8))
    return care


def _write_day(care: Care, chance: Random, day: int, level: int) -> None:
    def near() -> int:
        return min(10, max(0, level + chance.choice([-1, 0, 0, 0, 1, 2])))

    answers: dict[str, Any] = {}
    if chance.random() < 0.8:
        answers["pain_first_step"] = near()
    if chance.random() < 0.3:
        answers["pain_next_morning"] = near()
    if chance.random() < 0.4:
        answers["sleep_woken"] = chance.random() < 0.5
    if chance.random() < 0.6:
        answers["stiffness_min"] = chance.choice([25, 30, 30, 35, 45])
    if answers:
        care.entry(day, 7.5, **answers)
    if chance.random() < 0.85:
        both = tuple(Site(region="heel-under", side=side) for side in ("L", "R"))
        words = chance.choice([(), (), ("numb",), ("sharp",), ("sharp", "numb")])
        care.entry(
            day,
            20,
            pain_worst=near(),
            pain_now=near(),
            quality=words,
            location=both if chance.random() < 0.4 else (),
        )


def _train(care: Care, chance: Random, day: int, level: int, items: tuple[str, ...]) -> None:
    done = items if chance.random() < 0.7 else items[:1]
    tingling = chance.choice([None, 0, 5, 10, 11, 15])
    pain = chance.choice([None, 0, 1, 2, 2, 3, 4, 5, 6, level])
    care.session(day, pain, *done, tingling_min=tingling)


def moments(chance: Random) -> Iterator[tuple[int, float]]:
    """When Today is asked: days and hours, early and late."""
    for _ in range(5):
        yield chance.randint(6, DAYS + 2), chance.choice([7, 9, 11.5, 12, 13, 19, 21])


Moments = tuple[tuple[int, float], ...]


def telling() -> Iterator[tuple[Care, Moments]]:
    """Diaries written for one number each, with the moments at which it tells."""
    yield from _needled()
    yield from _lights()
    yield from _changes()
    yield from _alerts()


def _needled() -> Iterator[tuple[Care, Moments]]:
    care = Care()
    care.needle(2, 10, "flexor-digitorum-brevis")
    hours = (3.99, 4.01, 23.5, 24.5, 25.5, 46.5, 47.5, 48.5, 49.5)
    yield care, tuple((2, 10 + after) for after in hours)
    for later, score in ((48, 5), (72, 3)):
        care = Care()
        care.needle(2, 10, "soleus")
        care.entry(2 + later // 24, 10.2, needling_soreness=score)
        yield care, ((2 + later // 24, 11),)


def _lights() -> Iterator[tuple[Care, Moments]]:
    for condition, phase, variant, item in (
        ("flat-foot", "ff-1", None, "short-foot-seated"),
        ("nerve-entrapment", "ne-1", "tibial", "short-foot-seated"),
        ("achilles-tendinopathy", "at-ins-1", "insertional", "heel-raise-double"),
        ("ankle-sprain", "as-2", None, "outer-ankle-push"),
        ("shin-splints", "ss-1", None, "short-foot-seated"),
        ("stress-fracture", "sf-2", None, "ankle-circles"),
    ):
        profile = LIBRARY.diary.profile(LIBRARY.condition(condition).pain_profile)
        for pain, morning in ((0, 3), (0, 4), (profile.green_max + 1, 2), (profile.amber_max + 1, 2)):
            care = Care(condition, phase, variant=variant)
            for clearance in ("ne-checked", "sf-mobility"):
                care.clear(1, clearance)
            care.mornings(2, 2, 2, 2, 2)
            care.session(5, pain, item)
            care.entry(6, 7.5, pain_first_step=morning, pain_next_morning=morning)
            yield care, ((6, 12),)
    for missed in ((), (5,), (5, 6), (5, 6, 7), (4, 5, 6, 7), (4, 5, 6, 7, 8)):
        care = Care()
        care.mornings(*[2] * 20)
        for day in range(1, 20):
            if day not in missed:
                care.session(day, 9 if day == 10 else 1, "short-foot-seated")
        yield care, tuple((day, 13.0) for day in range(13, 20))


def _changes() -> Iterator[tuple[Care, Moments]]:
    for latest in ((6, 6, 6, 5, 5), (7, 7, 7, 7, 6)):
        care = Care("flat-foot", "ff-1")
        care.worst(*[8] * 7)
        care.worst(*latest, day=17)
        yield care, ((21, 21),)
    care = Care()
    care.mornings(*[3] * 10)
    care.start("plantar-fasciitis", "pf-1", day=38)
    care.mornings(*[5] * 8, day=38)
    yield care, ((46, 21),)
    care = Care()
    care.worst(*[2] * 7, 6, 6, *[2] * 12, 6, 6, 6)
    yield care, ((22, 21), (23, 21), (24, 21))


def _alerts() -> Iterator[tuple[Care, Moments]]:
    care = Care()
    care.worst(9, 9, 9)
    care.plan.append(
        AlertConfirmed(**care._stamp(when(3, 21), "plan"), alert="al-severe", answer="have-called")
    )
    yield care, ((4, 20.5), (4, 21.5), (4, 22.5))
    for first in (7, 8, 9):
        care = Care()
        for day in range(1, first + 2):
            care.entry(day, quality=("numb",) if day >= first else ("aching",), pain_worst=2)
        yield care, ((first, 21), (first + 1, 21))

"""A foot or ankle condition: what a patient should know, when to seek help, and its phases."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from homecare.domain.library.phase import ALL_VARIANTS, Phase
from homecare.domain.library.validity import (
    require,
    require_one_of,
    require_unique,
    require_whole,
    require_words,
)

Urgency = Literal["soon", "urgent", "emergency"]
"""How soon a red flag needs a professional: this week, today, now. In rising order."""


UNSURE: Final = "unsure"
"""Id of the variant for a patient who does not know which one it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RedFlag:
    """A sign that needs a professional before exercise goes on.

    `covered_by` is the red flag of everyone that asks the same: this one is no longer asked, but a yes given
    to it before still holds.
    """

    id: str
    text: str
    urgency: Urgency
    covered_by: str | None = None

    def __post_init__(self) -> None:
        require_words("id", self.id)
        require_words("text", self.text)
        require_one_of("urgency", self.urgency, get_args(Urgency))


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFor:
    """Who should ask a clinician before using a condition's plan, in the words of its page.

    `asked` are the ids of the questions that find them (see AskFirst); empty where the plan opens only with
    a clinician anyway. `source` None: none is given.
    """

    text: str
    asked: tuple[str, ...]
    source: str | None = None

    def __post_init__(self) -> None:
        require_words("text", self.text)
        require_unique("asked", self.asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCheck:
    """A yes-or-no question on one `day` of the plan (day 1 is its first): `raises_if` raises `red_flag`.

    `red_flag` is the id of a red flag of the same condition. `id` is what the answer is stored under.
    """

    id: str
    day: int
    question: str
    raises_if: Literal["yes", "no"]
    red_flag: str
    source: str

    def __post_init__(self) -> None:
        require_words("id", self.id)
        require_words("question", self.question)
        require_whole("day", self.day, 2, 365)
        require_one_of("raises_if", self.raises_if, ("yes", "no"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A form of a condition with its own phases or exercises.

    `acts_as` is the variant whose plan is followed: its own id, another one while nobody is sure, or "all"
    for only what suits every variant. `never` are exercises that no plan on the same side may hold;
    `instead` names what takes the place of each, and `instead_note` says so to the patient ({exercise} is the
    name of the one that takes its place).
    """

    id: str
    name: str
    how_to_tell: str
    avoid: tuple[str, ...]
    acts_as: str
    never: tuple[str, ...] = ()
    instead: Mapping[str, str] = field(default_factory=dict)
    instead_note: str = ""

    def __post_init__(self) -> None:
        for name in ("id", "name", "how_to_tell", "acts_as"):
            require_words(name, getattr(self, name))
        require_unique("never", self.never)
        stray = sorted(set(self.instead) - set(self.never))
        require(not stray, f"instead replaces only what never names, not {', '.join(stray)}")
        both = sorted(set(self.instead.values()) & set(self.never))
        require(not both, f"never and instead both name {', '.join(both)}")
        require("{exercise}" in self.instead_note or not self.instead, "instead_note must name {exercise}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeCourse:
    """What to expect in words; after `review_if_no_change_weeks` without change a review is asked for."""

    text: str
    review_if_no_change_weeks: int
    source: str

    def __post_init__(self) -> None:
        require_words("text", self.text)
        require(bool(self.source.strip()), "the time course needs a source")
        require_whole("review_if_no_change_weeks", self.review_if_no_change_weeks, 1, 52)


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One condition with its phases in the order they are usually walked through.

    `name` is what a clinician calls it, `plain_name` what a person would say hurts. `pain_profile` is the id
    of the limits its traffic light uses; `primary_field` the diary field that
    shows its change best. `hard_rules` may not be switched off.
    """

    id: str
    name: str
    plain_name: str
    also_called: tuple[str, ...]
    what_it_is: str
    typical_symptoms: tuple[str, ...]
    self_care: tuple[str, ...]
    red_flags: tuple[RedFlag, ...]
    not_for: tuple[NotFor, ...]
    pain_profile: str
    primary_field: str
    time_course: TimeCourse
    phases: tuple[Phase, ...]
    variants: tuple[Variant, ...] = ()
    hard_rules: tuple[str, ...] = ()
    day_checks: tuple[DayCheck, ...] = ()

    def __post_init__(self) -> None:
        for name in ("id", "name", "plain_name", "what_it_is", "pain_profile", "primary_field"):
            require_words(name, getattr(self, name))
        require(bool(self.red_flags), "a condition names its red flags")
        require(bool(self.phases), "a condition has at least one phase")
        require_unique("red_flags", [flag.id for flag in self.red_flags])
        require_unique("phases", [phase.id for phase in self.phases])
        require_unique("day_checks", [check.id for check in self.day_checks])
        for check in self.day_checks:
            flags = [flag.id for flag in self.red_flags]
            require_one_of(f"red_flag of {check.id}", check.red_flag, flags)
        known = [variant.id for variant in self.variants]
        require_unique("variants", known)
        for variant in self.variants:
            require_one_of(f"acts_as of variant {variant.id}", variant.acts_as, (ALL_VARIANTS, *known))
        for phase in self.phases:
            for named in (phase.variant, *(item.variant for item in phase.items)):
                require_one_of(f"variant in phase {phase.id}", named, (ALL_VARIANTS, *known))

    def phase(self, phase_id: str) -> Phase:
        """The phase with this id; KeyError when the condition has none."""
        for phase in self.phases:
            if phase.id == phase_id:
                return phase
        raise KeyError(phase_id)

    def resolved_variant(self, variant: str | None) -> str:
        """The variant whose plan applies: `variant` itself, or what not being sure stands for.

        None is read as "unsure" where the condition has such a variant, else as "all". Raises KeyError for
        a variant the condition does not have.
        """
        acts_as = {variant.id: variant.acts_as for variant in self.variants}
        return acts_as.get(UNSURE, ALL_VARIANTS) if variant is None else acts_as[variant]

    def phases_for(self, variant: str | None) -> tuple[Phase, ...]:
        """The phases a patient with this variant can be in, in order."""
        resolved = self.resolved_variant(variant)
        return tuple(phase for phase in self.phases if phase.variant in (ALL_VARIANTS, resolved))

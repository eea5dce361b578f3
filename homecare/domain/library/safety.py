"""Safety as content: the red-flag screen, what each urgency asks for, and who should ask first."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, get_args

from homecare.domain.library.condition import RedFlag, Urgency
from homecare.domain.library.validity import (
    require,
    require_one_of,
    require_unique,
    require_whole,
    require_words,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgencyAction:
    """What the patient is told and what the app does for an urgency."""

    urgency: Urgency
    patient_text: str
    app_action: str

    def __post_init__(self) -> None:
        require_words("patient_text", self.patient_text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placeholder:
    """A word in braces that a setting fills, and what it means."""

    key: str
    meaning: str


AskFirstTheme = Literal["health", "injury", "age-and-feet"]
"""The pages the questions are asked on, in order."""
THEMES: tuple[AskFirstTheme, ...] = get_args(AskFirstTheme)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskFirstQuestion:
    """A yes-or-no question before the first session: a yes needs a clinician's clearance.

    `ask` is the question, `said` what a yes is called afterwards ("Blood thinners"). `everyone` is asked it;
    otherwise only patients with a condition that names it.
    """

    id: str
    theme: AskFirstTheme
    ask: str
    said: str
    everyone: bool = False

    def __post_init__(self) -> None:
        for name in ("id", "ask", "said"):
            require_words(name, getattr(self, name))
        require_one_of("theme", self.theme, THEMES)


@dataclass(frozen=True, slots=True, kw_only=True)
class RedFlagScreen:
    """The screening questions for every condition.

    Asked at the moments of `when`, one of which is after `after_days_without_entry` days without an
    entry. `rule` says what a yes does.
    """

    common_flags: tuple[RedFlag, ...]
    after_days_without_entry: int
    when: tuple[str, ...]
    rule: str

    def __post_init__(self) -> None:
        require(bool(self.common_flags), "the screen has at least one red flag")
        require_unique("common_flags", [flag.id for flag in self.common_flags])
        require_whole("after_days_without_entry", self.after_days_without_entry, 1, 365)


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyGuide:
    """Rules that hold for every condition, in words and numbers.

    For `needling_no_strength_h` hours after needling the muscle gets no strength exercise; its stretch is
    allowed from `needling_stretch_from_min` minutes on; for `needling_soreness_h` hours its soreness
    triggers neither flare nor red. After a red light or flare the easier version is used for
    `regress_days` days; `repeat_flares` flares in `repeat_flare_days` days ask to go back one phase.
    `status` is the sign-off state of the content, `evidence_notes` how far the numbers rest on sources.
    """

    status: str
    screen: RedFlagScreen
    urgency_actions: tuple[UrgencyAction, ...]
    ask_first: tuple[AskFirstQuestion, ...]
    progress_rule: str
    hold_rule: str
    regress_rule: str
    needling_rule: str
    needling_no_strength_h: int
    needling_stretch_from_min: int
    needling_soreness_h: int
    regress_days: int
    repeat_flares: int
    repeat_flare_days: int
    placeholders: tuple[Placeholder, ...]
    evidence_notes: tuple[str, ...]

    def __post_init__(self) -> None:
        require_words("status", self.status)
        named = [action.urgency for action in self.urgency_actions]
        require(sorted(named) == ["emergency", "soon", "urgent"], "each urgency has one action")
        require_unique("ask_first", [question.id for question in self.ask_first])

    def questions_for(self, wanted: Collection[str]) -> tuple[AskFirstQuestion, ...]:
        """The questions everyone is asked and those with an id in `wanted`, each once, in their order."""
        return tuple(question for question in self.ask_first if question.everyone or question.id in wanted)

    def action(self, urgency: Urgency) -> UrgencyAction:
        """What to do for an urgency."""
        return next(action for action in self.urgency_actions if action.urgency == urgency)

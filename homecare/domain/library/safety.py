"""Safety as content: the red-flag screen, what each urgency asks for, and who must not use the plans."""

from collections.abc import Iterable
from dataclasses import dataclass

from homecare.domain.library.condition import Condition, RedFlag, Urgency
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

    def __post_init__(self) -> None:
        require_words("patient_text", self.patient_text)


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
class AskFirstTheme:
    """A page of questions and its heading."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskFirstQuestion:
    """A yes-or-no question before the first session; a yes asks for a clinician's clearance.

    Asked for every plan when `everyone`, else for the conditions whose `not_for` names it. `note` says what a
    yes means, "" where the question says it all.
    """

    id: str
    theme: str
    question: str
    note: str = ""
    everyone: bool = False

    def __post_init__(self) -> None:
        require_words("id", self.id)
        require_words("question", self.question)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskFirst:
    """Who should ask a clinician first. `clearance` is the id under which the clinician's yes is recorded."""

    clearance: str
    themes: tuple[AskFirstTheme, ...]
    questions: tuple[AskFirstQuestion, ...]

    def __post_init__(self) -> None:
        require_words("clearance", self.clearance)
        require_unique("themes", [theme.id for theme in self.themes])
        require_unique("questions", [question.id for question in self.questions])
        for question in self.questions:
            themes = [theme.id for theme in self.themes]
            require_one_of(f"theme of {question.id}", question.theme, themes)

    def questions_for(self, conditions: Iterable[Condition]) -> tuple[AskFirstQuestion, ...]:
        """The questions to ask for plans of these conditions, by theme, each once."""
        wanted = {
            question
            for condition in conditions
            for caution in condition.not_for
            for question in caution.asked
        }
        order = [theme.id for theme in self.themes]
        asked = [question for question in self.questions if question.everyone or question.id in wanted]
        return tuple(sorted(asked, key=lambda question: order.index(question.theme)))


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyGuide:
    """Rules that hold for every condition, in words and numbers.

    For `needling_no_strength_h` hours after needling the muscle gets no strength exercise, and until
    `needling_easier_h` hours only the easier version; its stretch is allowed from `needling_stretch_from_min`
    minutes on. The diary's rules say how long soreness calls no flare and turns no light red, and what a
    flare leads to.
    """

    screen: RedFlagScreen
    urgency_actions: tuple[UrgencyAction, ...]
    needling_no_strength_h: int
    needling_stretch_from_min: int
    needling_easier_h: int

    def __post_init__(self) -> None:
        require_whole("needling_easier_h", self.needling_easier_h, self.needling_no_strength_h, 168)
        named = [action.urgency for action in self.urgency_actions]
        require(sorted(named) == ["emergency", "soon", "urgent"], "each urgency has one action")

    def action(self, urgency: Urgency) -> UrgencyAction:
        """What to do for an urgency."""
        return next(action for action in self.urgency_actions if action.urgency == urgency)

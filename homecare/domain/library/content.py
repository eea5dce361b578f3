"""The clinical content as the rules ask for it: each part is read when it is first needed."""

from collections.abc import Mapping
from typing import Protocol, Self

from homecare.domain.library.aftercare import AftercareGuide
from homecare.domain.library.condition import Condition
from homecare.domain.library.diary import DiaryGuide
from homecare.domain.library.exercise import Exercise
from homecare.domain.library.questionnaire import Questionnaire
from homecare.domain.library.safety import AskFirst, SafetyGuide


class TodayContent(Protocol):
    """The clinical content, each part read when it is first asked for."""

    @property
    def condition_ids(self) -> tuple[str, ...]:
        """Ids of all conditions."""

    @property
    def exercise_ids(self) -> tuple[str, ...]:
        """Ids of all exercises."""

    @property
    def diary(self) -> DiaryGuide:
        """The diary's numbers and words."""

    @property
    def safety(self) -> SafetyGuide:
        """The red-flag screen and what each urgency asks for."""

    @property
    def ask_first(self) -> AskFirst:
        """Who should ask a clinician before the first session."""

    @property
    def aftercare(self) -> AftercareGuide:
        """Aftercare following dry needling."""

    @property
    def questionnaires(self) -> tuple[Questionnaire, ...]:
        """The questionnaires that may be asked, in the order of their ids."""

    def condition(self, condition_id: str) -> Condition:
        """The condition with this id."""

    def exercise(self, exercise_id: str) -> Exercise:
        """The exercise with this id."""

    def with_exercises(self, more: Mapping[str, Exercise]) -> Self:
        """The same content with more exercises by their ids, such as those a clinician wrote."""


def known_exercise(content: TodayContent, exercise_id: str) -> Exercise | None:
    """The exercise with this id, None when the content no longer has it (an old record may name it)."""
    return content.exercise(exercise_id) if exercise_id in content.exercise_ids else None

"""A questionnaire that the patient answered: kept with the plan, whose course it tells."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from homecare.domain.library.faults import FaultCode, refuse_unless
from homecare.domain.library.validity import require_id, require_unique, require_whole, require_words
from homecare.domain.records.decisions import PlanEvent
from homecare.domain.records.plain import keep_lines

MOST_ITEMS: Final = 60
MOST_VALUE: Final = 100
LONGEST_ITEM: Final = 80
"""Characters of an activity in the patient's own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAnswer:
    """The answer to one item, as the questionnaire's own scale counts it.

    `text` are the patient's words for an item of their own; such an item keeps its id from one time to the
    next. "" for an item of the questionnaire.
    """

    item: str
    value: int
    text: str = ""

    def __post_init__(self) -> None:
        """Refuse an id that is none, a value off every scale, and a text longer than a line."""
        require_id("item", self.item)
        require_whole("value", self.value, 0, MOST_VALUE)
        keep_lines(self, {"text": self.text})
        refuse_unless(len(self.text) <= LONGEST_ITEM, FaultCode.ACTIVITY_TOO_LONG, most=LONGEST_ITEM)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionnaireAnswered(PlanEvent):
    """One questionnaire answered at one time, by its id in the content; an item left out is not there."""

    questionnaire: str
    answers: tuple[ItemAnswer, ...]

    def __post_init__(self) -> None:
        """Check the answers as well."""
        super(QuestionnaireAnswered, self).__post_init__()
        require_words("questionnaire", self.questionnaire)
        require_unique("answers", [answer.item for answer in self.answers])
        refuse_unless(0 < len(self.answers) <= MOST_ITEMS, FaultCode.QUESTIONNAIRE_SIZE, most=MOST_ITEMS)

    @property
    def values(self) -> Mapping[str, int]:
        """The answers by item."""
        return {answer.item: answer.value for answer in self.answers}

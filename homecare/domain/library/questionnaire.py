"""A questionnaire beside the pain diary: what it asks, how often, how it is scored, and who owns its words.

One content file is one questionnaire. A licensed one stays off until its owner has agreed: then its `licence`
becomes "agreed" in the file, and nothing else changes.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, get_args

from homecare.domain.library.validity import (
    require,
    require_id,
    require_one_of,
    require_unique,
    require_whole,
    require_words,
)

Scoring = Literal["mean", "percent"]
"""mean: of the answered items; percent: of the most that the answered items can reach."""
JudgedBy = Literal["change", "answer"]
"""change: the score against the one at the start; answer: the score itself, because it asks for change."""
Licence = Literal["own-words", "agreed", "needed"]
"""own-words: the text is the app's own; agreed: its owner has agreed in writing; needed: nobody has yet."""
Judgement = Literal["better", "same", "worse"]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionnaireItem:
    """One question with fixed words."""

    id: str
    question: str

    def __post_init__(self) -> None:
        require_id("id", self.id)
        require_words("question", self.question)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerWord:
    """What one number of the scale means: at both ends of it, or for each answer."""

    value: int
    meaning: str

    def __post_init__(self) -> None:
        require_words("meaning", self.meaning)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnItems:
    """The patient writes the items: `usual` of them are asked for, up to `most` are taken."""

    usual: int
    most: int
    label: str
    again: str

    def __post_init__(self) -> None:
        require_whole("usual", self.usual, 1, self.most)
        require_words("label", self.label)
        require_words("again", self.again)


@dataclass(frozen=True, slots=True, kw_only=True)
class Questionnaire:
    """A questionnaire; answers are whole numbers from `least` to `most`.

    It is first asked `first_day` days after the plan's start, then `every_days` days after it was last
    answered, and after each phase change where `at_phase_change`. A score needs `min_answered` answers; an
    item left out is never filled in. `better` and `worse` are the limits of the judgement: of the change for
    "change", of the answer itself for "answer"; on a scale where a higher score is worse, `better` is the
    smaller one. With fewer than `few_items` items compared, `few_limit` takes the place of both limits.
    `source` is a key of sources.toml; `owner` says who owns the words and what was agreed. None of it ever
    steers a dose.
    """

    id: str
    title: str
    question: str
    note: str
    source: str
    licence: Licence
    owner: str
    first_day: int
    every_days: int
    at_phase_change: bool
    least: int
    most: int
    words: tuple[AnswerWord, ...]
    scoring: Scoring
    min_answered: int
    judged_by: JudgedBy
    better: float
    worse: float
    few_items: int = 0
    few_limit: float = 0.0
    own_items: OwnItems | None = None
    items: tuple[QuestionnaireItem, ...] = ()

    def __post_init__(self) -> None:
        require_id("id", self.id)
        for name in ("title", "question", "source", "owner"):
            require_words(name, getattr(self, name))
        for name, kind in (("licence", Licence), ("scoring", Scoring), ("judged_by", JudgedBy)):
            require_one_of(name, getattr(self, name), get_args(kind))
        require_whole("first_day", self.first_day, 0, 365)
        require_whole("every_days", self.every_days, 1, 365)
        require_whole("most", self.most, self.least + 1, 100)
        require_unique("items", [item.id for item in self.items])
        require_unique("words", [str(word.value) for word in self.words])
        inside = all(self.least <= word.value <= self.most for word in self.words)
        require(inside and len(self.words) >= 2, "words name both ends of the scale, or each answer")
        require((self.own_items is None) == bool(self.items), "either items or own_items, not both")
        require_whole("min_answered", self.min_answered, 1, len(self.items) or self.most_items)
        require(self.better != self.worse, "better and worse are two limits")

    @property
    def on(self) -> bool:
        """Whether it may be asked: its words are the app's own, or their owner has agreed."""
        return self.licence != "needed"

    @property
    def most_items(self) -> int:
        """How many items it can have."""
        return self.own_items.most if self.own_items is not None else len(self.items)

    @property
    def every_answer_named(self) -> bool:
        """Whether each answer has words of its own, so that it is chosen by them and not by its number."""
        return len(self.words) == self.most - self.least + 1

    def meaning(self, value: int) -> str:
        """The words of an answer, "" for one that has none."""
        return next((word.meaning for word in self.words if word.value == value), "")

    def judged(self, value: Fraction, compared: int) -> Judgement:
        """What a change (or an answer) of `value` means, with so many items `compared`."""
        better, worse = self.better, self.worse
        if self.judged_by == "change" and compared < self.few_items:
            better, worse = (
                (self.few_limit, -self.few_limit) if better > worse else (-self.few_limit, self.few_limit)
            )
        up = better > worse
        if value >= better if up else value <= better:
            return "better"
        if value <= worse if up else value >= worse:
            return "worse"
        return "same"

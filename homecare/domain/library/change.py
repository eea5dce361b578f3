"""How change over weeks is named, and what missing days mean: numbers and wording."""

from dataclasses import dataclass
from typing import Literal

from homecare.domain.library.validity import require, require_unique, require_whole, require_words

ChangeId = Literal["clearly-better", "little-better", "same", "little-worse", "clearly-worse"]
BETTER: tuple[ChangeId, ...] = ("clearly-better", "little-better")
WORSE: tuple[ChangeId, ...] = ("clearly-worse", "little-worse")
CLEAR: tuple[ChangeId, ...] = ("clearly-better", "clearly-worse")
"""Labels of the change since the baseline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineGuide:
    """Baseline: mean of the first `first_days` diary days of a plan, needing `min_values` values.

    Computed for each of `fields`. A plan restarted after `rebaseline_after_days` days or more without
    entries gets a new one. `display` says in words how it is shown.
    """

    first_days: int
    min_values: int
    fields: tuple[str, ...]
    rebaseline_after_days: int
    display: str

    def __post_init__(self) -> None:
        require_whole("min_values", self.min_values, 1, self.first_days)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLabel:
    """One label: a drop or rise of at least `points_min` and less than `points_below` (None: no upper end)
    points NPRS, and of at least `percent_min` percent of the baseline. Direction "none" is the rest: it has
    no limits of its own.
    """

    id: ChangeId
    direction: Literal["drop", "rise", "none"]
    rule: str
    text: str
    patient_text: str
    source: str
    points_min: float = 0.0
    percent_min: float = 0.0
    points_below: float | None = None

    def __post_init__(self) -> None:
        require_words("text", self.text)
        require_words("patient_text", self.patient_text)
        require(bool(self.source.strip()), f"change label {self.id} needs a source")
        require(
            self.points_min >= 0 and 0 <= self.percent_min <= 100, "limits of a change label are not negative"
        )
        require(
            self.direction != "none" or self.points_min == self.percent_min == 0,
            f"the change label {self.id} is what is left, so it has no limits",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeGuide:
    """Comparison of the latest `window_days` diary days (`min_values` needed) with the baseline.

    `evaluation_order` is the order in which labels are tried. Under a baseline of `low_baseline_below` the
    labels of `low_baseline_hides` are not shown: a floor hides improvement, not worsening.
    """

    window_days: int
    min_values: int
    low_baseline_below: float
    low_baseline_hides: tuple[ChangeId, ...]
    default_primary_field: str
    labels: tuple[ChangeLabel, ...]
    evaluation_order: tuple[ChangeId, ...]

    def __post_init__(self) -> None:
        require_whole("min_values", self.min_values, 1, self.window_days)
        require_unique("labels", [label.id for label in self.labels])
        require_unique("low_baseline_hides", self.low_baseline_hides)
        same = sorted(self.evaluation_order) == sorted(label.id for label in self.labels)
        require(same, "evaluation_order names each change label once")

    def label(self, label_id: ChangeId) -> ChangeLabel:
        """The label with this id."""
        return next(label for label in self.labels if label.id == label_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nudge:
    """A kind word after this many days in a row without an entry."""

    after_missing_days: int
    text: str

    def __post_init__(self) -> None:
        require_whole("after_missing_days", self.after_missing_days, 1, 365)
        require_words("text", self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingDayGuide:
    """What missing days mean.

    The criterion no_flare needs `no_flare_min_days` recorded days in its window, next_morning_rise
    `rise_min_mornings` known mornings and none missing. A mean needs `mean_min_values` of `mean_days`; at
    most `max_nudges` nudges are shown; the red-flag screen runs again after `screen_after_days` days, a
    restart is asked after `restart_after_days` days. The texts say the rules in words.
    """

    no_flare_min_days: int
    rise_min_mornings: int
    mean_min_values: int
    mean_days: int
    max_nudges: int
    screen_after_days: int
    restart_after_days: int
    nudges: tuple[Nudge, ...]
    chart: str
    progression: str

    def __post_init__(self) -> None:
        require_whole("mean_min_values", self.mean_min_values, 1, self.mean_days)
        days = [nudge.after_missing_days for nudge in self.nudges]
        require(days == sorted(set(days)), "nudges are ordered by their days")

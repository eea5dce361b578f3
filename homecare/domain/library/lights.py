"""What the traffic light and the flare rule say, and the numbers they use. The rules themselves are code."""

from dataclasses import dataclass
from datetime import time
from typing import Literal, get_args

from homecare.domain.library.scales import NPRS_MAX, NPRS_MIN
from homecare.domain.library.validity import (
    require,
    require_one_of,
    require_unique,
    require_whole,
    require_words,
)

AmberEases = Literal["rise-only", "any"]
"""Which ambers in a row lead to the easier version: those with a raised next morning, or any."""
LightColour = Literal["green", "amber", "red", "grey"]
"""grey: no pain during exercise was logged, so no guide can be given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PainProfile:
    """Limits of the traffic light (NPRS 0 to 10, both limits included in their colour).

    Pain during exercise up to `green_max` is green, up to `amber_max` amber, above it red. A next-morning
    rise above `rise_green_max` points is amber, from `rise_red_min` points on red. `direct_for` are the
    conditions the source itself studied: for any other the use is an extension by usual practice.
    `amber_eases` is which ambers in a row lead to the easier version. The profile's own signs make a light
    red without a score: tingling of more than `tingling_red_above_min` minutes (None: not asked), a yes to
    one of `morning_signs` (ids of yes-or-no diary fields, asked the morning after a session) or of
    `session_signs` (ids of session questions).
    """

    id: str
    green_max: int
    amber_max: int
    rise_green_max: int
    rise_red_min: int
    source: str
    amber_eases: AmberEases
    tingling_red_above_min: int | None = None
    morning_signs: tuple[str, ...] = ()
    session_signs: tuple[str, ...] = ()
    direct_for: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        require_words("id", self.id)
        require(bool(self.source.strip()), f"pain profile {self.id} needs a source")
        require_one_of("amber_eases", self.amber_eases, get_args(AmberEases))
        require_whole("green_max", self.green_max, NPRS_MIN, NPRS_MAX)
        require_whole("amber_max", self.amber_max, self.green_max, NPRS_MAX)
        require_whole("rise_green_max", self.rise_green_max, 0, NPRS_MAX)
        require_whole("rise_red_min", self.rise_red_min, self.rise_green_max + 1, NPRS_MAX)


@dataclass(frozen=True, slots=True, kw_only=True)
class LightGuide:
    """What one light says and leads to.

    `say_now` is said right after the session. Numbers are None where a light has none: after
    `regress_item_after_consecutive` in a row the easier version is used, after a red one `rest_days` without
    it and `easier_version_days` with it.
    """

    id: LightColour
    say_now: str
    regress_item_after_consecutive: int | None = None
    rest_days: int | None = None
    easier_version_days: int | None = None

    def __post_init__(self) -> None:
        require_words("say_now", self.say_now)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrafficLightGuide:
    """The traffic light: its four lights and its numbers.

    `usual_morning_days` before the session day need `usual_morning_min_values` values for a usual morning.
    After `morning_ends` (local time) a missing next-morning value leaves the light provisional.
    `needling_h` hours after needling a sore morning never changes the light. The next step of a dose needs
    `progress_greens` final greens in a row, the next phase `phase_change_greens` of them (0: its exit
    criteria alone hold the pain limit); both need no red in `progress_no_red_days` days and
    `progress_adherence_pct` percent over `progress_adherence_days` days; items whose dose comes from one
    of `week_based_sources` change step by weeks instead, and only red or a flare blocks them.
    """

    lights: tuple[LightGuide, ...]
    usual_morning_days: int
    usual_morning_min_values: int
    morning_ends: time
    needling_h: int
    progress_greens: int
    phase_change_greens: int
    progress_no_red_days: int
    progress_adherence_pct: int
    progress_adherence_days: int
    week_based_sources: tuple[str, ...]
    source: str

    def __post_init__(self) -> None:
        require_unique("lights", [light.id for light in self.lights])
        require(len(self.lights) == 4, "the traffic light has green, amber, red and grey")
        require(bool(self.source.strip()), "the traffic light needs a source")
        require_whole("usual_morning_min_values", self.usual_morning_min_values, 1, self.usual_morning_days)
        require_whole("phase_change_greens", self.phase_change_greens, 0, 20)
        require_whole("progress_adherence_pct", self.progress_adherence_pct, 1, 100)

    def light(self, colour: LightColour) -> LightGuide:
        """The guide of one light."""
        return next(light for light in self.lights if light.id == colour)


@dataclass(frozen=True, slots=True, kw_only=True)
class FlareGuide:
    """When a flare is called, when it ends, and what to say (NPRS points of pain_worst).

    Called at `points_above_mean` over the mean of the `mean_days` recorded days before, on `days_in_a_row`
    days, or at `severe_at` or more on one day that is also that far above the mean. Needs
    `min_recorded_days` of the `mean_days`. Days within `needling_h` hours of needling are left out. Ends
    after `ends_after_days` days in a row within `ends_within_points` of the mean before it. The easier
    version is used for `easier_days`; `repeat_flares` in `repeat_days` days ask to go back one phase.
    """

    points_above_mean: int
    days_in_a_row: int
    severe_at: int
    mean_days: int
    min_recorded_days: int
    needling_h: int
    ends_after_days: int
    ends_within_points: int
    easier_days: int
    repeat_flares: int
    repeat_days: int
    say: str

    def __post_init__(self) -> None:
        require_words("say", self.say)
        require_whole("severe_at", self.severe_at, 1, NPRS_MAX)
        require_whole("points_above_mean", self.points_above_mean, 1, NPRS_MAX)
        require_whole("min_recorded_days", self.min_recorded_days, 1, self.mean_days)

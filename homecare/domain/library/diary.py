"""The diary as content: its alerts, the codes for exports, and everything else of it put together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from enum import StrEnum
from typing import Literal, get_args

from homecare.domain.library.change import BaselineGuide, ChangeGuide, ChangeId, MissingDayGuide
from homecare.domain.library.foot_map import FootMapGuide
from homecare.domain.library.lights import FlareGuide, PainProfile, TrafficLightGuide
from homecare.domain.library.questions import DiaryField, EntrySlot, SessionQuestion
from homecare.domain.library.validity import (
    require,
    require_one_of,
    require_unique,
    require_whole,
    require_words,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportCode:
    """A code of a public code system: LOINC or SNOMED CT."""

    system: Literal["loinc", "snomed"]
    code: str
    display: str
    used_for: str

    def __post_init__(self) -> None:
        require_words("code", self.code)
        require_words("display", self.display)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportGuide:
    """What the exports need: the codes, and the notice that LOINC asks for."""

    loinc_notice: str
    codes: tuple[ExportCode, ...]

    def code(self, code: str) -> ExportCode:
        """The entry of one code; KeyError when the content does not have it."""
        for known in self.codes:
            if known.code == code:
                return known
        raise KeyError(code)


class AlertId(StrEnum):
    """The alerts there are: each has its rule in code, and its words and numbers in the content."""

    RED_FLAG = "al-redflag"
    SEVERE = "al-severe"
    NIGHT = "al-night"
    BONE_LOAD = "al-boneload"
    NUMB = "al-numb"
    INFLAMMATION = "al-inflam"
    WORSENING = "al-worsening"
    NO_PROGRESS = "al-noprogress"
    NEEDLING = "al-needling"
    REPEATED_FLARES = "al-flare2"
    INJURY_PAIN = "al-sf-pain"


NUMBERS_READ: Mapping[AlertId, frozenset[str]] = {
    AlertId.SEVERE: frozenset({"at_least", "days_in_a_row"}),
    AlertId.NIGHT: frozenset({"days", "window_days"}),
    AlertId.BONE_LOAD: frozenset({"sessions_in_a_row"}),
    AlertId.NUMB: frozenset({"days_in_a_row", "absent_first_days"}),
    AlertId.INFLAMMATION: frozenset({"at_least", "days", "window_days"}),
    AlertId.WORSENING: frozenset({"weekly_checks_in_a_row"}),
    AlertId.NEEDLING: frozenset({"at_least_48h", "at_least_72h"}),
    AlertId.INJURY_PAIN: frozenset({"at_least"}),
}
"""The numbers the rule of an alert reads, by name; an alert that is not here reads none of its own."""

AlertSeverity = Literal["soon", "call-today", "urgent", "emergency", "by-urgency"]
"""In rising order; by-urgency: as urgent as the red flag behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertRule:
    """One alert: `rule` in words, and what the rule in code reads.

    `diary_field` is what it looks at; `numbers` its limits by name; `conditions` the only conditions it
    is for (empty: all); `qualities`, `regions` and `labels` the words of pain, foot regions and change
    labels it looks for. `to_patient` may hold placeholders such as {clinic_phone}; it is "" only for
    severity by-urgency, where the action of the red flag's urgency speaks.
    """

    id: str
    severity: AlertSeverity
    rule: str
    to_patient: str = ""
    diary_field: str | None = None
    numbers: Mapping[str, int] = field(default_factory=dict)
    conditions: tuple[str, ...] = ()
    qualities: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    labels: tuple[ChangeId, ...] = ()

    def __post_init__(self) -> None:
        require_words("id", self.id)
        require_words("rule", self.rule)
        if self.severity != "by-urgency":
            require_words("to_patient", self.to_patient)
        require_one_of("severity", self.severity, get_args(AlertSeverity))
        require_one_of("the id of an alert", self.id, tuple(AlertId))
        wanted = NUMBERS_READ.get(AlertId(self.id), frozenset())
        missing, unread = sorted(wanted - set(self.numbers)), sorted(set(self.numbers) - wanted)
        require(not missing, f"alert {self.id} needs the number {', '.join(missing)}")
        require(not unread, f"no rule reads the number {', '.join(unread)} of alert {self.id}")


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryGuide:
    """Everything the diary needs to know that is content.

    Entries may be added `late_entry_days` days back,
    and edited up to `edit_days` days. An entry written more than `count_within_days` days after its day is
    kept and shown, but counts for no light, flare, alert, baseline or phase: remembered pain steers nothing.
    An alert is shown at most once per `alert_repeat_h` hours;
    `alert_order` lists severities, the most urgent first.
    """

    title: str
    monitoring_notice: str
    late_entry_days: int
    edit_days: int
    count_within_days: int
    entry_slots: tuple[EntrySlot, ...]
    fields: tuple[DiaryField, ...]
    session_questions: tuple[SessionQuestion, ...]
    foot_map: FootMapGuide
    pain_profiles: tuple[PainProfile, ...]
    traffic_light: TrafficLightGuide
    baseline: BaselineGuide
    change: ChangeGuide
    missing_days: MissingDayGuide
    flare: FlareGuide
    alerts: tuple[AlertRule, ...]
    alert_order: tuple[str, ...]
    alert_repeat_h: int
    export: ExportGuide

    def __post_init__(self) -> None:
        require_words("monitoring_notice", self.monitoring_notice)
        require_whole("late_entry_days", self.late_entry_days, 0, 30)
        require_whole("count_within_days", self.count_within_days, self.late_entry_days, 30)
        for name in ("fields", "pain_profiles", "alerts", "entry_slots"):
            require_unique(name, [part.id for part in getattr(self, name)])
        missing = sorted(set(AlertId) - {alert.id for alert in self.alerts})
        require(not missing, f"there is no alert {', '.join(missing)}")
        named = {alert.severity for alert in self.alerts} - {"by-urgency"} | {"emergency", "urgent", "soon"}
        require(sorted(self.alert_order) == sorted(named), "alert_order names each severity once")

    def slot_at(self, at: datetime) -> EntrySlot | None:
        """Which questions fit an instant, by the patient's own clock; None between morning and evening."""
        clock = time(at.hour, at.minute)
        return next((slot for slot in self.entry_slots if slot.open_at(clock)), None)

    def field(self, field_id: str) -> DiaryField:
        """The field with this id; KeyError when there is none."""
        return {field.id: field for field in self.fields}[field_id]

    def session_question(self, question_id: str) -> SessionQuestion:
        """The session question with this id; KeyError when there is none."""
        return {question.id: question for question in self.session_questions}[question_id]

    def profile(self, profile_id: str) -> PainProfile:
        """The pain profile with this id; KeyError when there is none."""
        return {profile.id: profile for profile in self.pain_profiles}[profile_id]

    def alert(self, alert_id: str) -> AlertRule:
        """The alert with this id; KeyError when there is none."""
        return {alert.id: alert for alert in self.alerts}[alert_id]

"""The diary as content: its alerts, and everything else of it put together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from typing import Literal, get_args

from homecare.domain.library.change import BaselineGuide, ChangeGuide, ChangeId, MissingDayGuide
from homecare.domain.library.codes import ExportGuide
from homecare.domain.library.foot_map import FootMapGuide
from homecare.domain.library.lights import FlareGuide, PainProfile, TrafficLightGuide
from homecare.domain.library.questions import DiaryField, EntrySlot, SessionQuestion
from homecare.domain.library.validity import require_one_of, require_unique, require_whole, require_words

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


@dataclass(frozen=True, slots=True, kw_only=True)
class SeverityText:
    """What an alert severity asks for."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryGuide:
    """Everything the diary needs to know that is content.

    Diary days start at `day_starts_at` local time. Entries may be added `late_entry_days` days back,
    and edited up to `edit_days` days. An entry written more than `count_within_days` days after its day is
    kept and shown, but counts for no light, flare, alert, baseline or phase: remembered pain steers nothing.
    An alert is shown at most once per `alert_repeat_h` hours;
    `alert_order` lists severities, the most urgent first.
    """

    title: str
    monitoring_notice: str
    day_starts_at: time
    late_entry_days: int
    edit_days: int
    count_within_days: int
    day_boundary: str
    late_entry: str
    scale_rule: str
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
    alert_severities: tuple[SeverityText, ...]
    alert_order: tuple[str, ...]
    alert_repeat_h: int
    alert_text_rules: tuple[str, ...]
    export: ExportGuide

    def __post_init__(self) -> None:
        require_words("monitoring_notice", self.monitoring_notice)
        require_whole("late_entry_days", self.late_entry_days, 0, 30)
        require_whole("count_within_days", self.count_within_days, self.late_entry_days, 30)
        for name in ("fields", "pain_profiles", "alerts", "entry_slots"):
            require_unique(name, [one.id for one in getattr(self, name)])

    def field(self, field_id: str) -> DiaryField:
        """The field with this id; KeyError when there is none."""
        return {known.id: known for known in self.fields}[field_id]

    def session_question(self, question_id: str) -> SessionQuestion:
        """The session question with this id; KeyError when there is none."""
        return {known.id: known for known in self.session_questions}[question_id]

    def profile(self, profile_id: str) -> PainProfile:
        """The pain profile with this id; KeyError when there is none."""
        return {known.id: known for known in self.pain_profiles}[profile_id]

    def alert(self, alert_id: str) -> AlertRule:
        """The alert with this id; KeyError when there is none."""
        return {known.id: known for known in self.alerts}[alert_id]

"""An invalid value, as a code and the facts behind it; `homecare.wording.faults` says it in words."""

from enum import StrEnum


class FaultCode(StrEnum):
    """What is wrong with a value."""

    NO_NUMBER = "no-number"
    OFF_SCALE = "off-scale"
    OFF_STEPS = "off-steps"
    NOT_WHOLE = "not-whole"
    NO_OFFSET = "no-offset"
    EMPTY = "empty"
    NOT_ONE_OF = "not-one-of"
    TWICE = "twice"
    YEAR_OUT_OF_RANGE = "year-out-of-range"

    DOSE_WITHOUT_AMOUNT = "dose-without-amount"
    DOSE_WITH_TWO_AMOUNTS = "dose-with-two-amounts"
    HOLD_WITHOUT_REPEATS = "hold-without-repeats"
    HOLD_AND_TEMPO = "hold-and-tempo"
    TEMPO_WITHOUT_TIME = "tempo-without-time"
    NO_SUCH_NUMBER = "no-such-number"
    REST_DAYS_TOO_MANY = "rest-days-too-many"

    ENTRY_WITHOUT_ANSWER = "entry-without-answer"
    NOTE_TOO_LONG = "note-too-long"
    MEDICINE_TOO_LONG = "medicine-too-long"
    TOO_MANY_WORDS = "too-many-words"
    PLACE_WITHOUT_SIDE = "place-without-side"
    PLACE_TWICE = "place-twice"
    CORRECTION_UNKNOWN = "correction-unknown"

    SESSION_ENDS_EARLY = "session-ends-early"
    SETS_MORE_THAN_PLANNED = "sets-more-than-planned"
    EXERCISE_TOO_LONG = "exercise-too-long"
    NO_EXERCISE = "no-exercise"
    NO_LEG = "no-leg"
    BEFORE_START = "before-start"
    NOT_SEEN = "not-seen"
    SESSION_UNREADABLE = "session-unreadable"

    NO_MUSCLE = "no-muscle"
    MUSCLE_WITHOUT_SIDE = "muscle-without-side"
    MUSCLE_TWICE = "muscle-twice"
    NEEDLE_COUNT = "needle-count"

    QUESTIONNAIRE_SIZE = "questionnaire-size"
    ACTIVITY_TOO_LONG = "activity-too-long"

    DOSE_NUMBER = "dose-number"
    CLEARANCE_WITHOUT_NAME = "clearance-without-name"
    PHONE_TOO_LONG = "phone-too-long"
    VOICE_TOO_LONG = "voice-too-long"
    CLOCK_WITH_ZONE = "clock-with-zone"
    ABOUT_TOO_MUCH = "about-too-much"
    ABOUT_TOO_LONG = "about-too-long"
    NO_SUCH_FILE = "no-such-file"
    NO_LANGUAGE = "no-language"
    PERIOD_BACKWARDS = "period-backwards"
    DAY_OUTSIDE = "day-outside"

    TOO_MANY_EXERCISES = "too-many-exercises"
    DAY_OUT_OF_RANGE = "day-out-of-range"
    EXPIRES_TOO_SOON = "expires-too-soon"
    CLINIC_NAME = "clinic-name"
    CLINIC_SPACES = "clinic-spaces"
    REVIEW_TOO_SOON = "review-too-soon"
    TEXT_TOO_LONG = "text-too-long"
    TOO_MANY_LINES = "too-many-lines"
    TWO_LOADS = "two-loads"
    LOAD_KG = "load-kg"
    WEARING_IN = "wearing-in"
    PICTURE_TOO_LARGE = "picture-too-large"
    NO_PICTURE = "no-picture"
    WEEK_OF_SEVEN = "week-of-seven"

    UNKNOWN_CONDITION = "unknown-condition"
    UNKNOWN_VARIANT = "unknown-variant"
    UNKNOWN_PHASE = "unknown-phase"
    UNKNOWN_EXERCISE = "unknown-exercise"
    PHASE_OF_VARIANT = "phase-of-variant"
    CLINIC_NEEDED = "clinic-needed"
    NEVER_WITH_VARIANT = "never-with-variant"
    WEIGHT_ON_FRACTURE = "weight-on-fracture"
    NOT_OF_PHASE = "not-of-phase"
    LIMIT_RAISED = "limit-raised"


class FaultError(ValueError):
    """An invalid value: its `code`, and `facts` such as the name of the field and its limits.

    `str()` lists both for a log or a test. People read `homecare.wording.faults.what_is_wrong`.
    """

    def __init__(self, code: FaultCode, **facts: object) -> None:
        self.code = code
        self.facts = facts
        listed = ", ".join(f"{name}={fact}" for name, fact in facts.items())
        super().__init__(f"{code} ({listed})" if facts else str(code))


def refuse_unless(holds: bool, code: FaultCode, **facts: object) -> None:
    """Raise a FaultError with these facts unless `holds` is true."""
    if not holds:
        raise FaultError(code, **facts)

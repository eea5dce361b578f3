"""What is wrong with a value, in one sentence: for the patient, the clinician and the command line alike."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from homecare.domain.library.faults import FaultCode, FaultError
from homecare.sentences import SentenceError
from homecare.wording import _, of_marked

NO_NAMES: Final[Mapping[str, str]] = MappingProxyType({})


def what_is_wrong(fault: BaseException, names: Mapping[str, str] = NO_NAMES) -> str:
    """One sentence about this fault; `names` gives what people call a condition, phase, exercise or field.

    Another fault carries its sentence already; that of host or storage is translated here.
    """
    if isinstance(fault, SentenceError):
        return of_marked(fault.sentence).format(**fault.facts)
    if not isinstance(fault, FaultError):
        return str(fault)
    facts = {name: str(fact) for name, fact in fault.facts.items()}
    if facts.get("unit"):
        facts["unit"] = " " + _units().get(facts["unit"], facts["unit"])
    known = {**_fields(), **names}
    return _sentences()[fault.code].format(**{name: known.get(fact, fact) for name, fact in facts.items()})


def _fields() -> dict[str, str]:
    """The fields of records whose own name is no word."""
    pain, soreness = _("Pain"), _("Soreness")
    return {
        "pain": pain,
        "pain_now": pain,
        "pain_worst": pain,
        "pain_first_step": pain,
        "pain_exercise": pain,
        "pain_next_morning": pain,
        "needling_soreness": soreness,
        "stiffness_min": _("Stiffness"),
        "steps": _("Steps"),
        "standing_h": _("Standing"),
        "walk_min": _("Walking"),
        "run_min": _("Running"),
        "cycle_min": _("Cycling"),
        "swim_min": _("Swimming"),
        "sleep_h": _("Sleep"),
        "exercises_done": _("Exercises done"),
        "footwear": _("Footwear"),
        "slot": _("The part of the day"),
        "exercise_times": _("Exercise times"),
    }


def _units() -> dict[str, str]:
    return {"minutes": _("minutes"), "hours": _("hours"), "steps": _("steps")}


def _sentences() -> dict[FaultCode, str]:
    return {
        **_of_numbers(),
        **_of_doses(),
        **_of_records(),
        **_of_sessions(),
        **_of_plans(),
        **_of_what_plans_name(),
    }


def _of_numbers() -> dict[FaultCode, str]:
    return {
        FaultCode.NO_NUMBER: _("{name} must be a number from {least} to {most}."),
        FaultCode.OFF_SCALE: _("{name} must be a whole number from {least} to {most}{unit}."),
        FaultCode.OFF_STEPS: _("{name} must be in steps of {step} from {least} to {most}{unit}."),
        FaultCode.NOT_WHOLE: _("{name} must be a whole number from {least} to {most}, not {value}."),
        FaultCode.NO_OFFSET: _("{name} must say its offset from UTC."),
        FaultCode.EMPTY: _("{name} must not be empty."),
        FaultCode.NOT_ONE_OF: _("{name} must be one of {allowed}, not {value}."),
        FaultCode.TWICE: _("{name} has the same id twice: {ids}."),
        FaultCode.YEAR_OUT_OF_RANGE: _("{name} must lie between {least} and {most}, not in {value}."),
    }


def _of_doses() -> dict[FaultCode, str]:
    return {
        FaultCode.DOSE_WITHOUT_AMOUNT: _("A dose needs repeats (reps) or a time (duration_s)."),
        FaultCode.DOSE_WITH_TWO_AMOUNTS: _("A dose has repeats (reps) or a time (duration_s), not both."),
        FaultCode.HOLD_WITHOUT_REPEATS: _("A hold (hold_s) goes with repeats, not with a time (duration_s)."),
        FaultCode.HOLD_AND_TEMPO: _("A dose has a hold (hold_s) or a tempo, not both."),
        FaultCode.TEMPO_WITHOUT_TIME: _("A tempo must set at least one of its three times."),
        FaultCode.NO_SUCH_NUMBER: _("A dose has no number called {name}."),
        FaultCode.REST_DAYS_TOO_MANY: _("The rest days do not fit into a week."),
    }


def _of_records() -> dict[FaultCode, str]:
    return {
        FaultCode.ENTRY_WITHOUT_ANSWER: _("An entry needs at least one answer."),
        FaultCode.NOTE_TOO_LONG: _("A note holds up to {most} characters; this one has {length}."),
        FaultCode.MEDICINE_TOO_LONG: _("The medicine line holds up to {most} characters."),
        FaultCode.TOO_MANY_WORDS: _("Choose up to {most} different words for how it feels."),
        FaultCode.PLACE_WITHOUT_SIDE: _("A place on the foot map needs a side: L or R."),
        FaultCode.PLACE_TWICE: _("Each place on the foot map can be chosen once."),
        FaultCode.CORRECTION_UNKNOWN: _("A correction names a field that the diary does not have."),
        FaultCode.NO_MUSCLE: _("Choose at least one muscle that was needled."),
        FaultCode.MUSCLE_WITHOUT_SIDE: _("A needled muscle needs a side: left or right."),
        FaultCode.MUSCLE_TWICE: _("Each muscle and side can be chosen once."),
        FaultCode.NEEDLE_COUNT: _("The number of needles must be from 1 to {most}."),
        FaultCode.QUESTIONNAIRE_SIZE: _("A questionnaire has between 1 and {most} answers."),
        FaultCode.ACTIVITY_TOO_LONG: _("An activity holds up to {most} characters."),
        FaultCode.DOSE_NUMBER: _("A number of the dose is not possible."),
        FaultCode.CLEARANCE_WITHOUT_NAME: _("A clearance needs the clinician's name."),
        FaultCode.PHONE_TOO_LONG: _("A phone number holds up to {most} characters."),
        FaultCode.VOICE_TOO_LONG: _("The name of a voice holds up to {most} characters."),
        FaultCode.CLOCK_WITH_ZONE: _("A clock time of the settings has no zone."),
        FaultCode.ABOUT_TOO_MUCH: _("There are too many details about the patient."),
        FaultCode.ABOUT_TOO_LONG: _("A text about the patient is too long."),
        FaultCode.NO_SUCH_FILE: _("No such file."),
        FaultCode.NO_LANGUAGE: _("There is no such language."),
        FaultCode.PERIOD_BACKWARDS: _("The last day cannot be before the first."),
        FaultCode.DAY_OUTSIDE: _("This day is outside of the days shown."),
        FaultCode.WEEK_OF_SEVEN: _("A week has seven days."),
    }


def _of_sessions() -> dict[FaultCode, str]:
    return {
        FaultCode.SESSION_ENDS_EARLY: _("A session cannot end before it starts."),
        FaultCode.SETS_MORE_THAN_PLANNED: _("The sets done cannot be more than the sets planned."),
        FaultCode.EXERCISE_TOO_LONG: _("An exercise cannot last longer than a week."),
        FaultCode.NO_EXERCISE: _("There is no exercise to do."),
        FaultCode.NO_LEG: _("An exercise needs a leg to do it with, each leg once."),
        FaultCode.BEFORE_START: _("A session cannot be at a place before its start."),
        FaultCode.NOT_SEEN: _("A running session must say when it was last seen, and cannot have ended."),
        FaultCode.SESSION_UNREADABLE: _("The session that was in progress cannot be read."),
    }


def _of_plans() -> dict[FaultCode, str]:
    return {
        FaultCode.TOO_MANY_EXERCISES: _("A plan has at most {most} exercises."),
        FaultCode.DAY_OUT_OF_RANGE: _("{name} must be a day from {least} to {most}, not {value}."),
        FaultCode.EXPIRES_TOO_SOON: _(
            "The plan must not end ({expires}) before the day it was issued ({issued})."
        ),
        FaultCode.CLINIC_NAME: _("The name of the clinic has up to {most} characters on one line."),
        FaultCode.CLINIC_SPACES: _("The name of the clinic must not begin or end with a space."),
        FaultCode.REVIEW_TOO_SOON: _(
            "The review ({review}) must not be before the day the plan was issued ({issued})."
        ),
        FaultCode.TEXT_TOO_LONG: _("{name} has up to {most} characters; this has {length}."),
        FaultCode.TOO_MANY_LINES: _("{name} has up to {most} entries."),
        FaultCode.TWO_LOADS: _("Give the load in kilograms (load_kg) or as a band, not both."),
        FaultCode.LOAD_KG: _("load_kg must be from 0.5 to {most}, in steps of 0.1."),
        FaultCode.WEARING_IN: _(
            "Getting used to an insole needs all three: hours on the first day (first_h), "
            "hours more each day (more_h), and up to how many (up_to_h)."
        ),
        FaultCode.PICTURE_TOO_LARGE: _("A picture may have up to {most} kB."),
        FaultCode.NO_PICTURE: _("The picture must be a PNG or JPEG of up to 4 million pixels."),
    }


def _of_what_plans_name() -> dict[FaultCode, str]:
    return {
        FaultCode.UNKNOWN_CONDITION: _("There is no condition called {condition}."),
        FaultCode.UNKNOWN_VARIANT: _("{condition} has no variant called {variant}."),
        FaultCode.UNKNOWN_PHASE: _("{condition} has no phase called {phase}."),
        FaultCode.UNKNOWN_EXERCISE: _("There is no exercise called {exercise}."),
        FaultCode.PHASE_OF_VARIANT: _(
            "{phase} is meant for {variant}, so the plan must give that as its variant."
        ),
        FaultCode.CLINIC_NEEDED: _(
            "{phase} waits for a clinician's clearance, so the plan must name the clinic."
        ),
        FaultCode.NEVER_WITH_VARIANT: _("{exercise} must not be part of a plan for {variant}."),
        FaultCode.WEIGHT_ON_FRACTURE: _(
            "{exercise} puts weight through the foot, which a stress fracture forbids."
        ),
        FaultCode.NOT_OF_PHASE: _(
            "With a stress fracture {phase} allows only its own exercises, not {exercise}."
        ),
        FaultCode.LIMIT_RAISED: _("{name} may be lowered but not raised: at most {most}, not {value}."),
    }

"""Checks across all content files: every id that a file names must exist."""

from collections.abc import Callable, Collection, Iterator
from functools import partial
from pathlib import Path

from homecare.content.condition_checks import condition_faults
from homecare.content.library import CONTENT, Library
from homecare.content.reading import ContentError
from homecare.content.source_checks import source_faults
from homecare.content.unread import unread_numbers
from homecare.domain.library.diary import DiaryGuide
from homecare.domain.library.exercise import Exercise
from homecare.domain.library.scales import NPRS
from homecare.domain.records.diary import (
    BOUNDS,
    MEDICATION_LIMIT,
    MOST_QUALITIES,
    PAIN_FIELDS,
)
from homecare.domain.records.needling import MOST_NEEDLES
from homecare.domain.records.plain import NOTE_LIMIT

PICTURE_FOLDERS = (CONTENT.parent / "assets" / "exercises", CONTENT.parent.parent / "assets" / "exercises")
"""Where the pictures are: inside an installed app, or beside the code."""


def faults(library: Library, pictures: Path | None = None) -> list[ContentError]:
    """Everything that is wrong with the content of `library`, file by file.

    Pictures are looked for in `pictures`/<exercise id>/, and not at all when that is None or no folder.
    """
    found: list[ContentError] = []
    for read in _readings(library):
        try:
            read()
        except ContentError as fault:
            found += [fault, *fault.others]
    if found:
        return found
    return [
        *_code_faults(),
        *_exercise_faults(library, pictures),
        *_condition_faults(library),
        *_ask_first_faults(library),
        *_diary_faults(library),
        *_questionnaire_faults(library),
        *_aftercare_faults(library),
        *_around_needling_faults(library),
        *_foot_map_faults(library),
        *source_faults(library),
    ]


def known_pictures() -> Path | None:
    """The folder of the exercise pictures, None when there is none yet."""
    return next((folder for folder in PICTURE_FOLDERS if folder.is_dir()), None)


def _code_faults() -> Iterator[ContentError]:
    """What the content must give and nothing reads: a change to it would change nothing."""
    for number in sorted(unread_numbers()):
        yield ContentError("homecare/domain/library", number, "no code reads this number.")


def _readings(library: Library) -> Iterator[Callable[[], object]]:
    for name in (
        "source_book",
        "safety",
        "ask_first",
        "around_needling",
        "diary",
        "aftercare",
        "foot_map",
        "all_questionnaires",
        "condition_names",
    ):
        yield partial(getattr, library, name)
    yield from (partial(library.exercise, exercise_id) for exercise_id in library.exercise_ids)
    yield from (partial(library.condition, condition_id) for condition_id in library.condition_ids)


def _unknown(
    file: str, field: str, what: str, named: Collection[str], known: Collection[str]
) -> Iterator[ContentError]:
    for name in named:
        if name not in known:
            yield ContentError(file, field, f"there is no {what} called {name}.")


def _exercise_faults(library: Library, pictures: Path | None) -> Iterator[ContentError]:
    for exercise in library.exercises():
        file = f"exercises/{exercise.id}.toml"
        for field in ("easier", "harder"):
            other = getattr(exercise, field)
            yield from _unknown(file, field, "exercise", [other] if other else [], library.exercise_ids)
        yield from _unknown(file, "source", "source", [exercise.source], library.source_book.sources)
        yield from _contraindication_faults(library, exercise, file)
        if pictures is not None and pictures.is_dir():
            yield from _picture_faults(exercise, file, pictures)


def _contraindication_faults(library: Library, exercise: Exercise, file: str) -> Iterator[ContentError]:
    with_variants = _with_variants(library)
    yield from _unknown(file, "not_with", "condition", exercise.not_with, with_variants)
    waits_for = [wait.condition for wait in exercise.not_early]
    yield from _unknown(file, "not_early", "condition", waits_for, library.condition_ids)
    questions = [question.id for question in library.ask_first.questions]
    yes = (*exercise.not_if_yes, *exercise.ask_if_yes)
    yield from _unknown(file, "not_if_yes or ask_if_yes", "question", yes, questions)
    if exercise.not_needled is not None:
        known = [muscle.id for muscle in library.aftercare.muscles]
        yield from _unknown(file, "not_needled", "muscle", exercise.not_needled.muscles, known)


def _with_variants(library: Library) -> list[str]:
    """Every condition, and every variant as "condition:variant"."""
    variants = [
        f"{condition.id}:{variant.id}" for condition in library.conditions() for variant in condition.variants
    ]
    return [*library.condition_ids, *variants]


def _picture_faults(exercise: Exercise, file: str, pictures: Path) -> Iterator[ContentError]:
    for picture in exercise.pictures:
        if not (pictures / exercise.id / picture).is_file():
            yield ContentError(file, "pictures", f"there is no picture {exercise.id}/{picture}.")


def _condition_faults(library: Library) -> Iterator[ContentError]:
    flags = [(flag.id, "safety.toml") for flag in library.safety.screen.common_flags]
    for condition in library.conditions():
        yield from condition_faults(library, condition)
        flags += [(flag.id, f"conditions/{condition.id}.toml") for flag in condition.red_flags]
    ids = [flag for flag, _ in flags]
    for at, (flag, file) in enumerate(flags):
        if flag in ids[:at]:
            yield ContentError(file, f"red_flags[{flag}]", "this red flag's id is used before.")


def _ask_first_faults(library: Library) -> Iterator[ContentError]:
    """Who should ask a clinician first: a question that no plan asks would never be seen."""
    named = {
        question
        for condition in library.conditions()
        for caution in condition.not_for
        for question in caution.asked
    }
    for question in library.ask_first.questions:
        if not question.everyone and question.id not in named:
            yield ContentError("ask_first.toml", f"questions[{question.id}]", "no condition asks this.")


def _questionnaire_faults(library: Library) -> Iterator[ContentError]:
    for questionnaire in library.all_questionnaires:
        file = f"questionnaires/{questionnaire.id}.toml"
        yield from _unknown(file, "source", "source", [questionnaire.source], library.source_book.sources)


def _diary_faults(library: Library) -> Iterator[ContentError]:
    diary, file = library.diary, "diary.toml"
    fields = [field.id for field in diary.fields]
    yes_no = [field.id for field in diary.fields if field.type == "boolean"]
    conditions, sources = library.condition_ids, library.source_book.sources
    regions = [region.id for region in diary.foot_map.regions]
    words = [choice.id for choice in diary.field("quality").choices]
    for profile in diary.pain_profiles:
        place = f"pain_profiles[{profile.id}]"
        yield from _unknown(file, f"{place}.source", "source", [profile.source], sources)
        yield from _unknown(file, f"{place}.direct_for", "condition", profile.direct_for, conditions)
        yield from _unknown(file, f"{place}.morning_signs", "yes-or-no field", profile.morning_signs, yes_no)
        asked = [question.id for question in diary.session_questions if question.profile == profile.id]
        yield from _unknown(file, f"{place}.session_signs", "question", profile.session_signs, asked)
    profiles = [profile.id for profile in diary.pain_profiles]
    for question in diary.session_questions:
        place = f"session_questions[{question.id}].profile"
        yield from _unknown(file, place, "pain profile", [question.profile], profiles)
    light = diary.traffic_light
    yield from _unknown(file, "traffic_light", "source", [light.source, *light.week_based_sources], sources)
    for label in diary.change.labels:
        yield from _unknown(file, f"change.labels[{label.id}].source", "source", [label.source], sources)
    yield from _scale_faults(diary)
    used = {condition.pain_profile for condition in library.conditions()}
    for name in sorted({profile.id for profile in diary.pain_profiles} - used):
        yield ContentError(file, f"pain_profiles[{name}]", "no condition uses this profile.")
    shown = [*diary.baseline.fields, diary.change.default_primary_field]
    yield from _unknown(file, "baseline.fields", "field", shown, fields)
    for alert in diary.alerts:
        place = f"alerts[{alert.id}]"
        looked_at = [alert.diary_field] if alert.diary_field else []
        yield from _unknown(file, f"{place}.diary_field", "field", looked_at, fields)
        yield from _unknown(file, f"{place}.conditions", "condition", alert.conditions, conditions)
        yield from _unknown(file, f"{place}.qualities", "word of pain", alert.qualities, words)
        yield from _unknown(file, f"{place}.regions", "region", alert.regions, regions)
    for region in diary.foot_map.regions:
        yield from _unknown(
            file, f"foot_map.regions[{region.id}]", "condition", region.often_with, conditions
        )


def _scale_faults(diary: DiaryGuide) -> Iterator[ContentError]:
    """A scale or limit that is not the one stored answers are held to (homecare/domain/records/diary.py)."""
    longest = {"notes": NOTE_LIMIT, "medication": MEDICATION_LIMIT}
    for field in diary.fields:
        bounds = NPRS if field.id in PAIN_FIELDS else BOUNDS.get(field.id)
        place = f"fields[{field.id}]"
        if bounds is not None and (field.least, field.most, field.step) != (
            bounds.least,
            bounds.most,
            bounds.step,
        ):
            kept = f"{bounds.least:g} to {bounds.most:g} in steps of {bounds.step:g}"
            yield ContentError("diary.toml", place, f"answers are kept from {kept}.")
        if field.max_length != longest.get(field.id):
            kept = f"up to {longest[field.id]} characters" if field.id in longest else "of any length"
            yield ContentError("diary.toml", place, f"answers are kept {kept}.")
    if diary.field("quality").max_selected != MOST_QUALITIES:
        yield ContentError("diary.toml", "fields[quality]", f"up to {MOST_QUALITIES} words are kept.")


def _aftercare_faults(library: Library) -> Iterator[ContentError]:
    aftercare, file = library.aftercare, "aftercare.toml"
    sources = library.source_book.sources
    sourced = [
        *((f"timeline[{window.id}]", window.source) for window in aftercare.timeline),
        *((f"reminders[{rule.id}]", rule.source) for rule in aftercare.reminders),
        *((f"reactions[{reaction.id}]", reaction.source) for reaction in aftercare.reactions),
        *((f"checklist[{item.id}]", item.source) for item in aftercare.checklist if item.source),
    ]
    for place, source in sourced:
        yield from _unknown(file, f"{place}.source", "source", [source], sources)
    needles = next(field for field in aftercare.record_fields if field.id == "needles_used_count")
    if (needles.least, needles.most) != (1, MOST_NEEDLES):
        yield ContentError(file, "record_fields[needles_used_count]", f"1 to {MOST_NEEDLES} are kept.")
    reminders = [reminder.id for reminder in aftercare.reminders]
    yield from _unknown(
        file, "quiet_hours.drop_order", "reminder", aftercare.quiet_hours.drop_order, reminders
    )
    for rule in aftercare.reminders:
        place = f"reminders[{rule.id}].not_with"
        yield from _unknown(file, place, "condition", rule.not_with, library.condition_ids)
    with_variants = _with_variants(library)
    for muscle in aftercare.muscles:
        place = f"muscles[{muscle.id}]"
        stretches = [name for name in (muscle.stretch, muscle.alternative_stretch) if name]
        yield from _unknown(file, f"{place}.stretch", "exercise", stretches, library.exercise_ids)
        related = muscle.related_conditions
        yield from _unknown(file, f"{place}.related_conditions", "condition", related, library.condition_ids)
        yield from _unknown(
            file, f"{place}.avoid_stretch_if", "condition", muscle.avoid_stretch_if, with_variants
        )


def _around_needling_faults(library: Library) -> Iterator[ContentError]:
    file = "around_needling.toml"
    for page in library.around_needling.pages:
        for section in page.sections:
            place = f"pages[{page.id}].sections[{section.id}]"
            sources = [sentence.source for sentence in section.sentences]
            conditions = [sentence.condition for sentence in section.sentences if sentence.condition]
            yield from _unknown(file, place, "source", sources, library.source_book.sources)
            yield from _unknown(file, place, "condition", conditions, library.condition_ids)


def _foot_map_faults(library: Library) -> Iterator[ContentError]:
    """The touch areas, once drawn, must match the regions of the diary."""
    if library.foot_map is None:
        return
    file = "foot_map.toml"
    areas = {area.region: area.view for area in library.foot_map.areas}
    regions = {region.id: region.view for region in library.diary.foot_map.regions}
    drawn = [drawing.view for drawing in library.foot_map.drawings]
    yield from _unknown(file, "region", "region of the diary", areas, regions)
    yield from _unknown(file, "region", "touch area", regions, areas)
    yield from _unknown(file, "view", "drawing", set(regions.values()), drawn)
    for region in sorted(areas.keys() & regions.keys()):
        if areas[region] != regions[region]:
            yield ContentError(file, f"region[{region}]", f"the diary has it on the view {regions[region]}.")

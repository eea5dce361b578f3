"""The clinical content as domain values: each file is read when it is first asked for, then kept."""

from collections.abc import Mapping
from copy import copy
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from homecare.content.reading import FALLBACK, ContentError, heading, localised, parsed, read_value, value_of
from homecare.domain.library.aftercare import AftercareGuide
from homecare.domain.library.around_needling import AroundNeedling
from homecare.domain.library.condition import Condition
from homecare.domain.library.diary import DiaryGuide
from homecare.domain.library.exercise import Exercise
from homecare.domain.library.foot_map import FootMapDrawings
from homecare.domain.library.questionnaire import Questionnaire
from homecare.domain.library.safety import AskFirst, SafetyGuide
from homecare.domain.library.source import Source, SourceBook

CONTENT = Path(__file__).parent
"""The content that comes with the app."""


class Library:
    """The content of a folder in one language.

    A condition or exercise is a file: its name without ".toml" is its id, and a new one needs nothing but a
    new file. Texts without a translation stay English. Every method raises ContentError, one sentence naming
    file and field, when a file cannot be used.
    """

    def __init__(self, folder: Path = CONTENT, language: str = FALLBACK) -> None:
        self.folder = folder
        self.language = language
        self._conditions: dict[str, Condition] = {}
        self._exercises: dict[str, Exercise] = {}
        self._more: Mapping[str, Exercise] = {}

    @cached_property
    def condition_ids(self) -> tuple[str, ...]:
        """Ids of all conditions, in alphabetical order; reads no file."""
        return tuple(sorted(path.stem for path in (self.folder / "conditions").glob("*.toml")))

    @cached_property
    def exercise_ids(self) -> tuple[str, ...]:
        """Ids of all exercises, in alphabetical order; reads no file."""
        return tuple(sorted(path.stem for path in (self.folder / "exercises").glob("*.toml")))

    @cached_property
    def condition_names(self) -> dict[str, str]:
        """Name of each condition by its id, ordered by name; reads only the head of each file."""
        names = {}
        for condition_id in self.condition_ids:
            head = heading(self.folder / "conditions" / f"{condition_id}.toml", self.language)
            names[condition_id] = str(head["name"]) if "name" in head else self.condition(condition_id).name
        return dict(sorted(names.items(), key=lambda pair: pair[1].casefold()))

    def condition(self, condition_id: str) -> Condition:
        """The condition with this id; it has been checked that every exercise it names exists."""
        if condition_id not in self._conditions:
            self._conditions[condition_id] = self._read_condition(condition_id)
        return self._conditions[condition_id]

    def conditions(self) -> tuple[Condition, ...]:
        """All conditions in the order of their names; reads every condition file."""
        return tuple(self.condition(name) for name in self.condition_names)

    def exercise(self, exercise_id: str) -> Exercise:
        """The exercise with this id."""
        if exercise_id in self._more:
            return self._more[exercise_id]
        if exercise_id not in self._exercises:
            path = self._file("exercises", exercise_id, self.exercise_ids)
            exercise = read_value(path, Exercise, self.language)
            _same_name(f"exercises/{path.name}", path.stem, exercise.id)
            self._exercises[exercise_id] = exercise
        return self._exercises[exercise_id]

    def with_exercises(self, more: Mapping[str, Exercise]) -> Self:
        """The same content with more exercises by their ids, such as those a clinician wrote."""
        if all(self._more.get(name) == exercise for name, exercise in more.items()):
            return self
        found = copy(self)  # what has been read stays shared
        found._more = {**self._more, **more}
        found.__dict__["exercise_ids"] = (
            *self.exercise_ids,
            *(name for name in more if name not in self.exercise_ids),
        )
        return found

    def exercises(self) -> tuple[Exercise, ...]:
        """All exercises of the folder in the order of their ids; reads every exercise file."""
        ids = (exercise_id for exercise_id in self.exercise_ids if exercise_id not in self._more)
        return tuple(self.exercise(exercise_id) for exercise_id in ids)

    @cached_property
    def aftercare(self) -> AftercareGuide:
        """Aftercare following dry needling."""
        return read_value(self.folder / "aftercare.toml", AftercareGuide, self.language)

    @cached_property
    def diary(self) -> DiaryGuide:
        """The diary's questions, rules and alerts."""
        return read_value(self.folder / "diary.toml", DiaryGuide, self.language)

    @cached_property
    def safety(self) -> SafetyGuide:
        """The red-flag screen and the rules that hold for every condition."""
        return read_value(self.folder / "safety.toml", SafetyGuide, self.language)

    @cached_property
    def around_needling(self) -> AroundNeedling:
        """What to know before needling, and what may be done beside it."""
        return read_value(self.folder / "around_needling.toml", AroundNeedling, self.language)

    @cached_property
    def ask_first(self) -> AskFirst:
        """Who should ask a clinician before the first session."""
        return read_value(self.folder / "ask_first.toml", AskFirst, self.language)

    @cached_property
    def all_questionnaires(self) -> tuple[Questionnaire, ...]:
        """Every questionnaire, also one whose owner has not agreed yet, in the order of their ids."""
        found = []
        for path in sorted((self.folder / "questionnaires").glob("*.toml")):
            read = read_value(path, Questionnaire, self.language)
            _same_name(f"questionnaires/{path.name}", path.stem, read.id)
            found.append(read)
        return tuple(found)

    @property
    def questionnaires(self) -> tuple[Questionnaire, ...]:
        """The questionnaires that may be asked, in the order of their ids."""
        return tuple(questionnaire for questionnaire in self.all_questionnaires if questionnaire.on)

    @cached_property
    def foot_map(self) -> FootMapDrawings | None:
        """The foot map's pictures and touch areas; None in a folder without drawings."""
        path = self.folder / "foot_map.toml"
        if not path.is_file():
            return None
        return foot_map_of(parsed(path.read_text(encoding="utf-8"), path.name), path.name)

    @cached_property
    def source_book(self) -> SourceBook:
        """Every source, and known arguments against the advice."""
        path = self.folder / "sources.toml"
        table = localised(parsed(path.read_text(encoding="utf-8"), path.name), self.language, path.name)
        for key, source in table.get("sources", {}).items():
            source["key"] = key
        return value_of(table, SourceBook, path.name)

    def source(self, key: str) -> Source:
        """The source with this key."""
        if key not in self.source_book.sources:
            raise ContentError("sources.toml", "sources", f"there is no source called {key}.")
        return self.source_book.sources[key]

    def _read_condition(self, condition_id: str) -> Condition:
        path = self._file("conditions", condition_id, self.condition_ids)
        condition = read_value(path, Condition, self.language)
        file = f"conditions/{path.name}"
        _same_name(file, path.stem, condition.id)
        for phase in condition.phases:
            for item in phase.items:
                for exercise in (item.exercise, item.progression.exercise, item.regression.exercise):
                    if exercise is not None and exercise not in self.exercise_ids:
                        place = f"phases[{phase.id}].items[{item.exercise}]"
                        raise ContentError(file, place, f"there is no exercise called {exercise}.")
        return condition

    def _file(self, kind: str, wanted: str, known: tuple[str, ...]) -> Path:
        if wanted not in known:
            raise ContentError(kind, "", f"there is nothing called {wanted}.")
        return self.folder / kind / f"{wanted}.toml"


def foot_map_of(table: Mapping[str, Any], file: str) -> FootMapDrawings:
    """The pictures and touch areas held by the table of `file`; raises ContentError."""
    regions = [dict(region) for region in table.get("region", [])]
    drawn = {
        "drawings": [{"view": view, **size} for view, size in table.get("view", {}).items()],
        "areas": [{"region": region.pop("id", ""), **region} for region in regions],
    }
    return value_of(drawn, FootMapDrawings, file)


def _same_name(file: str, stem: str, own: str) -> None:
    if stem != own:
        raise ContentError(file, "id", f"this must be {stem}, like the name of the file, not {own}.")

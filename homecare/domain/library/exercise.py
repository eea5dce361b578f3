"""An exercise as a patient learns it. Doses are not here: they belong to a phase of a condition."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

from homecare.domain.library.validity import (
    require,
    require_one_of,
    require_unique,
    require_whole,
    require_words,
)

Kind = Literal["stretch", "strength", "mobility", "balance", "nerve-glide"]
"""What an exercise trains."""
Posture = Literal["lying", "sitting", "standing"]
POSTURES: Final = get_args(Posture)
Need = Literal["chair", "wall", "bed", "step", "band", "towel", "ball", "small-things"]
"""A thing that has to be there; "wall" is any firm support to hold or to lean on."""
NEEDS: Final = get_args(Need)
UNKNOWN_MUSCLE: Final = "unknown"
"""A needled muscle that the patient could not name: it counts as any muscle of that leg."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotEarly:
    """An exercise waits until the plan of `condition` on the same side is `days` (1 to 365) days old."""

    condition: str
    days: int

    def __post_init__(self) -> None:
        require_words("condition", self.condition)
        require_whole("days", self.days, 1, 365)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotNeedled:
    """An exercise waits `hours` (1 to 336) hours after needling of one of `muscles` on the same side."""

    hours: int
    muscles: tuple[str, ...]

    def __post_init__(self) -> None:
        require_whole("hours", self.hours, 1, 336)
        require_unique("muscles", self.muscles)

    def concerns(self, muscle: str) -> bool:
        """Whether a needled muscle, by its id, is one of these; an unknown one may be any."""
        return muscle == UNKNOWN_MUSCLE or muscle in self.muscles


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One exercise: words, cautions and pictures.

    `weight_bearing` is true when body weight goes through the foot: never offered with a stress fracture.
    `contraindications` are shown before the first time and in the help panel. What the records can tell of
    them stands beside them as data: `not_with` are conditions ("condition" or "condition:variant") whose plan
    on the same side rules the exercise out, `not_early` and `not_needled` make it wait. `not_if_yes` and
    `ask_if_yes` are questions of ask_first.toml: a yes to the first rules the exercise out, one to the second
    does until a clinician has said that a plan which asks it may start.
    `easier` and `harder` are exercise ids or None. `pictures` are file names in assets/exercises/<id>/, the
    start position first. `alt_start` and `alt_end` describe the two positions.
    `source` is the key of the source of the exercise itself; each dose has its own.
    `postures` are the ways the body may be held, and `needs` what has to be there, to search by; `equipment`
    says the latter in words. `equipment_optional` is a help, `equipment_later` comes with more load.
    `both_at_once` is true when its steps use both feet at the same time; else leg follows leg.
    """

    id: str
    name: str
    kind: Kind
    weight_bearing: bool
    postures: tuple[Posture, ...]
    needs: tuple[Need, ...]
    position: str
    equipment: tuple[str, ...]
    steps: tuple[str, ...]
    cues: tuple[str, ...]
    mistakes: tuple[str, ...]
    targets: tuple[str, ...]
    contraindications: tuple[str, ...]
    alt_start: str
    alt_end: str
    pictures: tuple[str, ...]
    source: str
    equipment_optional: tuple[str, ...] = ()
    equipment_later: tuple[str, ...] = ()
    easier: str | None = None
    harder: str | None = None
    both_at_once: bool = False
    not_with: tuple[str, ...] = ()
    not_early: tuple[NotEarly, ...] = ()
    not_needled: NotNeedled | None = None
    not_if_yes: tuple[str, ...] = ()
    ask_if_yes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("id", "name", "position", "alt_start", "alt_end", "source"):
            require_words(name, getattr(self, name))
        require_one_of("kind", self.kind, get_args(Kind))
        require(3 <= len(self.steps) <= 6, f"an exercise has 3 to 6 steps, not {len(self.steps)}")
        require_unique("postures", self.postures)
        for posture in self.postures:
            require_one_of("postures", posture, POSTURES)
        for need in self.needs:
            require_one_of("needs", need, NEEDS)
        for name in (
            "steps",
            "cues",
            "mistakes",
            "targets",
            "contraindications",
            "equipment",
            "equipment_optional",
            "equipment_later",
        ):
            for text in getattr(self, name):
                require_words(name, text)
        require(bool(self.contraindications), "an exercise names who should not do it")
        require(
            self.id not in (self.easier, self.harder),
            "an exercise cannot be its own easier or harder version",
        )
        require_unique("pictures", self.pictures)

    def may_work(self, muscle: str) -> bool:
        """Whether it works this muscle, by its id; an unknown one may be any."""
        return muscle == UNKNOWN_MUSCLE or muscle.replace("-", " ") in self.targets

    @property
    def alt_text(self) -> str:
        """Description of the pictures for someone who cannot see them."""
        return f"{self.alt_start} Then: {self.alt_end}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicExercise(Exercise):
    """An exercise that a clinician wrote into a plan; no author of the content has checked it.

    What only the content says is empty: nobody knows which muscles it works, nor whom it does not suit.
    `after_needling` True: the clinician allows it right after needling. `picture` is a PNG or JPEG, b"" for
    none.
    """

    after_needling: bool = False
    picture: bytes = b""

    def __post_init__(self) -> None:
        """Its bounds are those of the plan it comes from (records/prescription.py)."""

    @property
    def alt_text(self) -> str:
        """The name: nobody described the picture."""
        return self.name

    def may_work(self, muscle: str) -> bool:
        """Whether it may work this muscle: only an unknown one, none where it is allowed after needling."""
        return muscle == UNKNOWN_MUSCLE and not self.after_needling

"""The regions and views of the foot map, in words."""

from dataclasses import dataclass

from homecare.domain.validity import require_one_of, require_unique, require_words


@dataclass(frozen=True, slots=True, kw_only=True)
class FootRegion:
    """A place on the foot map; `often_with` are condition ids it is often sore with."""

    id: str
    name: str
    view: str
    often_with: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        require_words("id", self.id)
        require_words("name", self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class FootView:
    """One drawing of the foot map and what it shows."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FootMapGuide:
    """The foot map: sides "L" and "R", its views, its regions. Drawings and touch areas are elsewhere."""

    sides: tuple[str, ...]
    id_pattern: str
    example: str
    views: tuple[FootView, ...]
    regions: tuple[FootRegion, ...]
    view_note: str
    accessibility: str

    def __post_init__(self) -> None:
        require_unique("regions", [region.id for region in self.regions])
        for region in self.regions:
            require_one_of(f"view of region {region.id}", region.view, [view.id for view in self.views])

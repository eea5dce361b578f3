"""The regions and views of the foot map, in words and as drawn."""

from dataclasses import dataclass

from homecare.domain.library.validity import require, require_one_of, require_unique, require_words


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
    views: tuple[FootView, ...]
    regions: tuple[FootRegion, ...]

    def __post_init__(self) -> None:
        require_unique("regions", [region.id for region in self.regions])
        for region in self.regions:
            require_one_of(f"view of region {region.id}", region.view, [view.id for view in self.views])


@dataclass(frozen=True, slots=True, kw_only=True)
class FootDrawing:
    """The picture of one view: its file inside the pictures folder, and its size in its own units."""

    view: str
    file: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchArea:
    """Where a region lies on a right foot: left, top, width, height in percent of its view's picture."""

    region: str
    view: str
    box_pct: tuple[float, ...]

    def __post_init__(self) -> None:
        require(len(self.box_pct) == 4, "box_pct is left, top, width and height")
        left, top, width, height = self.box_pct
        inside = min(self.box_pct) >= 0 and left + width <= 100 and top + height <= 100
        require(inside, f"the touch area of {self.region} must lie inside its picture")


@dataclass(frozen=True, slots=True, kw_only=True)
class FootMapDrawings:
    """The pictures of the foot map and the touch areas on them."""

    drawings: tuple[FootDrawing, ...]
    areas: tuple[TouchArea, ...]

    def drawing(self, view: str) -> FootDrawing:
        """The picture of a view; KeyError when there is none."""
        return {foot_drawing.view: foot_drawing for foot_drawing in self.drawings}[view]

    def area(self, region: str) -> TouchArea:
        """Where a region lies; KeyError when it has no touch area."""
        return {touch_area.region: touch_area for touch_area in self.areas}[region]

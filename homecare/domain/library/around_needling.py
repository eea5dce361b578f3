"""Pages around dry needling as content: before the appointment, and what may be done beside it."""

from dataclasses import dataclass
from typing import Literal

from homecare.domain.library.source import CONSENSUS
from homecare.domain.library.validity import require, require_unique, require_words

PageId = Literal["before", "beside"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence and the key of its source; `condition` is the only condition it is for, None for all."""

    text: str
    source: str
    condition: str | None = None

    def __post_init__(self) -> None:
        require_words("text", self.text)
        require(bool(self.source.strip()), f"the sentence {self.text!r} needs a source")

    @property
    def customary(self) -> bool:
        """True when this is usual practice, not evidence."""
        return self.source == CONSENSUS


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What belongs under one heading."""

    id: str
    heading: str
    sentences: tuple[Sentence, ...]

    def __post_init__(self) -> None:
        require_words("heading", self.heading)
        require(bool(self.sentences), f"section {self.id} has sentences")


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvicePage:
    """One page, its sections in the order they are read."""

    id: PageId
    title: str
    sections: tuple[Section, ...]

    def __post_init__(self) -> None:
        require_words("title", self.title)
        require_unique(f"page {self.id}", [section.id for section in self.sections])


@dataclass(frozen=True, slots=True, kw_only=True)
class AroundNeedling:
    """The pages, each once."""

    pages: tuple[AdvicePage, ...]

    def __post_init__(self) -> None:
        pages = sorted(page.id for page in self.pages)
        require(pages == ["before", "beside"], "the pages are before and beside, each once")

    def page(self, page_id: PageId) -> AdvicePage:
        """The page with this id."""
        return next(page for page in self.pages if page.id == page_id)

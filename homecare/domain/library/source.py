"""Where a clinical statement comes from, and how far it was checked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from homecare.domain.library.validity import require_one_of, require_words

Confidence = Literal["verified", "citation-verified", "from-memory", "consensus"]
"""verified: citation and fact were both seen; citation-verified: the paper was seen, the number was not;
from-memory: not re-read; consensus: usual clinical practice without a single trial."""

CONSENSUS: Final = "consensus"
"""Key of the one source that stands for usual practice: whatever rests on it is customary, not evidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One citation. `locator` is a DOI, PMID or URL, or "" when none is known.

    `background` are exercises and conditions (their ids, or "aftercare") that it stands behind without giving
    a number; () where a dose, a rule or a sentence names it.
    """

    key: str
    citation: str
    locator: str
    used_for: str
    confidence: Confidence
    background: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        require_words("key", self.key)
        require_words("citation", self.citation)
        require_one_of("confidence", self.confidence, get_args(Confidence))

    @property
    def customary(self) -> bool:
        """True when this stands for usual practice and not for a published study."""
        return self.key == CONSENSUS

    @property
    def short(self) -> str:
        """Its first author, or the body that published it, and the year where the citation has one."""
        name = re.match(r"[^.,]+", self.citation)
        author = re.sub(r"( [A-Z]{1,3})?( Jr)?$", "", name.group() if name else self.citation)
        year = re.search(r"\b(?:19|20)\d\d(?=;)", self.citation) or re.search(
            r"\b(?:19|20)\d\d(?=\.$)", self.citation
        )
        return f"{author} {year.group()}" if year else author

    @property
    def url(self) -> str:
        """Web address of the source, or "" when there is none."""
        if self.locator.startswith("10."):
            return f"https://doi.org/{self.locator}"
        if self.locator.startswith("PMC"):
            return f"https://pmc.ncbi.nlm.nih.gov/articles/{self.locator}/"
        if self.locator.startswith("PMID "):
            return f"https://pubmed.ncbi.nlm.nih.gov/{self.locator.removeprefix('PMID ')}/"
        return self.locator if self.locator.startswith("https://") else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterEvidence:
    """A study that weakens advice given here, and what it found."""

    citation: str
    locator: str
    finding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceBook:
    """Every source by its key, what the confidence words mean, and what speaks against the advice."""

    sources: Mapping[str, Source]
    confidence_meanings: Mapping[str, str]
    counter_evidence: tuple[CounterEvidence, ...] = ()

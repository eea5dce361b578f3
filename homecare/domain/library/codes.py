"""Codes and notes for taking the diary to other systems."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from homecare.domain.library.validity import require_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportCode:
    """A code of a public code system: LOINC or SNOMED CT."""

    system: Literal["loinc", "snomed"]
    code: str
    display: str
    used_for: str
    confidence: str

    def __post_init__(self) -> None:
        require_words("code", self.code)
        require_words("display", self.display)


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalCodeSystem:
    """A code system of the app's own: the end of its address, and what its codes are."""

    url_suffix: str
    codes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportResource:
    """A FHIR resource the export uses, what for, and its elements with what goes into them."""

    resource: str
    used_for: str
    key_elements: Mapping[str, str] = field(default_factory=dict)
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportGuide:
    """What the exports need to know about the content; written for whoever builds or checks them."""

    fhir_version: str
    licence_note: str
    codes: tuple[ExportCode, ...]
    snomed_null: tuple[str, ...]
    value_encoding: str
    value_missing: str
    resources: tuple[ExportResource, ...]
    local_code_systems: tuple[LocalCodeSystem, ...]
    also_export: tuple[str, ...]
    privacy: str

    def code(self, code: str) -> ExportCode:
        """The entry of one code; KeyError when the content does not have it."""
        for known in self.codes:
            if known.code == code:
                return known
        raise KeyError(code)

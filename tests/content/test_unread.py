"""homecare.content.unread: a number that no code reads is found."""

from dataclasses import dataclass
from pathlib import Path

from homecare.content.unread import unread_numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner:
    rest_s: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    limit: int | None
    parts: tuple[Inner, ...]

    def __post_init__(self) -> None:
        assert self.limit != 0


def test_a_number_is_read_only_by_code_that_asks_a_value_for_it(tmp_path: Path) -> None:
    (tmp_path / "rule.py").write_text(
        "class A:\n def __post_init__(self):\n  assert self.limit\ndef f(x): x.rest_s = 1\n"
    )
    assert unread_numbers((Guide,), tmp_path) == ("Guide.limit", "Inner.rest_s")

    read = tmp_path / "read"
    read.mkdir()
    (read / "rule.py").write_text("def rule(guide): return guide.limit, guide.parts[0].rest_s\n")
    assert unread_numbers((Guide,), read) == ()

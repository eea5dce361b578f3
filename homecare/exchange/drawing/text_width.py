"""How wide a text is and where it breaks, measured by the caller's own font."""

from collections.abc import Callable

Measure = Callable[[str, float, bool], float]
"""Width in mm of (text, size in points, bold)."""


def lines_of(
    text: str, width: float, size: float, measure: Measure, *, bold: bool = False, most: int = 99
) -> list[str]:
    """`text` in lines no wider than `width` mm; of more than `most` lines the last ends in an ellipsis.

    A word wider than a line is cut; never empty.
    """
    lines: list[str] = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if measure(longer, size, bold) <= width:
            lines[-1] = longer
            continue
        rest = word
        if measure(word, size, bold) > width:
            rest = longer
        else:
            lines.append("")
        while measure(rest, size, bold) > width and len(rest) > 1:
            cut = _fitting(rest, width, size, measure, bold)
            lines[-1] = rest[:cut]
            rest = rest[cut:]
            lines.append("")
        lines[-1] = rest
        if len(lines) > most:
            break
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], _shortened(lines[most - 1], width, size, measure, bold)]


def _fitting(word: str, width: float, size: float, measure: Measure, bold: bool) -> int:
    """How many characters of a long word fit, at least 1."""
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(word[:middle], size, bold) <= width else (low, middle - 1)
    return low


def _shortened(line: str, width: float, size: float, measure: Measure, bold: bool) -> str:
    while line and measure(f"{line}…", size, bold) > width:
        line = line[:-1]
    return f"{line.rstrip()}…"

"""How Python asks the page for what only a page can do; the page's answers are in web/bridge.js."""

from collections.abc import Mapping
from typing import Protocol

PATIENCE_S = 10.0
"""How long the page may take to answer, in seconds."""
TAP_S = 3600.0
"""How long someone may take with what the browser itself asks or opens, such as a chooser, in seconds."""

Answer = str | bytes
Details = Mapping[str, object]


class Ask(Protocol):
    """`Host.ask`, as what needs no other part of a host takes it."""

    async def __call__(
        self, name: str, details: Details | None = None, *, patience_s: float | None = PATIENCE_S
    ) -> Answer:
        """See `Host.ask`."""


async def word(
    ask: Ask, name: str, details: Details | None = None, *, patience_s: float | None = PATIENCE_S
) -> str:
    """The page's answer in one word or text; "" if it has none, or if the window was closed meanwhile."""
    try:
        answer = await ask(name, details, patience_s=patience_s)
    except ConnectionError:
        return ""
    return answer if isinstance(answer, str) else ""

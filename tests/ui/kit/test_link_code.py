"""A link made on a screen opens where that screen was open."""

from types import SimpleNamespace
from typing import Any

import pytest

from homecare.ui.kit.link_code import own_address


@pytest.mark.parametrize(
    ("window", "address"),
    [
        ("http://127.0.0.1:8551", "http://127.0.0.1:8551/"),
        ("https://clinic.example/foot/#/clinicians/prescribe", "https://clinic.example/foot/"),
        ("https://clinic.example/foot/index.html?x=1#/share", "https://clinic.example/foot/"),
        ("file:///index.html", "http://127.0.0.1:8550/"),
        (None, "http://127.0.0.1:8550/"),
    ],
)
def test_a_link_leads_to_the_site_that_is_open(window: str | None, address: str) -> None:
    page: Any = SimpleNamespace(url=window)

    assert own_address(page) == address

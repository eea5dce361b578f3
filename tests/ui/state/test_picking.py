"""The page and the app agree on what is too large to be picked."""

from pathlib import Path

import homecare.host
from homecare.host.server.guard import MOST_MESSAGE_BYTES
from homecare.ui.state.picking import MOST_MB, TOO_LARGE

PAGE = Path(homecare.host.__file__).parent / "web" / "index.html"


def test_the_page_stops_files_before_the_server_would_end_the_connection() -> None:
    page = PAGE.read_text()

    assert f'new File([], "{TOO_LARGE}")' in page
    assert f"size <= {MOST_MB} * 1024 * 1024" in page
    assert MOST_MB * 1024**2 <= MOST_MESSAGE_BYTES - 4 * 1024**2

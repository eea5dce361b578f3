"""What a save costs in the browser after ten years, against one after a month, measured in the same run.

`python -m benchmarks.static_saving` saves one entry to a diary of a month (three a day) and to one of ten
years, in turn, in Chromium, each until the browser says that it is on disk. Prints the medians, and exits
with 1 if ten years cost more than 1.3 times a month.
"""

import json
import os
import sys
import time

from playwright.sync_api import sync_playwright

from benchmarks.storage import TEN_YEARS
from tests.browser.static.python_page import SAID, address_of, python_host

MONTH = 90
MOST = 1.3
GIVE_UP_S = 240.0


def main() -> int:
    """Measure, print, and judge."""
    host = python_host()
    with sync_playwright() as playwright:
        program = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=program)
        page = browser.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(address_of(host, "benchmarks._saving_in_browser", f"{MONTH},{TEN_YEARS}"))
        end = time.monotonic() + GIVE_UP_S
        while not any(line.startswith(SAID) for line in said) and time.monotonic() < end:
            page.wait_for_timeout(100)
        browser.close()
    host.stop()
    found = next((line for line in said if line.startswith(SAID)), None)
    if found is None:
        print(f"The browser did not finish; it said {said}")
        return 1
    month, ten_years = json.loads(found.removeprefix(SAID))
    print(f"  {MONTH} entries: {month:.1f} ms; {TEN_YEARS} entries: {ten_years:.1f} ms")
    print(f"  ten years {ten_years / month:.2f} times a month (at most {MOST})")
    return 0 if ten_years <= MOST * month else 1


if __name__ == "__main__":
    sys.exit(main())

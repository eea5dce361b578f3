"""`python -m homecare.content`: checks every content file and prints one line per fault."""

import sys
from pathlib import Path

from homecare.content.checks import faults, known_pictures
from homecare.content.library import CONTENT, Library


def main(folder: Path = CONTENT) -> int:
    """Print each fault of the content in `folder`, or one line that all is well; the exit status."""
    library = Library(folder)
    found = faults(library, known_pictures())
    for fault in found:
        sys.stdout.write(f"{fault}\n")
    if not found:
        count = f"{len(library.condition_ids)} conditions, {len(library.exercise_ids)} exercises"
        sys.stdout.write(f"The content is sound: {count}, {len(library.source_book.sources)} sources.\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:2])))

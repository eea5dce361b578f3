"""`python -m tests.crash --kills 1000`: the long run; exits with 1 if anything was lost."""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.crash.killer import Tally, kill_writers


def main() -> int:
    """Run the kills that the command line asks for, in a folder of its own."""
    parser = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--writers", type=int, default=2, help="programs that write at the same time")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--small-disk", action="store_true", help="on a file system of 256 kB (needs root)")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        if asked.small_disk:
            words = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", made]
            subprocess.run(words, check=True)
        try:
            tally = kill_writers(
                Path(made) / "homecare",
                kills=asked.kills,
                seed=asked.seed,
                writers=asked.writers,
                told=_tell if sys.stderr.isatty() else lambda tally: None,
            )
        finally:
            if asked.small_disk:
                subprocess.run(["umount", made], check=True)
    print(
        f"{tally.kills} kills, {tally.saved} records reported as saved, "
        f"{tally.times_full} times on a full disk, {tally.times_busy} times kept waiting in vain, "
        f"{len(tally.faults)} faults"
    )
    for fault in tally.faults:
        print(f"  {fault}")
    return 1 if tally.faults else 0


def _tell(tally: Tally) -> None:
    print(f"\r{tally.kills} kills, {tally.saved} saved ", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())

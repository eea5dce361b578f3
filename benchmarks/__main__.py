"""Every measurement in one go: `python -m benchmarks [NAME ...]`; exit 1 when a bound is broken."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
NAMES = sorted(path.stem for path in HERE.glob("*.py") if not path.stem.startswith("_"))


def main(chosen: list[str]) -> int:
    """Run the named measurements (all of them by default), each in a process of its own."""
    unknown = sorted(set(chosen) - set(NAMES))
    if unknown:
        print(f"There is no measurement called {', '.join(unknown)}; there are {', '.join(NAMES)}.")
        return 2
    broken = []
    for name in chosen or NAMES:
        print(f"\n{name}", flush=True)
        if subprocess.run(
            [sys.executable, "-m", f"benchmarks.{name}"], cwd=HERE.parent, check=False
        ).returncode:
            broken.append(name)
    print(f"\nBroken: {', '.join(broken)}" if broken else "\nEvery bound holds.")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

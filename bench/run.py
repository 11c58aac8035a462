"""Measures builds: cold, unchanged, one edit; at 100 and 1,000 exercises; and the cost of a sheet.

    python -m bench.run

Times are processor seconds of the whole process and its children, the least of several runs, with
wall seconds beside them. What matters is printed as a ratio against work that cannot be avoided.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.generate import ROOT, generate

RUNS = 5
HASHING = """
import hashlib, os, sys
for folder in sys.argv[1:]:
    for root, _, names in os.walk(folder):
        for name in names:
            if name.endswith((".yaml", ".md", ".html", ".css", ".js", ".svg", ".py")):
                with open(os.path.join(root, name), "rb") as file:
                    hashlib.sha256(file.read())
"""


def timed(command: list[str]) -> tuple[float, float]:
    """Processor and wall seconds of a command and its children.

    Raises:
        SystemExit: The command failed.
    """
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    assert process.stderr is not None
    said = process.stderr.read().decode()
    process.stderr.close()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{said}")
    return usage.ru_utime + usage.ru_stime, wall


def best(
    command: list[str], before: Callable[[int], None], runs: int = RUNS
) -> tuple[float, float]:
    """The least of several runs, each after some preparation."""
    measured = []
    for run in range(runs):
        before(run)
        measured.append(timed(command))
    return min(cpu for cpu, _ in measured), statistics.median(wall for _, wall in measured)


def nothing(_run: int) -> None:
    """No preparation."""


def measure_builds(folder: Path, exercises: int, plans: int) -> None:
    """Print the times of a generated site of some size."""
    generate(folder, exercises, plans)
    command = [sys.executable, "-m", "runlift_site", "build", "-C", str(folder), "--no-pdf"]
    program = ROOT / "runlift_site"
    hashing = [sys.executable, "-c", HASHING, str(folder / "content"), str(program),
               str(ROOT / "templates")]  # fmt: skip

    def forget(_run: int) -> None:
        for name in (".runlift", "output"):
            subprocess.run(["rm", "-rf", str(folder / name)], check=True)

    def edit(run: int) -> None:
        file = folder / "content/exercises/exercise-7.yaml"
        text = file.read_text(encoding="utf-8")
        head = text.partition("safety:")[0]
        tail = text.partition("default_dose:")[2]
        file.write_text(
            f"{head}safety: Edited in run {run}.\ndefault_dose:{tail}", encoding="utf-8"
        )

    print(f"\n{exercises} exercises, {plans} plans of four weeks, pages only")
    floor, floor_wall = best(hashing, nothing)
    show("start Python and hash the inputs", floor, floor_wall)
    cold, wall = best(command, forget, runs=3)
    show("cold build", cold, wall)
    idle, wall = best(command, nothing)
    show("nothing changed", idle, wall, f"{idle / floor:.1f} x the hashing")
    edited, wall = best(command, edit)
    show("one exercise edited", edited, wall, f"{edited / cold:.2f} of the cold build")


def measure_sheets() -> None:
    """Print what one week sheet costs when the renderer is warm."""
    subprocess.run([sys.executable, "-m", "bench.sheet"], check=True, cwd=ROOT)


def show(what: str, cpu: float, wall: float, more: str = "") -> None:
    """Print one line."""
    print(f"  {what:<34} {cpu:6.3f} s CPU  {wall:6.3f} s wall  {more}")


def main() -> None:
    """Run every measurement."""
    with tempfile.TemporaryDirectory(prefix="runlift-bench-") as folder:
        measure_builds(Path(folder) / "small", 100, 10)
        measure_builds(Path(folder) / "large", 1000, 100)
    measure_sheets()


if __name__ == "__main__":
    main()

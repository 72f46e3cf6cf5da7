"""`python -m benchmarks`: every figure as a ratio to a bare lower bound or a peer in the same run.

Writes docs/performance.md. Best of several runs; the machine is shared, so ratios are orders.
"""

import platform
import sys
import tempfile
from pathlib import Path

from benchmarks.cases import Result, all_results

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
HEAD = """# Performance

Made by `python -m benchmarks` on {machine}, Python {python}. Ratios of best times in one run;
a bound that is exceeded is marked.

| What | Rows | Ours (ms) | Against | Its time (ms) | Ratio | Bound |
|---|---:|---:|---|---:|---:|---:|
"""


def main() -> int:
    """Run all, print and keep the table; 1 when a bound is exceeded."""
    with tempfile.TemporaryDirectory() as folder:
        results = list(all_results(Path(folder)))
    machine = f"{platform.system()} {platform.machine()}"
    head = HEAD.format(machine=machine, python=platform.python_version())
    page = head + "".join(_line(result) for result in results)
    PAGE.write_text(page, encoding="utf-8")
    print(page)
    return int(any(result.exceeded for result in results))


def _line(result: Result) -> str:
    mark = " (exceeded)" if result.exceeded else ""
    return (
        f"| {result.what} | {result.rows:,} | {result.ours * 1000:.0f} | {result.against} "
        f"| {result.theirs * 1000:.0f} | {result.ratio:.2f} | {result.bound:g}{mark} |\n"
    )


if __name__ == "__main__":
    sys.exit(main())

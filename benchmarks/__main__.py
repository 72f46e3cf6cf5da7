"""`python -m benchmarks`: every figure as a ratio to a bare lower bound or a peer in the same run.

Writes docs/performance.md. Best of several runs; the machine is shared, so ratios are orders.
"""

import os
import platform
import sys
import tempfile
from pathlib import Path

from benchmarks.cases import file_results
from benchmarks.forms import form_results
from benchmarks.register import register_results
from benchmarks.report_window import report_window_results
from benchmarks.reports import report_results
from benchmarks.results import Result
from benchmarks.today import today_results
from benchmarks.window import window_results

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
HEAD = """# Performance

Made by `python -m benchmarks` on {machine}, Python {python}. Ratios of best times in one run;
a bound that is exceeded is marked. Starts of the program are measured in processes of their own and
in turn, in processor time, which a busy machine disturbs less; of these the medians stand. Load of
the machine at the end: {load}.

| What | Rows | Ours | Against | Its | Ratio | Bound |
|---|---:|---:|---|---:|---:|---:|
"""


def main() -> int:
    """Run all, print and keep the table; 1 when a bound is exceeded."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        measures = (
            *(file_results, form_results, window_results, today_results, register_results),
            *(report_results, report_window_results),
        )
        results = [result for measure in measures for result in measure(place)]
    machine = f"{platform.system()} {platform.machine()}"
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    head = HEAD.format(machine=machine, python=platform.python_version(), load=load)
    page = head + "".join(_line(result) for result in results)
    PAGE.write_text(page, encoding="utf-8")
    print(page)
    return int(any(result.exceeded for result in results))


def _line(result: Result) -> str:
    mark = " (exceeded)" if result.exceeded else ""
    return (
        f"| {result.what} | {result.rows:,} | {result.shown(result.ours)} | {result.against} "
        f"| {result.shown(result.theirs)} | {result.ratio:.2f} | {result.bound:g}{mark} |\n"
    )


if __name__ == "__main__":
    sys.exit(main())

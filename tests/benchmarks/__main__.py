"""`make bench`: everything measured on a throw-away PostgreSQL; `BENCH=short` for the short form,
`BENCH=hint` (or `hint=100000` cases) for the duplicate hint alone,
`BENCH=hot` for hot issues.

Prints every figure, writes docs/performance.md and docs/performance.json (the short form only prints), and
ends non-zero when a target is missed.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.serving import SITE, surroundings


def main() -> int:
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        sys.exit("make bench needs a PostgreSQL: DATABASE_URL is not set")
    home = Path(tempfile.mkdtemp(prefix="gongzhi-bench-"))
    os.environ |= surroundings(home, url) | {"GONGZHI_SMS": "kept", "DJANGO_SETTINGS_MODULE": SITE}
    try:
        import django  # noqa: PLC0415 - the home must be known first

        django.setup()
        from tests.benchmarks.course import run_course, run_hint, run_hot  # noqa: PLC0415

        if os.environ.get("BENCH", "").startswith("hint"):
            return run_hint(int(os.environ["BENCH"].partition("=")[2] or 1_000_000))
        if os.environ.get("BENCH") == "hot":
            return run_hot()
        return run_course(home, url, short=os.environ.get("BENCH") == "short")
    finally:
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())

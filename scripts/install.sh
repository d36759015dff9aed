#!/bin/sh
# Install what a lock file names into .venv. uv does it several times faster than pip; where it cannot (another
# processor, a registry only pip is set up for) pip does it.
set -eu

cd "$(dirname "$0")/.."
pip=".venv/bin/pip --disable-pip-version-check --quiet"
[ -x .venv/bin/uv ] || $pip install --require-hashes -r requirements/tools.lock || true

mirror=$($pip config get global.index-url 2>/dev/null || true)  # uv does not read pip's settings
[ -z "$mirror" ] || export UV_DEFAULT_INDEX="$mirror"

if [ -x .venv/bin/uv ] && .venv/bin/uv pip install --quiet --python .venv/bin/python "$@"; then
    exit 0
fi
echo "uv could not; trying pip ..." >&2
exec $pip install "$@"

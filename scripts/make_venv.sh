#!/bin/sh
# Make .venv with pip in it. Debian packs venv apart from python3: installed here when we may, named when not.
set -eu

cd "$(dirname "$0")/.."
python=${PYTHON:-python3}

command -v "$python" >/dev/null || { echo "Python 3.11 or newer is needed, as '$python'." >&2; exit 1; }
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Python 3.11 or newer is needed; '$python' is $("$python" -V 2>&1). Set PYTHON=... to another one." >&2
    exit 1
}

if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
        echo "Installing python3-venv ..."
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -qq
        apt-get install -y -qq --no-install-recommends python3-venv >/dev/null
    else
        echo "This Python cannot make virtual environments yet. Please run:" >&2
        echo "    sudo apt-get install python3-venv" >&2
        echo "and then the same make command again." >&2
        exit 1
    fi
fi

if [ ! -x .venv/bin/pip ]; then
    "$python" -m venv .venv || { rm -rf .venv; exit 1; }
fi

#!/bin/sh
# Run a program in the project folder:  scripts/run.sh PROGRAM [ARGUMENT...]
# PROGRAM is one of the virtual environment, or a path.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

# Pythons that Homebrew did not install do not look where Homebrew puts Pango. macOS drops this
# variable whenever one of its own programs starts, make and sh included, so it is set this late.
if [ "$(uname -s)" = Darwin ]; then
	DYLD_FALLBACK_LIBRARY_PATH="${DYLD_FALLBACK_LIBRARY_PATH:+$DYLD_FALLBACK_LIBRARY_PATH:}/opt/homebrew/lib:/usr/local/lib:/usr/lib"
	export DYLD_FALLBACK_LIBRARY_PATH
fi

# The browser that setup.sh found for the tests.
if [ -f .venv/.ready-browser ]; then
	RUNLIFT_CHROMIUM=$(cat .venv/.ready-browser)
	export RUNLIFT_CHROMIUM
fi

program=$1
shift
case $program in
*/*) exec "$program" "$@" ;;
# Not by its first line: in a folder with a long name that goes through sh (see macOS above).
runlift) exec .venv/bin/python .venv/bin/runlift "$@" ;;
*) exec ".venv/bin/$program" "$@" ;;
esac

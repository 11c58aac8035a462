#!/bin/sh
# Print a Chromium that the tests can drive, or fail:  scripts/find-chromium.sh
# RUNLIFT_CHROMIUM names one; otherwise the usual places are tried, then Playwright's own download.
# One from a snap is not taken: it sees neither /tmp nor hidden folders.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

works() {
	found=$(command -v "$1" 2>/dev/null) || return 1
	case $found in /snap/*) return 1 ;; esac
	"$found" --version >/dev/null 2>&1 </dev/null
}

if [ -n "${RUNLIFT_CHROMIUM:-}" ]; then
	if works "$RUNLIFT_CHROMIUM"; then
		echo "$found"
		exit 0
	fi
	echo "RUNLIFT_CHROMIUM is '$RUNLIFT_CHROMIUM', and that does not run" >&2
	exit 1
fi

for candidate in chromium google-chrome-stable google-chrome \
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome' \
	/Applications/Chromium.app/Contents/MacOS/Chromium; do
	if works "$candidate"; then
		echo "$found"
		exit 0
	fi
done

downloaded=$(.venv/bin/python -c '
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)' 2>/dev/null) || exit 1
works "$downloaded" || exit 1
echo "$found"

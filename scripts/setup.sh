#!/bin/sh
# Set up what a make target needs, and only what is missing:  scripts/setup.sh [dev] [pdf] [browser]
#
# Always: the virtual environment .venv with the locked packages and Runlift itself.
# dev: what linting and testing need as well.  pdf: Pango.  browser: Chromium and Poppler for the tests.
#
# What is ready is noted in .venv/.ready-*, mostly as a copy of what it was made from, so that
# nothing to do costs one bare start of Python and a few comparisons.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

lock=requirements.lock pdf='' browser=''
for need; do
	case $need in
	dev) lock=requirements-dev.lock ;;
	pdf) pdf=yes ;;
	browser) browser=yes ;;
	*)
		echo "setup.sh: unknown need: $need" >&2
		exit 2
		;;
	esac
done
python=.venv/bin/python

# What a virtual environment cannot be moved away from: the Python, the folder, the machine.
identity() {
	"$python" -I -S -c 'import sys; print(sys.implementation.cache_tag)' 2>/dev/null
	pwd -P
	uname -sm
}
noted() { [ -f ".venv/.ready-$1" ] && cat ".venv/.ready-$1"; }
same() { cmp -s "$1" ".venv/.ready-$1"; }
chromium_is_noted() {
	chromium=$(noted browser) && [ -x "$chromium" ] && [ "${RUNLIFT_CHROMIUM:-$chromium}" = "$chromium" ]
}

if [ -x "$python" ] && [ "$(identity)" = "$(noted venv)" ] &&
	same "$lock" && same pyproject.toml &&
	{ [ -z "$pdf" ] || [ -f .venv/.ready-pdf ]; } &&
	{ [ -z "$browser" ] || chromium_is_noted; }; then
	exit 0
fi

# From here on something is missing.
say() { echo "setting up: $*"; }
give_up() {
	printf 'cannot set up: %s\n' "$*" >&2
	exit 1
}
quietly() { # shows what the command printed only if it fails
	log=$(mktemp "${TMPDIR:-/tmp}/runlift-setup.XXXXXX")
	if "$@" >"$log" 2>&1 </dev/null; then
		rm -f "$log"
	else
		tail -n 30 "$log" >&2
		rm -f "$log"
		return 1
	fi
}

new_enough() { "$1" -I -S -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }
has_venv() { "$1" -I -c 'import ensurepip, venv' 2>/dev/null; }
find_python() { # prefers one that can make virtual environments
	second=''
	for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
		if new_enough "$candidate"; then
			if has_venv "$candidate"; then
				echo "$candidate"
				return
			fi
			second=${second:-$candidate}
		fi
	done
	echo "$second"
}
loads() { # loads PYTHON LIBRARY... : does the system have them?
	program=$(command -v "$1") && shift &&
		scripts/run.sh "$program" -c 'import ctypes, sys; [ctypes.CDLL(name) for name in sys.argv[1:]]' "$@" 2>/dev/null
}
if [ "$(uname -s)" = Darwin ]; then
	pango='libpango-1.0.dylib libpangoft2-1.0.dylib'
	subset=libharfbuzz-subset.0.dylib
else
	pango='libgobject-2.0.so.0 libpango-1.0.so.0 libpangoft2-1.0.so.0 libharfbuzz.so.0 libfontconfig.so.1'
	subset=libharfbuzz-subset.so.0
fi
# shellcheck disable=SC2086 # a list
has_pango() { loads "$1" $pango; }

# 1. What the system's package manager gives, all in one go.
usable=''
if [ -x "$python" ] && new_enough "$python" && "$python" -m pip --version >/dev/null 2>&1 &&
	{ [ ! -f .venv/.ready-venv ] || [ "$(identity)" = "$(noted venv)" ]; }; then
	usable=yes
	base=$python
else
	base=$(find_python)
fi

needs=''
if [ -z "$base" ]; then
	needs=python
elif [ -z "$usable" ] && ! has_venv "$base"; then
	needs=venv:$("$base" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
fi
if [ -n "$browser" ]; then
	if ! scripts/find-chromium.sh >/dev/null; then
		if [ -n "${RUNLIFT_CHROMIUM:-}" ]; then give_up 'no such Chromium'; fi
		needs="$needs chromium"
	fi
	if [ "$(uname -s)" = Linux ] && ! { [ -n "$base" ] && loads "$base" libatomic.so.1; }; then
		needs="$needs libatomic" # for the Node.js inside Playwright
	fi
	if ! command -v pdfinfo >/dev/null 2>&1; then needs="$needs poppler"; fi
	if ! command -v git >/dev/null 2>&1; then needs="$needs git"; fi
fi
if [ -n "$pdf" ]; then
	if [ -z "$base" ] || ! has_pango "$base"; then
		needs="$needs pango"
	elif loads "$base" "$subset"; then
		: # all there
	elif [ -n "$browser" ]; then
		needs="$needs pango" # without the subsetter WeasyPrint warns, and to the tests a warning is a fault
	else
		scripts/system-packages.sh pango 2>/dev/null || say 'HarfBuzz-subset is missing: sheets will take longer'
	fi
fi
if [ -n "$needs" ]; then
	# shellcheck disable=SC2086 # a list
	if ! scripts/system-packages.sh $needs; then
		case "$browser $needs" in
		' '*pango*) echo 'The website alone needs no Pango:  make site ARGS=--no-pdf' >&2 ;;
		esac
		exit 1
	fi
fi

# 2. The virtual environment.
if [ -z "$usable" ]; then
	base=$(find_python)
	if [ -z "$base" ]; then
		give_up 'Python 3.11 or newer is needed (Debian 12 and Ubuntu 24.04 are the first to have it).
If there is one of another name, say  make PYTHON=/path/to/it'
	fi
	say "virtual environment .venv ($("$base" --version))"
	quietly "$base" -m venv --clear .venv || give_up "$base could not make the virtual environment .venv"
fi
identity >.venv/.ready-venv

# 3. Packages, exactly those of the lock file, and Runlift itself from where it lies.
# A personal setting to install for the user must not reach into the virtual environment.
export PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1
if ! same "$lock"; then
	say "$(grep -c == "$lock") Python packages from $lock (up to a minute)"
	quietly "$python" -m pip install --no-input --require-hashes -r "$lock" ||
		give_up "the packages of $lock could not be installed (the lines above say why)"
	# The longer lock file contains the shorter one.
	cp requirements.lock .venv/.ready-requirements.lock
	cp "$lock" ".venv/.ready-$lock"
fi
if ! same pyproject.toml; then
	say 'Runlift itself'
	quietly "$python" -m pip install --no-input --no-deps --no-build-isolation -e . ||
		give_up 'Runlift itself could not be installed (the lines above say why)'
	cp pyproject.toml .venv/.ready-pyproject.toml
fi

# 4. Did the package manager give what was asked of it?
if [ -n "$pdf" ]; then
	has_pango "$python" || give_up 'Pango is installed, but Python cannot open it'
	: >.venv/.ready-pdf
fi
if [ -n "$browser" ]; then
	quietly .venv/bin/playwright --version || give_up 'Playwright does not start here'
	if ! chromium=$(scripts/find-chromium.sh); then
		say 'Chromium through Playwright, as no package manager here has one for tests'
		with_deps='' # what that Chromium needs of the system, where it can be had without a password
		if command -v apt-get >/dev/null 2>&1 && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; then
			with_deps=--with-deps
		fi
		quietly .venv/bin/playwright install $with_deps chromium || true
		chromium=$(scripts/find-chromium.sh) || give_up 'the tests need Chromium or Google Chrome.
Install one, or run  .venv/bin/playwright install --with-deps chromium
If it stands in an unusual place, say  make test RUNLIFT_CHROMIUM=/path/to/it'
	fi
	printf '%s\n' "$chromium" >.venv/.ready-browser
fi

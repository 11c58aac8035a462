#!/bin/sh
# Install what only the system's package manager can give, or say how:  scripts/system-packages.sh NEED...
# Needs: python, venv:VERSION (the module of that Python), pango, chromium, libatomic, poppler, git.
#
# On Debian and its relatives it installs when run as root or where sudo asks no password. Everywhere
# else it prints the command and fails: nobody's system is changed without their knowing.
# Chromium is left out where the manager has none that the tests could use (Ubuntu's is a snap).
set -eu

# Names of packages for one need.
in_dnf() {
	case $1 in
	python | venv:*) echo python3 ;;
	pango) echo pango ;;
	chromium) echo chromium ;;
	poppler) echo poppler-utils ;;
	*) echo "$1" ;;
	esac
}
in_pacman() {
	case $1 in
	venv:*) echo python ;;
	libatomic) echo gcc-libs ;;
	*) echo "$1" ;;
	esac
}
in_brew() {
	case $1 in
	venv:*) echo python ;;
	chromium) ;;
	*) echo "$1" ;;
	esac
}
in_apt() {
	case $1 in
	python)
		if [ -n "$unlisted" ]; then
			echo python3 python3-venv
			return
		fi
		for version in 3.14 3.13 3.12 3.11; do
			if known "python$version-venv"; then
				echo "python$version-venv"
				return
			fi
		done
		;;
	venv:*) echo "python${1#venv:}-venv" ;;
	pango)
		echo libpango-1.0-0 libpangoft2-1.0-0
		if known libharfbuzz-subset0; then echo libharfbuzz-subset0; fi # only saves time
		;;
	chromium) if known chromium && ! apt-cache show chromium | grep -q '^Version:.*snap'; then echo chromium; fi ;;
	libatomic) echo libatomic1 ;;
	poppler) echo poppler-utils ;;
	*) echo "$1" ;;
	esac
}
unlisted='' # set where no package lists are at hand: then current releases are assumed
known() { [ -n "$unlisted" ] || apt-cache show "$1" >/dev/null 2>&1; }

names() { # names MANAGER NEED...
	manager=$1
	shift
	for need; do "in_$manager" "$need"; done | tr ' ' '\n' | sort -u | tr '\n' ' ' | sed 's/ *$//'
}

advise() { # advise MANAGER NEED...
	found=$(names "$@")
	case $1 in
	apt) command='sudo apt-get install' ;;
	dnf) command='sudo dnf install' ;;
	pacman) command='sudo pacman -S --needed' ;;
	brew) command='brew install' ;;
	esac
	if [ -n "$found" ]; then echo "    $command $found"; fi
}

managers=''
for manager in apt dnf pacman brew; do
	program=$manager
	if [ "$manager" = apt ]; then program=apt-get; fi
	if command -v "$program" >/dev/null 2>&1; then
		managers=$manager
		break
	fi
done

as_root=none
if [ "$managers" = apt ]; then
	if [ "$(id -u)" = 0 ]; then
		as_root=''
	elif sudo -n true 2>/dev/null; then
		as_root='sudo -n'
	fi
fi

if [ "$as_root" = none ]; then
	known python3-venv || unlisted=yes
	advice=$(for manager in ${managers:-apt dnf pacman brew}; do advise "$manager" "$@"; done)
	if [ -z "$advice" ]; then exit 0; fi
	{
		echo 'Something that Runlift needs is not installed. Install it with'
		echo "$advice"
		echo 'and run make again.'
	} >&2
	exit 1
fi

log=$(mktemp "${TMPDIR:-/tmp}/runlift-apt.XXXXXX")
trap 'rm -f "$log"' EXIT
apt() {
	# shellcheck disable=SC2086 # either nothing or two words
	$as_root env DEBIAN_FRONTEND=noninteractive \
		apt-get -qq -o DPkg::Lock::Timeout=300 "$@" >>"$log" 2>&1 </dev/null
}

echo 'setting up: reading the package lists'
apt update || true # one broken source must not matter; if all are, installing says so
found=$(names apt "$@")
if [ -z "$found" ]; then exit 0; fi
echo "setting up: system packages $found"
# shellcheck disable=SC2086 # a list
if ! apt install -y --no-install-recommends $found; then
	tail -n 20 "$log" >&2
	echo "apt-get could not install: $found" >&2
	exit 1
fi

#!/bin/sh
# Bring the lock files up to date with pyproject.toml:  scripts/lock.sh [--upgrade]
# What is locked stays as it is where it still fits, unless --upgrade is given.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

uv_version=0.13.9
scripts/setup.sh
uv=.runlift/uv-$uv_version
if [ ! -x "$uv/bin/uv" ]; then
	echo "setting up: uv $uv_version"
	.venv/bin/python -m venv --clear "$uv"
	"$uv/bin/python" -m pip install --quiet --no-input --disable-pip-version-check "uv==$uv_version"
fi

compile() {
	"$uv/bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --no-header "$@"
}
compile "$@" pyproject.toml --group build -o requirements.lock
compile "$@" pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock
echo 'The lock files fit pyproject.toml. make test tells whether the packages in them do.'

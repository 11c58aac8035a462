#!/bin/sh
# Remove all that was made: the built site, the cache, the virtual environment, caches of tools.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

rm -rf .venv .runlift .mypy_cache .pytest_cache .ruff_cache .hypothesis dist
find . -name .git -prune -o -name node_modules -prune -o -type d -name __pycache__ -print |
	while IFS= read -r folder; do rm -rf "$folder"; done
rm -rf output
mkdir output
: >output/.gitkeep

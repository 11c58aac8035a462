# Everything that is done with Runlift, from a fresh machine on. `make help` lists it.
# Options for runlift go into ARGS:  make site ARGS="--no-pdf --base-url https://example.org/"
# Another Python can be named with PYTHON, another Chromium for the tests with RUNLIFT_CHROMIUM.

.NOTPARALLEL:
.PHONY: site test check serve lint lock clean help

export PYTHON RUNLIFT_CHROMIUM

# Without sheets there is no need for Pango.
PDF := $(if $(findstring --no-pdf,$(ARGS)),,pdf)

site:
	@scripts/setup.sh $(PDF)
	@scripts/run.sh runlift build $(ARGS)

check:
	@scripts/setup.sh
	@scripts/run.sh runlift check $(ARGS)

serve:
	@scripts/setup.sh $(PDF)
	@scripts/run.sh runlift serve $(ARGS)

test:
	@scripts/setup.sh dev pdf browser
	@$(MAKE) --no-print-directory lint
	@scripts/run.sh pytest -n auto --dist worksteal $(ARGS)

lint:
	@scripts/setup.sh dev
	@scripts/run.sh ruff check --quiet
	@scripts/run.sh ruff format --check --quiet
	@scripts/run.sh mypy --no-error-summary

lock:
	@scripts/lock.sh $(ARGS)

clean:
	@scripts/clean.sh

help:
	@echo 'make site    set up what is missing, then build the website and the sheets into output/'
	@echo 'make serve   preview at an address on this machine; reloads when a file is saved'
	@echo 'make check   check all content, write nothing'
	@echo 'make test    set up what is missing, then run the linters, the type checker and all tests'
	@echo 'make lint    the linters and the type checker alone'
	@echo 'make lock    bring the lock files up to date with pyproject.toml (ARGS=--upgrade: newer releases)'
	@echo 'make clean   remove the built site, the cache and the virtual environment'

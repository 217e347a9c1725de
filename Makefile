# `make demo` and `make test` need git, make and Python 3.11+ with venv; nothing else. `make help` lists the rest.
# A port or address is chosen on the command line: `make demo PORT=8080`.

PORT ?= 8000
HOST = 127.0.0.1
# As many processes as there are cores, four at most: each takes up to 900 MB.
JOBS ?= $(shell cores=$$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2); echo $$((cores < 4 ? cores : 4)))
PYTHON ?= python3

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
ROOMS := src tests bench

.DEFAULT_GOAL := help
.PHONY: help demo demo-fresh serve setup test check lint types contracts migrations-check browser constraints messages clean

help: ## this list
	@echo "Netra: from a report to a lawful, explained, followed-up outcome."
	@echo
	@sed -n 's/^\([a-z-]*\):.*## /  make \1|/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-24s %s\n", $$1, $$2 }'
	@echo
	@echo "  PORT=8080, HOST=0.0.0.0, JOBS=2 and PYTHON=python3.12 may be added to any of them."
	@echo "  With HOST=0.0.0.0 name the address that other machines type: NETRA_HOSTS=localhost,127.0.0.1,192.168.1.20"

demo: $(VENV)/.installed ## the demo on SQLite with invented people, at http://127.0.0.1:8000
	@$(BIN)/netra demo --host $(HOST) --port $(PORT)

demo-fresh: $(VENV)/.installed ## the demo, its data made anew
	@$(BIN)/netra demo --fresh --host $(HOST) --port $(PORT)

serve: $(VENV)/.installed ## an empty real instance in var/, with secrets of its own
	@$(BIN)/netra serve --host $(HOST) --port $(PORT)

setup: $(VENV)/.installed ## prepare the real instance without serving it
	@$(BIN)/netra setup

# The processes of the tests, and the commands they start, read what one of them has compiled.
test: export PYTHONDONTWRITEBYTECODE =
test: $(VENV)/.installed-dev ## every test that needs neither PostgreSQL nor a browser
	@echo "Running the tests on SQLite in $(JOBS) processes."
	@$(BIN)/pytest -n $(JOBS) --dist loadfile

browser: $(VENV)/.installed-dev ## the tests that walk pages in a real Chromium
	@$(BIN)/pytest -m browser -n $(JOBS) --dist loadfile

check: lint types contracts migrations-check ## lint, format, types, import contracts, migrations

lint: $(VENV)/.installed-dev ## ruff: rules and format
	@$(BIN)/ruff check $(ROOMS)
	@$(BIN)/ruff format --check $(ROOMS)

types: $(VENV)/.installed-dev ## mypy, strict
	@$(BIN)/mypy

contracts: $(VENV)/.installed-dev ## which room may import which
	@$(BIN)/lint-imports

migrations-check: $(VENV)/.installed-dev ## no table differs from its migrations
	@DJANGO_SETTINGS_MODULE=netra.settings_testing $(BIN)/python -m django makemigrations --check --dry-run

messages: $(VENV)/.installed-dev ## gather the texts for translation and compile them (needs gettext)
	@cd src/netra && DJANGO_SETTINGS_MODULE=netra.settings_testing $(abspath $(BIN))/python -m django \
	  makemessages -l en --no-location --no-wrap --no-obsolete --ignore tests
	@cd src/netra/locale/en/LC_MESSAGES && msgfmt --check-format --statistics -o django.mo django.po

constraints: $(VENV)/.installed-dev ## write the installed versions to constraints.txt, and for uv to pyproject.toml
	@{ sed '/^[^#]/d' constraints.txt; $(PIP) freeze --exclude-editable --exclude setuptools | sort -f; } > constraints.new
	@mv constraints.new constraints.txt
	@{ sed '/^\[tool\.uv\]/,$$d' pyproject.toml; echo '[tool.uv]'; \
	  echo '# The lines of constraints.txt, which uv does not read by itself; `make constraints` writes both.'; \
	  echo 'constraint-dependencies = ['; sed -n 's/^\([^#].*\)/    "\1",/p' constraints.txt; echo ']'; } > pyproject.new
	@mv pyproject.new pyproject.toml
	@touch $(VENV)/.installed $(VENV)/.installed-dev

clean: ## remove the virtual environment and caches; var/ stays
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# The stamps make a second `make demo` start at once; a change of pyproject.toml or constraints.txt installs again.
$(VENV)/.installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Netra needs Python 3.11 or newer; '$(PYTHON)' is missing or older: $$($(PYTHON) --version 2>&1 | head -n 1)" >&2; \
	  echo "Install one, or name the one you have: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "'$(PYTHON)' has no venv module. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@$(BIN)/python -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Making the virtual environment in $(VENV) ..."; $(PYTHON) -m venv --clear $(VENV); }
	@echo "Installing the packages Netra needs into $(VENV) (once; a minute or so) ..."
	@$(PIP) install --quiet "pip>=25.1"
	@$(PIP) install --quiet --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@echo "Installing what the tests and checks need into $(VENV) (once) ..."
	@$(PIP) install --quiet --constraint constraints.txt --group dev
	@touch $@

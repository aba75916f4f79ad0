# make run: the site with real data on http://localhost:8000     make test: every test
# Both set up what they need, as root or as an ordinary user, and are quick the second time.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python

# Two first starts at once: the second waits for the first, and finds all done (where flock is absent, it does not wait).
SET_UP = @mkdir -p var/generated && $$(command -v flock >/dev/null && echo "flock var/set-up.lock") $(MAKE) --no-print-directory --silent

.PHONY: run test bench bench-plot lint format messages check-messages clean venv-module

run:
	$(SET_UP) $(VENV)/installed
	@$(PY) manage.py serve

test:
	$(SET_UP) $(VENV)/installed-dev
	$(PY) -m pytest

# Is the search fast? make bench N=100000, or N="10000 20000" for the cost of growth. The first run of a size makes
# its data: a minute for 10,000 services, a quarter of an hour for 100,000.
N ?= 10000
bench:
	$(SET_UP) $(VENV)/installed-bench
	@$(PY) -m tests.bench $(N)

bench-plot:
	$(SET_UP) $(VENV)/installed-bench
	@$(PY) -m tests.bench --engine-only 1000 3000 10000 30000 100000 || true
	@$(PY) -m tests.bench.plot

lint:
	$(SET_UP) $(VENV)/installed-dev
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/djlint --lint templates

format:
	$(SET_UP) $(VENV)/installed-dev
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

# Collect the texts of the interface; the translations are then filled in by hand. Needs gettext.
messages:
	$(SET_UP) $(VENV)/installed
	$(PY) manage.py makemessages --locale nl --locale fr --no-wrap --no-obsolete --add-location file \
		--ignore $(VENV) --ignore var --verbosity 0

# Fails when a text is missing, stale or fuzzy in a language.
check-messages: messages
	git diff --exit-code --ignore-matching-lines=POT-Creation-Date -- locale
	for language in nl fr; do msgfmt --check --output-file=/dev/null locale/$$language/LC_MESSAGES/django.po || exit 1; done

clean:
	rm -rf $(VENV) var/static var/generated

# --- Set-up -----------------------------------------------------------------------------------------------

INSTALL = $(PY) -m pip install --disable-pip-version-check --quiet --progress-bar on --constraint constraints.txt
NEEDS = $(PY) -c 'import pathlib, tomllib; p = tomllib.loads(pathlib.Path("pyproject.toml").read_text())["project"]; print("\n".join($(1)))'

$(VENV)/installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed, this is $$($(PYTHON) --version)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || $(MAKE) --no-print-directory venv-module
	@echo "Setting up $(VENV): about a minute, once"
	@$(PYTHON) -m venv $(VENV)
	@$(call NEEDS,p["dependencies"]) > $(VENV)/requirements.txt
	@$(INSTALL) --requirement $(VENV)/requirements.txt
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	@echo "Installing what the tests need"
	@$(call NEEDS,p["optional-dependencies"]["dev"]) > $(VENV)/requirements-dev.txt
	@$(INSTALL) --requirement $(VENV)/requirements-dev.txt
	@touch $@

$(VENV)/installed-bench: $(VENV)/installed
	@echo "Installing what the benchmark compares with"
	@$(call NEEDS,p["optional-dependencies"]["bench"]) > $(VENV)/requirements-bench.txt
	@$(INSTALL) --requirement $(VENV)/requirements-bench.txt
	@touch $@

venv-module:
	@if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Installing python3-venv"; apt-get update -qq && apt-get install -y -qq python3-venv; \
	else \
		echo "Python's venv module is missing. Install it with:  sudo apt install python3-venv"; exit 1; \
	fi

# One word each: run, test, check-cards, lint, format, bench, picture, transcripts, clean. Everything is set up in .venv on first use.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check-cards lint format bench bench-search bench-growth bench-cards picture transcripts clean

run: $(VENV)/.run
	@$(BIN)/python bot.py run

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto --dist loadfile

check-cards: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto tests/lookup/test_cards.py --all-cards

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: bench-search bench-growth bench-cards

bench-search: $(VENV)/.bench
	$(BIN)/python -m benchmarks.search --write docs

bench-growth: $(VENV)/.bench
	$(BIN)/python -m benchmarks.growth --write docs

bench-cards: $(VENV)/.run
	$(BIN)/python -m benchmarks.cards

picture: $(VENV)/.run
	$(BIN)/python -m docs.picture

transcripts: $(VENV)/.run
	$(BIN)/python -m docs.transcripts

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(VENV)/.run: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Fieldline needs Python 3.11 or newer; this is " + sys.version.split()[0])'
	@echo "Setting up, once (about a minute) …"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || \
		{ rm -rf $(VENV); echo "python3 -m venv failed: on Debian and Ubuntu, apt install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.run
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

$(VENV)/.bench: requirements-bench.txt $(VENV)/.run
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-bench.txt
	@touch $@

# Everything you type is listed by `make help`. State lies in $GONGZHI_HOME (default: var/).

PYTHON ?= python3
BIN := .venv/bin
INSTALL := sh scripts/install.sh
STAMPS := .venv/stamps
VENDOR := src/gongzhi/web/static/vendor/htmx.min.js
CATALOGUES := $(shell find src -name django.po)
TEMPLATES := src/gongzhi/web/templates
LOCK := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --python-version 3.11
POSTGRES := $(PYTHON) scripts/throwaway_postgres.py

export PYTHON
# Compiled modules are kept: without them each process reads two thousand sources before it says a word.
unexport PYTHONDONTWRITEBYTECODE
.DEFAULT_GOAL := help
.PHONY: help setup setup-run demo serve test check bench soak docs catalogues icons lock format clean

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s%s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(STAMPS)/dev $(STAMPS)/assets-dev $(STAMPS)/catalogues  ## install everything into .venv and fetch the assets

setup-run: $(STAMPS)/run $(VENDOR) $(STAMPS)/catalogues  ## only what a running site needs

demo: setup-run  ## build the demo street (once) and serve it at http://127.0.0.1:8000
	$(BIN)/gongzhi demo

serve: setup-run  ## serve the site in $GONGZHI_HOME with its background worker
	$(BIN)/gongzhi serve

test: setup  ## all tests on SQLite and on PostgreSQL, with the browser
	$(BIN)/python scripts/browser.py
	$(BIN)/python scripts/run_tests.py

CHECKS := check-format check-lint check-types check-imports check-migrations check-translations check-reference \
	check-templates

check: setup  ## format, lint, types, imports, migrations, translations, docs, templates
	@$(MAKE) --no-print-directory --keep-going $(CHECKS)

.PHONY: $(CHECKS)
check-format:
	$(BIN)/ruff format --check src tests scripts
	$(BIN)/djangofmt --check $(TEMPLATES)
check-lint:
	$(BIN)/ruff check src tests scripts
check-types:
	$(BIN)/mypy
check-imports:
	$(BIN)/lint-imports --cache-dir .import_linter_cache
check-migrations:
	$(BIN)/python manage.py makemigrations --check --dry-run
check-translations:
	$(BIN)/python scripts/translations.py check
check-reference:
	$(BIN)/python scripts/make_reference.py --check
check-templates:
	$(BIN)/djlint $(TEMPLATES) --lint --quiet

bench: setup  ## measure, and write docs/performance.md
	$(POSTGRES) --durable -- $(BIN)/python -m tests.benchmarks

soak: setup  ## kill and load tests, long form, on both databases
	GONGZHI_SOAK=1 $(BIN)/python -m pytest tests -m kill
	GONGZHI_SOAK=1 $(POSTGRES) --durable -- $(BIN)/python -m pytest tests -m kill

docs: setup  ## write docs/reference anew from the code
	$(BIN)/python scripts/make_reference.py

catalogues: setup  ## bring the message catalogues up to date with the code, then say what is untranslated
	$(BIN)/python scripts/translations.py update

icons: setup  ## draw static/icons.svg anew from scripts/icons.txt
	$(BIN)/python scripts/assets.py --icons

lock: setup  ## resolve the dependencies anew and write the lock files
	$(LOCK) requirements/base.in -o requirements/base.lock
	$(LOCK) -c requirements/base.lock requirements/dev.in -o requirements/dev.lock
	$(LOCK) requirements/node.in -o requirements/node.lock
	$(LOCK) requirements/tools.in -o requirements/tools.lock
	npm install --package-lock-only

format: setup  ## put every Python file and every template into shape
	$(BIN)/ruff format src tests scripts
	$(BIN)/ruff check --fix src tests scripts
	$(BIN)/djangofmt --quiet $(TEMPLATES)

clean:  ## remove what was installed and fetched; $GONGZHI_HOME stays
	rm -rf .venv node_modules src/gongzhi/web/static/vendor .mypy_cache .ruff_cache .pytest_cache

$(STAMPS)/venv: scripts/make_venv.sh
	@sh scripts/make_venv.sh
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/run: requirements/base.lock pyproject.toml $(STAMPS)/venv
	@echo "Installing packages into .venv ..."
	@$(INSTALL) --require-hashes -r requirements/base.lock
	@$(INSTALL) --no-deps -e .
	@touch $@

$(STAMPS)/dev: requirements/dev.lock $(STAMPS)/run
	@echo "Installing development packages into .venv ..."
	@$(INSTALL) --require-hashes -r requirements/dev.lock
	@touch $@

$(VENDOR): package-lock.json scripts/assets.py | $(STAMPS)/run
	@$(BIN)/python scripts/assets.py
	@touch $@

$(STAMPS)/assets-dev: package-lock.json $(VENDOR) | $(STAMPS)/run
	@$(BIN)/python scripts/assets.py --dev
	@touch $@

$(STAMPS)/catalogues: $(CATALOGUES) scripts/translations.py | $(STAMPS)/run
	@$(BIN)/python scripts/translations.py compile
	@touch $@

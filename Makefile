# Everything happens inside the checkout: the environment in .venv, the dataset in data/processed.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help dataset test test-browser lint bench profile lock clean

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet --quiet
# DVC must neither report its use nor ask for newer versions.
export DVC_NO_ANALYTICS := 1
export DVC_SITE_CACHE_DIR := $(CURDIR)/.venv/dvc
WORKERS ?= 2

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

dataset: environment ## build data/processed from data/raw
	@$(BIN)/dvc repro

# Style and types are checked while the tests run; a fault of either is a fault.
test: environment-dev ## check style, types and imports, and run the tests
	@$(MAKE) --no-print-directory lint & lint=$$!; status=0; \
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder --quiet || status=$$?; \
	wait $$lint || status=1; \
	exit $$status

test-browser: environment-dev ## open the evidence browser in Chromium, and use it
	@$(BIN)/python -m pytest --quiet tests/browser

lint: environment-dev
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-cache

bench: environment ## measure how fast the core reads
	@$(BIN)/python benchmarks/extract.py

profile: environment ## measure it, and list the functions that take the time
	@$(BIN)/python benchmarks/extract.py --profile

lock: environment-dev ## write the lock files anew from pyproject.toml
	@$(BIN)/pip-compile $(LOCK) --build-deps-for editable --output-file requirements.lock pyproject.toml
	@$(BIN)/pip-compile $(LOCK) --build-deps-for editable --extra dev --constraint requirements.lock \
		--output-file requirements-dev.lock pyproject.toml

LOCK := --quiet --generate-hashes --allow-unsafe --strip-extras --no-annotate --no-header \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links

clean: ## remove the environment and what was built
	rm -rf .venv build data/processed

# A lock is installed once: the stamp beside the environment repeats what was installed.
.PHONY: environment environment-dev
environment: ; @$(call install,requirements.lock,.venv/installed)
environment-dev: ; @$(call install,requirements-dev.lock,.venv/installed-dev)
	@# It holds everything of the other, so that one is installed with it.
	@cat requirements.lock pyproject.toml > .venv/installed

define install
if ! cat $(1) pyproject.toml | cmp -s - $(2); then \
	echo "installing $(1) into .venv" >&2; \
	rm -f $(2); \
	$(PYTHON) -m venv .venv; \
	$(PIP) install --no-compile --require-hashes -r $(1); \
	$(PIP) install --no-build-isolation --no-deps --editable .; \
	cat $(1) pyproject.toml > $(2); \
fi
endef

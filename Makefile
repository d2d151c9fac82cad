# Two commands matter: `make run` opens the program, `make test` tests it. Both see to
# what they need: a virtual environment from the lock files, and system packages.

VENV := .venv
PYTHON := $(VENV)/bin/python
PIP := $(PYTHON) -m pip --disable-pip-version-check --quiet
RUN := $(VENV)/.installed-run
DEV := $(VENV)/.installed-dev
PEERS := build/bench-peers/.installed
DEMO := build/demo.hubra
KALLELSE := build/kallelse.pdf
WEB := build/web/.installed
HUBRA := $(PYTHON) -m hubra_desktop
TESTS ?=
PROOFS ?=
# Thousands of tests write a register each: in memory, where there is room for them.
ROOMY := $(shell test "$$(df --output=avail /dev/shm 2>/dev/null | tail -n 1)" -gt 4000000 \
	2>/dev/null && echo TMPDIR=/dev/shm)
# What Python has compiled is kept for the next run, also where the environment says not to.
PYTEST := $(ROOMY) PYTHONDONTWRITEBYTECODE= $(PYTHON) -m pytest

.DEFAULT_GOAL := help
.PHONY: help run test lint check-a11y check-html check-pdf web-tools bench screenshots package fuzz prove mutants lock clean

help:
	@echo "make run          open the program on the demo register"
	@echo "make test         run all tests (TESTS='tests/model -k clock' for some)"
	@echo "make lint         ruff, mypy and the import rules"
	@echo "make check-a11y   every view and dialog through the accessibility bus, by Tab"
	@echo "make check-html   the HTML twins before the Nu checker and axe in Chromium"
	@echo "make check-pdf    all papers, ordinary and large, before each PDF checker"
	@echo "make bench        measure side by side, into build/bench.json"
	@echo "make fuzz         the property tests, many times longer, and what make prove runs"
	@echo "make prove        power cuts, faults, kills, damage and hostile files, and their table"
	@echo "make mutants      plant bugs, each of which a test must catch"
	@echo "make screenshots  pictures of every page, into build/screenshots and tests/documents/pictures"
	@echo "make package      the program with everything it needs, into build/dist/hubra"
	@echo "make lock         write the lock files anew"
	@echo "make clean        remove what was made, but not the virtual environment"

$(PYTHON):
	@packaging/make-venv $(VENV)

$(RUN): requirements.lock | $(PYTHON)
	@echo "Installing what the program needs …"
	@$(PIP) install --require-hashes -r requirements.lock
	@touch $@

$(DEV): requirements-dev.lock $(RUN) | $(PYTHON)
	@echo "Installing what the tests need …"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

$(DEMO): | $(RUN)
	@mkdir -p build
	@$(HUBRA) demo $@

run: $(RUN) $(DEMO)
	@packaging/linux/system-packages window
	@$(HUBRA) print kallelse 2018-03-07 --register $(DEMO) --output $(KALLELSE)
	@echo "The demo register's kallelse: $(KALLELSE)"
	@if [ "$$(uname -s)" = Linux ] && [ -z "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then \
		echo "There is no display here, so no window was opened."; \
	else \
		$(HUBRA) $(DEMO); \
	fi

test: $(DEV)
	@packaging/linux/system-packages test
	@$(PYTHON) -m compileall -q hubra_desktop
	@$(PYTEST) -n auto $(TESTS)

lint: $(DEV)
	@$(VENV)/bin/ruff check
	@$(VENV)/bin/ruff format --check
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports --no-logo --no-cache

check-a11y: $(DEV)
	@packaging/linux/system-packages a11y
	@$(PYTHON) -m tests.a11y

$(WEB): packaging/web/package-lock.json packaging/web/install
	@packaging/linux/system-packages web
	@echo "Installing what the HTML twins are checked by …"
	@packaging/web/install build/web
	@touch $@

web-tools: $(WEB)
	@packaging/linux/system-packages web

check-html: $(DEV) web-tools
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.web
	@$(PYTHON) -m pytest tests/web

check-pdf: $(DEV)
	@packaging/linux/system-packages test
	@rm -rf build/papers
	@$(PYTHON) -m tests.documents.demo_papers build/papers
	@$(PYTHON) -m tests.documents.verdicts build/papers/*.pdf

bench: $(DEV)
	@packaging/linux/system-packages window
	@packaging/linux/system-packages bench || echo "Going on without; what cannot be compared says so."
	@$(MAKE) --no-print-directory $(PEERS) || echo "Going on without; what cannot be compared says so."
	@$(PYTHON) -m tests.benchmarks

$(PEERS): requirements-bench.lock | $(PYTHON)
	@echo "Installing what the benchmarks compare with …"
	@rm -rf $(@D)
	@$(PIP) install --require-hashes --no-deps --target $(@D) -r requirements-bench.lock
	@touch $@

fuzz: $(DEV)
	@packaging/linux/system-packages test
	@$(PYTEST) -n auto -m hypothesis --hypothesis-profile=fuzz --timeout=0 $(TESTS)
	@$(MAKE) --no-print-directory prove

prove: $(DEV)
	@packaging/linux/system-packages test
	@QT_QPA_PLATFORM=offscreen $(ROOMY) $(PYTHON) -m tests.proofs $(PROOFS)

mutants: $(DEV)
	@packaging/linux/system-packages test
	@$(ROOMY) $(PYTHON) -m tests.mutants

screenshots: $(DEV) $(DEMO)
	@packaging/linux/system-packages test
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.journeys.screenshots build/screenshots
	@$(PYTHON) -m tests.documents.pictures

package: $(DEV)
	@packaging/linux/system-packages window
	@$(PYTHON) -m PyInstaller --noconfirm --log-level WARN --distpath build/dist \
		--workpath build/pyinstaller packaging/linux/hubra.spec
	@cp packaging/linux/hubra.desktop packaging/linux/hubra.png LICENSE build/dist/hubra/
	@echo "Built: build/dist/hubra"

lock:
	@packaging/lock
	@packaging/web/install --lock

clean:
	@rm -rf build
	@find hubra_desktop tests -name __pycache__ -type d -prune -exec rm -rf {} +

# What there is to do with srccheck: make demo, test, check, bench, model, docs, pictures, clean.
.POSIX:

PYTHON = python3
VENV = .venv
BIN = $(VENV)/bin
STAMP = $(VENV)/.installed
BENCH = $(VENV)/.installed-bench
BENCH_LINKS = $(VENV)/.installed-bench-links
DEMO = examples
DATA = ../shared/data/references

.PHONY: demo test check bench bench-links model pictures gains docs docs-site clean

demo: $(STAMP)
	$(BIN)/srccheck lint $(DEMO) --exit-zero

test: $(STAMP)
	$(MAKE) check
	PYTHONWARNDEFAULTENCODING=1 $(BIN)/python -m pytest -q -n auto

check: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(BENCH)
	$(BIN)/python -m srccheck.compiling
	$(BIN)/python -m compileall -q src
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/page.py

bench-links: $(BENCH_LINKS)
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python benchmarks/links.py

gains: $(STAMP)
	$(BIN)/python tools/gains.py $(AGAINST)

model: $(STAMP)
	$(BIN)/python tools/train_entries.py $(DATA)

docs: $(STAMP)
	$(BIN)/python tools/write_rule_docs.py
	$(BIN)/python tools/write_config_files.py

pictures: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,browser]'
	$(BIN)/python tools/picture_page.py
	$(BIN)/python tools/picture_word.py

docs-site: $(STAMP)
	$(BIN)/mkdocs build --strict --quiet

clean:
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "srccheck needs Python 3.11 or later; $(PYTHON) is $$($(PYTHON) --version 2>&1)." \
	    "Name another one: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "The module venv is missing from $(PYTHON). On Debian and Ubuntu:" \
	    "sudo apt install python3-venv" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

$(BENCH_LINKS): $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,bench-links]'
	touch $@

$(BENCH): $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,bench,browser]'
	touch $@

# The two commands that matter: make demo, make test. Each sets up all that it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: setup setup-system demo test lint types rooms unit nightly-kills fuzz-api lock bench clean

setup: $(VENV)/.ready  ## Make .venv with everything, from hash-locked requirements

$(VENV)/.ready: requirements/dev.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

setup-system:  ## Debian packages: reading scanned pages, a browser for the tests (needs root)
	apt-get update -qq
	apt-get install -y -qq --no-install-recommends tesseract-ocr-eng tesseract-ocr-rus tesseract-ocr-kaz chromium

demo: setup  ## Build the demonstration observatory in demo/ and print its release
	$(BIN)/python examples/make_demo.py

test: setup lint types rooms unit  ## All checks

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

rooms: setup
	$(BIN)/lint-imports

unit: setup
	$(BIN)/pytest -n 2 --dist loadgroup

nightly-kills: setup  ## 500 random kills instead of the 50 of the normal tests
	SHOLU_KILLS=500 $(BIN)/pytest tests/faults

fuzz-api: setup  ## 300 requests at random for each address of /api, instead of the 5 of the normal tests
	SHOLU_FUZZ_EXAMPLES=300 $(BIN)/pytest tests/web/test_api_fuzz.py

nightly-payloads: setup  ## All 16,000 payloads in the browser instead of 300; axe in all looks
	SHOLU_PAYLOADS=20000 SHOLU_ALL_LOOKS=1 $(BIN)/pytest tests/browser

bench: setup  ## Speed beside trafilatura alone, on a generated corpus
	$(BIN)/python benchmarks/read_news.py

bench-site: setup  ## The site under load (needs wrk and chromium); RELEASES=folder of make_package.py
	$(BIN)/python benchmarks/site_load.py $(RELEASES)

lock:  ## Make the locks anew (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --extra ocr pyproject.toml -o requirements/run.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --extra ocr pyproject.toml requirements/dev.in -o requirements/dev.lock

clean:
	rm -rf $(VENV) demo

# One line a target; `make install [VENV=.venv]` comes first for all of them.
VENV ?= .venv
PYTHON ?= python3
BIN = $(VENV)/bin
STAMP = $(VENV)/.installed
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

.PHONY: install run test test-slow soak lint eval bench clean

install: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) setuptools
	$(PIP) --no-build-isolation -e '.[test]'
	# slovnet's model files come in the natasha wheel, whose own dependencies are not used
	$(PIP) --no-deps natasha
	touch $(STAMP)

run: install
	@$(BIN)/python -m bot start

test: install
	$(BIN)/python -m pytest -m 'not slow and not soak'

test-slow: install
	$(BIN)/python -m pytest -m slow

soak: install
	$(BIN)/python -m pytest -m soak

lint: install
	$(BIN)/python -m ruff check .
	$(BIN)/python -m mypy

eval: install
	$(BIN)/python -m benchmarks.evaluation

bench: install
	$(PIP) -e '.[bench,fast]' --no-build-isolation
	$(BIN)/python -m benchmarks.engines --write
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m benchmarks.fields_speed
	$(BIN)/python -m benchmarks.attribution_cost
	$(BIN)/python -m benchmarks.reload
	$(BIN)/python -m benchmarks.chat

clean:
	rm -rf $(VENV) state .mypy_cache .ruff_cache .pytest_cache build *.egg-info

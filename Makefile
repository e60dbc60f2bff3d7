# One line a target; `make install [VENV=.venv]` comes first for all of them.
VENV ?= .venv
PYTHON ?= python3
BIN = $(VENV)/bin
STAMP = $(VENV)/.installed

.PHONY: install run test test-slow lint eval bench clean

install: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test]'
	# slovnet's model files come in the natasha wheel, whose own dependencies are not used
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt --no-deps natasha
	touch $(STAMP)

run: install
	@$(BIN)/python -m bot start

test: install
	$(BIN)/python -m pytest -m 'not slow'

test-slow: install
	$(BIN)/python -m pytest -m slow

lint: install
	$(BIN)/python -m ruff check .
	$(BIN)/python -m mypy

eval: install
	$(BIN)/python -m benchmarks.evaluation

bench: install
	$(BIN)/python -m benchmarks.speed

clean:
	rm -rf $(VENV) state .mypy_cache .ruff_cache .pytest_cache build *.egg-info

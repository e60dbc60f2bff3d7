# Дословно in a container. Build: docker build -t doslovno . ; run: see compose.yaml.
# The corpus is mounted, never baked in; what is kept of users and derived lives under /state.

FROM python:3.11-slim AS build
ENV VENV=/opt/venv PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /app
COPY pyproject.toml constraints.txt README.md LICENSE THIRD_PARTY.md ./
COPY corpus ./corpus
COPY retrieval ./retrieval
COPY bot ./bot
COPY playground ./playground
COPY benchmarks ./benchmarks
RUN python3 -m venv "$VENV"
RUN "$VENV/bin/python" -m pip install --quiet -c constraints.txt setuptools
RUN "$VENV/bin/python" -m pip install --quiet -c constraints.txt --no-build-isolation -e .
# slovnet's model files come in the natasha wheel, whose own dependencies are not used
RUN "$VENV/bin/python" -m pip install --quiet -c constraints.txt --no-deps natasha

FROM python:3.11-slim
RUN useradd --system --uid 10001 --home-dir /app --no-create-home doslovno \
 && mkdir /state /corpus && chown doslovno /state
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
WORKDIR /app
COPY config.yaml ./
ENV CORPUS_PATH=/corpus STATE_PATH=/state DOSLOVNO__HEALTH__PORT=8081 PYTHONDONTWRITEBYTECODE=1
USER doslovno
VOLUME ["/state"]
# SIGTERM reaches the program itself; it ends when what it has begun is delivered.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s CMD ["/opt/venv/bin/python", "-m", "bot", "health"]
ENTRYPOINT ["/opt/venv/bin/python", "-m", "bot"]
CMD ["run"]

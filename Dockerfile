# The archive's folder is mounted at /corpus (it may be read-only), the index lives on the volume /data:
#
#   docker build -t communique .
#   docker run -p 8000:8000 -v ./my-archive:/corpus:ro -v communique-index:/data communique
#
# Without a mount the sample archive is served. `docker run … communique communique status` runs any other command.

FROM python:3.11-slim AS build
WORKDIR /src
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY indexer indexer
COPY web web
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /wheels .
RUN python -m venv /opt/communique
RUN /opt/communique/bin/pip install --no-cache-dir -c constraints.txt "$(ls /wheels/communique-*.whl)[tantivy]"

FROM python:3.11-slim
COPY --from=build /opt/communique /opt/communique
COPY corpus /corpus
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin communique && install -d -o communique -g communique /data
ENV PATH=/opt/communique/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    COMMUNIQUE_CORPUS=/corpus \
    COMMUNIQUE_INDEX=whoosh:/data/index \
    COMMUNIQUE_HOST=0.0.0.0 \
    COMMUNIQUE_PORT=8000
VOLUME ["/corpus", "/data"]
WORKDIR /data
USER 10001
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
CMD ["communique", "serve"]

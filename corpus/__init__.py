"""What was said, by whom, and where: files become articles, quotations and speakers."""

import os

# The models multiply small matrices: a second thread of numpy's only waits for the first, and costs two thirds of the
# speed. The variable is read when numpy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

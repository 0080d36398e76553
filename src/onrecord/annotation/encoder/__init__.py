"""The trained annotator: words to word pieces, one pass of the encoder, and its figures back to exact offsets."""

import os

# numpy's own threads gain nothing on products as small as those of decoding; waiting for each other they cost several
# times what they save. This counts where numpy is not loaded yet and the user has set nothing.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

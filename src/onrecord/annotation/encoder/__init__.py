"""The trained annotator: words to word pieces, one pass of the encoder, and its figures back to exact offsets."""

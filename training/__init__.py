"""How the weights of the annotator are made: readers, windows, model, training, decoding, export. Not shipped."""

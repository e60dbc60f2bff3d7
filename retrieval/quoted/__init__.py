"""An alleged quotation beside what the corpus printed: its words, the printed words, and how they differ."""

"""Languages: which one a text is in, its tables of words, how it writes figures and quotations, its sentences."""

"""The names of a story: where they stand, whom they mean, and which of their spellings is right."""

"""One module per way of detecting: `detect(story)`, which yields proposals."""

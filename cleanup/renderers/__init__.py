"""One module per output format: `render(report, path)`, which returns text."""

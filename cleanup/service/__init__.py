"""The ways in over HTTP: `cleanup serve`. Cleaning runs in processes of its own, so that no answer waits for it."""

"""May this happen, what follows, how the history is written and read: pure Python."""

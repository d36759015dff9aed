"""Web and worker processes are killed under full load: what was answered is there, once."""

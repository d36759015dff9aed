"""What `make bench` measures. Every figure is a ratio against a floor of the same run, or a count."""

"""What follows from many reports at once; pure Python."""

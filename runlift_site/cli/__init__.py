"""The command line: reads flags, calls one function, shows what it found, sets the exit status."""

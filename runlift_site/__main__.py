"""Lets ``python -m runlift_site`` stand in for the command."""

from runlift_site.start import main

main()

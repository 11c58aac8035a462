"""Runlift: a static site generator for running-and-lifting plans and exercise guides."""

__version__ = "0.1.0"

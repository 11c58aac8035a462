"""Turns decided outputs into a published folder, reusing what was made before."""

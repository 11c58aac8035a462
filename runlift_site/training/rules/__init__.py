"""Coaching questions asked of an expanded plan, one rule a function."""

"""The way from content to a published site: the ten steps, and what decides each group of outputs.

Read ``build`` first.
"""

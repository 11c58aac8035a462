"""The room that knows both YAML and training: places the errors of the records."""

"""Text with places: files read once, YAML and front matter turned into values with positions."""

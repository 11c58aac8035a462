"""What can be said about a mistake in an author's file, and how it is shown."""

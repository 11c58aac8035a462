"""The drawing tools, which know no coaching: templates, prose, PDF, fonts."""

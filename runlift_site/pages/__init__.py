"""Every output decided before anything is drawn: addresses, views, one file a page kind."""

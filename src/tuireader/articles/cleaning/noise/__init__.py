"""Lines that are not the article: what each rule finds, and what is done about it."""

"""What was said, by whom, and where: files become articles, quotations and speakers."""

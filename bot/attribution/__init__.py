"""Attribution shown: an article with its markup for a person to check, and in the gold format for a scorer."""

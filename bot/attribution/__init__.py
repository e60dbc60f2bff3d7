"""Attribution shown: an attributed article for a person to check, and in the gold format for a scorer."""

"""How each language reports words without quoting them; the rules of a language stand in its own module."""

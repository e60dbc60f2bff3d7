"""Words of speech: how each language says that somebody says. The same names in ru.py and kk.py, data only."""

"""Opening: what commands begin with: the settings read, the logs set up."""

from __future__ import annotations

import os
from argparse import Namespace

from bot.logs import setup_logs
from bot.settings import Settings, load_settings


def open_settings(arguments: Namespace) -> Settings:
    """Raises SettingsError with everything that is wrong."""
    corpus = getattr(arguments, "corpus", None)
    settings = load_settings(arguments.config, os.environ, {"corpus.path": corpus} if corpus is not None else {})
    setup_logs(settings.log.level, settings.secrets)
    return settings

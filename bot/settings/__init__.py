"""Settings: config.yaml and the environment as one frozen value, complained about once, at start, by name."""

from bot.settings.loading import load_settings
from bot.settings.settings import Secret, Settings, SettingsError

__all__ = ["Secret", "Settings", "SettingsError", "load_settings"]

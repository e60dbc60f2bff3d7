"""Settings: the value that the rest of the bot is given."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

MASK = "***"


@dataclass(frozen=True, slots=True)
class Secret:
    """A string that no ``repr``, ``str`` or log shows; ``value`` is asked for where it is sent."""

    value: str = field(repr=False)

    def __str__(self) -> str:
        return MASK


@dataclass(frozen=True, slots=True)
class CorpusSettings:
    path: Path
    dictionary: Path | None = None
    people: Path | None = None
    outlets: Path | None = None
    by_content: bool = False
    watch: bool = False


@dataclass(frozen=True, slots=True)
class StateSettings:
    path: Path


@dataclass(frozen=True, slots=True)
class TelegramSettings:
    base_url: str
    base_file_url: str
    admin_ids: tuple[int, ...]
    admin_chat: int


@dataclass(frozen=True, slots=True)
class GroupSettings:
    allow: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AnswerSettings:
    extracts: int
    most: int
    strictness: str  # a value of retrieval.decision.Strictness
    max_question: int
    at_once: int
    per_minute: int


@dataclass(frozen=True, slots=True)
class InlineSettings:
    results: int
    cache_seconds: int


@dataclass(frozen=True, slots=True)
class WebhookSettings:
    url: str
    listen: str
    port: int
    path: str
    secret: Secret | None


@dataclass(frozen=True, slots=True)
class HealthSettings:
    port: int


@dataclass(frozen=True, slots=True)
class LogSettings:
    level: str


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set. ``token`` is null where the environment gives none; ``source`` is null where no
    config file was read."""

    source: Path | None
    token: Secret | None
    corpus: CorpusSettings
    state: StateSettings
    telegram: TelegramSettings
    groups: GroupSettings
    answer: AnswerSettings
    inline: InlineSettings
    webhook: WebhookSettings
    health: HealthSettings
    log: LogSettings

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must appear in no log."""
        return tuple(secret.value for secret in (self.token, self.webhook.secret) if secret is not None)


class SettingsError(Exception):
    """``problems``: every wrong setting, one line each, naming the setting and what it may be."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems

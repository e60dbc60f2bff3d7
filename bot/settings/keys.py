"""Keys: every setting with its kind, its default and its own environment variable, if it has one."""

from __future__ import annotations

from dataclasses import dataclass

from bot.settings import kinds
from bot.settings.kinds import Kind


@dataclass(frozen=True, slots=True)
class Key:
    """``name`` is "section.key"; ``default`` is written as in config.yaml."""

    name: str
    kind: Kind
    default: object
    variable: str | None = None

    @property
    def section(self) -> str:
        return self.name.partition(".")[0]

    @property
    def field(self) -> str:
        return self.name.partition(".")[2]

    @property
    def variables(self) -> tuple[str, ...]:
        """The environment variables that set it, the strongest first."""
        general = PREFIX + self.name.replace(".", "__").upper()
        return (self.variable, general) if self.variable else (general,)


PREFIX = "DOSLOVNO__"

KEYS = (
    Key("corpus.path", kinds.path, "corpus/articles", "CORPUS_PATH"),
    Key("corpus.dictionary", kinds.path_or_none, ""),
    Key("corpus.people", kinds.path_or_none, ""),
    Key("corpus.outlets", kinds.path_or_none, ""),
    Key("corpus.by_content", kinds.boolean, False),
    Key("corpus.watch", kinds.boolean, False),
    Key("state.path", kinds.path, "state", "STATE_PATH"),
    Key("telegram.base_url", kinds.address, "https://api.telegram.org/bot", "TELEGRAM_BASE_URL"),
    Key("telegram.base_file_url", kinds.address, "https://api.telegram.org/file/bot", "TELEGRAM_BASE_FILE_URL"),
    Key("telegram.admin_ids", kinds.user_ids, [], "ADMIN_IDS"),
    Key("telegram.admin_chat", kinds.chat_or_none, 0),
    Key("groups.allow", kinds.chat_ids, []),
    Key("answer.extracts", kinds.whole(1, 20), 3),
    Key("answer.most", kinds.whole(1, 50), 21),
    Key("answer.strictness", kinds.one_of("low", "usual", "high"), "usual"),
    Key("answer.max_question", kinds.whole(16, 4096), 1000),
    Key("answer.at_once", kinds.whole(1, 64), 2),
    Key("answer.per_minute", kinds.whole(0, 100_000), 1200),
    Key("inline.results", kinds.whole(1, 50), 10),
    Key("inline.cache_seconds", kinds.whole(0, 86400), 30),
    Key("webhook.url", kinds.address_or_empty, ""),
    Key("webhook.listen", kinds.text, "127.0.0.1"),
    Key("webhook.port", kinds.whole(1, 65535), 8443),
    Key("webhook.path", kinds.text, ""),
    Key("webhook.secret", kinds.webhook_secret, ""),
    Key("health.port", kinds.whole(0, 65535), 0),
    Key("log.level", kinds.one_of("DEBUG", "INFO", "WARNING", "ERROR"), "INFO"),
)

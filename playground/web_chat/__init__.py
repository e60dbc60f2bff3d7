"""Web chat: the page, what its people do, and the stream of what happens; the page itself is in `web/`."""

"""Sending: every call to Telegram on its way: paced, waited out, tried again, delivered once."""

from bot.sending.deliveries import Deliveries

__all__ = ["Deliveries"]

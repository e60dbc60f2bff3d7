"""World: the users, chats, messages and files of the playground, and who is told when they change."""

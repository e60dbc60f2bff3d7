"""The cast: the people and the group that a newcomer finds in the playground, invented like their names."""

from playground.world.chats import SUPERGROUP, Chat
from playground.world.users import User
from playground.world.world import World

BOT = User(5000000001, "Дословно", username="doslovno_bot", is_bot=True)
ANNA = User(100000001, "Анна", "Лебедева", "anna_lebedeva", "ru")
YERLAN = User(100000002, "Ерлан", "Сапаров", "yerlan_saparov", "kk")
EMILY = User(100000003, "Emily", "Carter", "emily_carter", "en")
EDITOR = User(100000009, "Дана", "Омарова", "dana_omarova", "ru")

PEOPLE = (ANNA, YERLAN, EMILY, EDITOR)
ADMINISTRATORS = (EDITOR,)
GROUP_ID = -1002000000001


def furnish(world: World) -> World:
    """Put the people into the world, each with a private chat, and all of them into one group with a topic."""
    for user in PEOPLE:
        world.add_user(user)
    group = Chat(GROUP_ID, SUPERGROUP, title="Утренняя летучка", is_forum=True)
    world.add_group(group, [*PEOPLE, world.bot], creator=EDITOR)
    world.open_topic(group, "Транзит и торговля", EDITOR)
    return world

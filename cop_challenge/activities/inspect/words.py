"""The interface words of Fish or Friend."""

from __future__ import annotations

from collections.abc import Mapping

from cop_challenge.activities.inspect.parts import Part
from cop_challenge.core.text import Text

FISH = Text("Fish", "ui.inspect.fish")
FRIEND = Text("Friend", "ui.inspect.friend")
FISH_IS = Text("A trick", "ui.inspect.fish-is")
FRIEND_IS = Text("Genuine", "ui.inspect.friend-is")

BEGIN = Text("Tap a part: what does the magnifier show?", "ui.inspect.begin")
CLUES = Text("Clues: {found} of {needed}", "ui.inspect.clues")
DECIDE = Text("Fish or friend?", "ui.inspect.decide")
LOOK_AGAIN = Text("Look again where it glows.", "ui.inspect.look-again")
IT_IS_FISH = Text("It is a fish!", "ui.inspect.it-is-fish")
IT_IS_FRIEND = Text("It is a friend!", "ui.inspect.it-is-friend")
WHAT_NOW = Text("A fish! What do you do with it?", "ui.inspect.what-now")
WHAT_NOW_FRIEND = Text("A friend! What do you do now?", "ui.inspect.what-now-friend")

PARTS: Mapping[Part, Text] = {
    Part.SENDER: Text("Sender", "ui.inspect.part.sender"),
    Part.ADDRESS: Text("Address", "ui.inspect.part.address"),
    Part.NAME: Text("Name", "ui.inspect.part.name"),
    Part.GREETING: Text("Greeting", "ui.inspect.part.greeting"),
    Part.TEXT: Text("Text", "ui.inspect.part.text"),
    Part.REQUEST: Text("Request", "ui.inspect.part.request"),
    Part.PICTURE: Text("Picture", "ui.inspect.part.picture"),
    Part.LINK: Text("Link", "ui.inspect.part.link"),
    Part.ATTACHMENT: Text("Attachment", "ui.inspect.part.attachment"),
    Part.DATE: Text("Date", "ui.inspect.part.date"),
    Part.COUNT: Text("Numbers", "ui.inspect.part.count"),
    Part.SMALL_PRINT: Text("Small print", "ui.inspect.part.small-print"),
}
"""What each part of a document is called."""

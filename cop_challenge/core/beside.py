"""What screens show beside the visit itself: spot messages where they invite, services where help is near."""

from __future__ import annotations

from cop_challenge.core import words
from cop_challenge.core.helpline import Helpline, Service, for_track, one_of_each
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.screen import Screen
from cop_challenge.core.spot import in_turn
from cop_challenge.core.text import Text
from cop_challenge.core.track import Track


def messages(options: VisitOptions, screen: Screen) -> tuple[Text, ...]:
    """On the attract screen: the slogan, and the messages of the tracks that can be played here, by turns."""
    if screen is not Screen.ATTRACT:
        return ()
    filled = {card.track for card in options.cards}
    wanted = {options.track} & filled or filled
    offered = (track.id for track in options.tracks if track.id in wanted)
    return (words.SLOGAN, *in_turn(options.spot_messages, offered))


def helplines(
    options: VisitOptions, screen: Screen, track: Track | None, language: str
) -> tuple[Helpline, ...]:
    """Whom to call: somebody to talk to on the calm screen; on the passport one of each sort.

    Nothing where players do not read yet: a number is nothing to them, and the grown-up who comes has it
    from staff. Nothing before somebody has said who plays.
    """
    if track is None or track.pictured or screen not in (Screen.GROWN_UP, Screen.PASSPORT):
        return ()
    wanted = (Service.HELPLINE,) if screen is Screen.GROWN_UP else tuple(Service)
    services = [service for service in wanted if service in track.services]
    return one_of_each(services, for_track(options.helplines, track.id, language))

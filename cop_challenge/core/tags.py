"""What a lesson teaches, in the field's own terms."""

from __future__ import annotations

from enum import StrEnum


class Habit(StrEnum):
    """The five SMART habits of ITU's children's guidelines; one lantern each, in this order."""

    SET_LIMITS = "set-limits"
    MEETING = "meeting"
    ACCEPTING = "accepting"
    REACT = "react"
    TELL = "tell"


class Risk(StrEnum):
    """The four Cs of online risk (CO:RE, doi 10.21241/ssoar.71817)."""

    CONTENT = "content"
    CONTACT = "contact"
    CONDUCT = "conduct"
    CONTRACT = "contract"


class Strand(StrEnum):
    """The eight strands of UKCIS, Education for a Connected World."""

    SELF_IMAGE = "self-image-and-identity"
    RELATIONSHIPS = "online-relationships"
    REPUTATION = "online-reputation"
    BULLYING = "online-bullying"
    INFORMATION = "managing-online-information"
    HEALTH = "health-well-being-and-lifestyle"
    PRIVACY = "privacy-and-security"
    COPYRIGHT = "copyright-and-ownership"


class Feeling(StrEnum):
    """How a story's hero feels; a child sees it change."""

    HAPPY = "happy"
    CALM = "calm"
    UNSURE = "unsure"
    WORRIED = "worried"
    SAD = "sad"
    RELIEVED = "relieved"
    PROUD = "proud"

"""A stand-in for an Arabic catalogue: a few sentences as they are, everything else in Arabic letters.

The letters make no words; they show how a page looks that is written from the right.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from cop_challenge.core.text import Text
from cop_challenge.i18n.translator import Translator

SENTENCES = {
    "ui.title": "خليج الفوانيس",
    "ui.slogan": "انقر بأمان، انقر بذكاء",
    "ui.attract.begin": "المس الشاشة لتضيء الخليج",
    "ui.language.title": "اختر لغتك",
    "ui.track.title": "اختر ضوءك",
    "ui.avatar.title": "من أنت اليوم؟",
    "ui.next": "التالي",
    "ui.back": "رجوع",
    "ui.leave": "إلى الخريطة",
    "ui.pause.title": "استراحة قصيرة",
    "ui.pause.go-on": "تابع",
    "ui.still-here": "هل ما زلت هنا؟",
    "ui.still-here.yes": "أنا هنا!",
    "ui.grown-up.title": "هنا شخص كبير يمكنه المساعدة.",
    "ui.passport.lanterns": "الفوانيس: {lit} من {total}",
    "ui.passport.light": "الضوء: {light}",
    "ui.habit.tell": "أخبر شخصًا",
    "ui.habit.react": "تصرّف",
}

LETTERS = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz,;?",
        "ابجدهفقحيكسلمنورزشتثخضعغصط،؛؟",
        strict=True,
    )
)


def in_arabic(words: str) -> str:
    """The words letter by letter; placeholders, figures, addresses and numbers stay."""
    parts = re.split(r"(\{\w+\}|\S+\.example\S*)", words)
    return "".join(
        part if number % 2 else "".join(LETTERS.get(char.lower(), char) for char in part)
        for number, part in enumerate(parts)
    )


class Arabic(Translator):
    """Every text of the game in Arabic, as in Egypt: with ٠ to ٩."""

    def __init__(self) -> None:
        super().__init__(Path(), "ar")
        self.country = "EG"

    def __call__(self, text: Text) -> str:
        """The stand-in; what has no key, such as an address, is nobody's to translate."""
        if text.key:
            text = replace(text, source=SENTENCES.get(text.key) or in_arabic(text.source), key="")
        return super().__call__(text)

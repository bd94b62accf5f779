"""Questions made of what hypothesis thinks of."""

from __future__ import annotations

from hypothesis import strategies as st

from cop_challenge.exchange.question import Choice, Matching, Option

WORD = st.text(
    st.one_of(
        st.sampled_from("abcZ09 .?!:#={}~\\<>&[]%$/*_-→éßשلእ你"),
        st.characters(categories=("L", "N", "P", "S")),
    ),
    min_size=1,
    max_size=24,
)


def _line(text: str) -> str:
    return " ".join(text.split())


LINE = WORD.map(_line).filter(bool)
"""A text as lessons hold them: one line, no blank at its ends."""
PLAIN_START = LINE.filter(lambda text: text[0] not in "%")
"""What may begin an answer: %50% there would be a weight."""
OPTION = st.builds(Option, PLAIN_START, st.booleans(), st.one_of(st.just(""), LINE))
CHOICE = st.builds(
    Choice,
    st.just(0),
    st.one_of(st.just(""), LINE),
    st.lists(LINE, min_size=1, max_size=2).map("\n".join),
    st.lists(OPTION, min_size=2, max_size=4, unique_by=lambda option: option.text)
    .filter(lambda options: len({option.right for option in options}) == 2)
    .map(tuple),
    st.one_of(st.just(""), LINE),
    st.one_of(st.just(""), LINE),
)
MATCHING = st.builds(
    Matching,
    st.just(0),
    st.one_of(st.just(""), LINE),
    LINE,
    st.lists(st.tuples(LINE, LINE), min_size=2, max_size=8)
    .filter(lambda pairs: len({place for _, place in pairs}) > 1)
    .map(tuple),
    feedback=st.one_of(st.just(""), LINE),
    category=st.one_of(st.just(""), LINE),
)

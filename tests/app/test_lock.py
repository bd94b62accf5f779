from __future__ import annotations

import time

from cop_challenge.app.knock import HOLD_SECONDS, Knock, Way
from cop_challenge.app.lock import Lock
from cop_challenge.day.pin import hashed


def tried(lock: Lock, pin: str, stored: str, now: float) -> bool:
    """Put it, and wait for the answer."""
    lock.put(pin, stored, now)
    while lock.busy:
        if lock.open(now):
            return True
        time.sleep(0.001)
    return False


def plain() -> Lock:
    """A lock whose PINs are not hashed."""
    return Lock(lambda typed, stored: typed == stored)


def test_the_days_pin_opens() -> None:
    """As it is hashed in a day file."""
    stored = hashed("2468")
    assert not tried(Lock(), "8642", stored, 0)
    assert tried(Lock(), "2468", stored, 0)


def test_wrong_tries_wait_twice_as_long_each_time() -> None:
    """1, 2, 4 … and never longer than a minute."""
    lock, now, waits = plain(), 0.0, []
    for _ in range(8):
        tried(lock, "1111", "2468", now)
        waits.append(lock.wait_seconds(now))
        now += waits[-1]
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]


def test_nothing_is_tried_while_one_waits() -> None:
    """Not even the right one; afterwards it opens, and mistakes are forgotten."""
    lock = plain()
    tried(lock, "1111", "2468", 0.0)
    assert not tried(lock, "2468", "2468", 0.5)
    assert tried(lock, "2468", "2468", 1.0)
    tried(lock, "1111", "2468", 2.0)
    assert lock.wait_seconds(2.0) == 1


def test_a_slow_hash_holds_nothing_up() -> None:
    """Putting a PIN returns at once."""
    lock = Lock(lambda typed, stored: time.sleep(0.3) is None)
    begun = time.perf_counter()
    lock.put("2468", "", 0.0)
    assert time.perf_counter() - begun < 0.2
    assert lock.busy


def test_only_what_is_held_for_long_is_a_knock() -> None:
    """A tap is none, a key that repeats is still held, and a knock is heard once."""
    knock = Knock()
    knock.hold(Way.CORNER, True, 0.0)
    knock.hold(Way.CORNER, False, 1.0)
    assert not knock.heard(HOLD_SECONDS + 1)
    knock.hold(Way.ESCAPE, True, 10.0)
    knock.hold(Way.ESCAPE, True, 11.0)
    assert not knock.heard(10.0 + HOLD_SECONDS - 0.1)
    assert knock.heard(10.0 + HOLD_SECONDS)
    assert not knock.heard(10.0 + HOLD_SECONDS)

"""Display and sound, each asked in a process of its own: drivers may hang, or take the program with them."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from cop_challenge.app.doctor.finding import Finding, good, look, mend

PROBE = "cop_challenge.app.doctor.probe"
SCREEN_SECONDS, SOUND_SECONDS = 30.0, 10.0
"""After which a device is taken to hang."""
LEAST_SIZE = (1024, 600)
"""Pixels; the game plays on less, but small letters are hard to read across a table."""
LEAST_BITS = 24
SLOW_SECONDS = 5.0
"""To the first picture: longer, and children press everything."""
UNHEARD = "Ages 5 to 7 can't be read to without sound."
UNSEEN = frozenset({"dummy", "offscreen"})


@dataclass
class Answer:
    """What a probe told."""

    facts: dict[str, Any] = field(default_factory=dict)
    seconds: float = 0.0
    """From its start to its last line."""
    problem: str = ""
    """It did not come to its end."""


def asked(what: str, patience_seconds: float, command: tuple[str, ...] = ()) -> Answer:
    """Starts the probe and hears what it says, no longer than that."""
    begun = time.perf_counter()
    command = command or (sys.executable, "-m", PROBE, what)
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
    )
    lines: queue.SimpleQueue[tuple[float, str]] = queue.SimpleQueue()
    answer = Answer()

    def listen() -> None:
        assert process.stdout is not None
        with process.stdout:
            for line in process.stdout:
                lines.put((time.perf_counter() - begun, line))

    listener = threading.Thread(target=listen, name=f"probe-{what}", daemon=True)
    listener.start()
    try:
        if process.wait(patience_seconds):
            answer.problem = f"its driver ended the program (code {process.returncode})"
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        answer.problem = f"no answer in {patience_seconds:.0f} seconds"
    listener.join(1)
    while not lines.empty():
        answer.seconds, line = lines.get()
        answer.facts |= json.loads(line)
    return answer


def screen() -> Iterator[Finding]:
    """The display, and how long the first picture takes."""
    yield from of_screen(asked("screen", SCREEN_SECONDS))


def of_screen(answer: Answer) -> Iterator[Finding]:
    """What an answer says of the display."""
    facts = answer.facts
    if "size" not in facts:
        why = facts.get("none") or answer.problem or "it can't be opened"
        yield mend(
            "Display", f"{why}.", "Run this on the laptop's own desktop, with the screen that will be used."
        )
        return
    (width, height), bits, driver = facts["size"], facts["bits"], facts["driver"]
    said = f"{width} × {height}, {bits} bits ({driver})."
    if driver in UNSEEN:
        yield look("Display", f"{said} Nobody sees it.", "Take SDL_VIDEODRIVER out of the environment.")
    elif width < LEAST_SIZE[0] or height < LEAST_SIZE[1] or bits < LEAST_BITS:
        least = f"{LEAST_SIZE[0]} × {LEAST_SIZE[1]} or more, and {LEAST_BITS} bits"
        remedy = f"Choose {least}, in the display settings."
        yield look("Display", said, remedy)
    else:
        yield good("Display", said)
    if not facts.get("shown"):
        yield mend(
            "First picture",
            f"{answer.problem or 'there is none'}.",
            "Restart the laptop; if it stays so, take another.",
        )
    elif answer.seconds > SLOW_SECONDS:
        yield look(
            "First picture",
            f"after {answer.seconds:.1f} seconds.",
            "Close other programs; run this once more.",
        )
    else:
        yield good("First picture", f"after {answer.seconds:.1f} seconds.")


def sound() -> Iterator[Finding]:
    """The sound device."""
    yield from of_sound(asked("sound", SOUND_SECONDS))


def of_sound(answer: Answer) -> Iterator[Finding]:
    """What an answer says of the sound."""
    driver = answer.facts.get("driver", "")
    if answer.problem:
        yield look("Sound", f"{answer.problem}. {UNHEARD}", "Restart the laptop and look again.")
    elif reason := answer.facts.get("reason"):
        yield look("Sound", reason, UNHEARD)
    elif driver in UNSEEN:
        yield look("Sound", f"{driver}: nobody hears it.", "Take SDL_AUDIODRIVER out of the environment.")
    else:
        yield good("Sound", f"a device is open ({driver}).")

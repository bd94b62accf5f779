"""`doctor`: every look at the laptop, one after the other; none may hang."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from cop_challenge.app.doctor import content, devices, fonts, machine, packages, voices
from cop_challenge.app.doctor.case import Case
from cop_challenge.app.doctor.finding import Finding, mend

USUAL_SECONDS = 20.0
"""Far more than a look needs on a slow laptop; a folder on a lost network drive may take for ever."""
DEVICES_SECONDS = devices.SCREEN_SECONDS + 5
"""A look at a device has a limit of its own, a little below."""


@dataclass(frozen=True)
class Check:
    """One look."""

    name: str
    """What stands in front if it takes too long."""
    run: Callable[[], Iterable[Finding]]
    limit_seconds: float = USUAL_SECONDS


def checks(case: Case, today: date) -> tuple[Check, ...]:
    """All of them. The display comes first: its first picture is timed while nothing else runs."""
    return (
        Check("Python", packages.python),
        Check("Packages", packages.packages),
        Check("Display", devices.screen, DEVICES_SECONDS),
        Check("Sound", devices.sound, DEVICES_SECONDS),
        Check("Fonts", lambda: fonts.fonts(case.places.assets / "fonts")),
        Check("Lessons", lambda: content.lessons(case, today)),
        Check("Day", lambda: content.day(case)),
        Check("Helplines", lambda: content.helplines(case, today)),
        Check("Languages", lambda: content.languages(case)),
        Check("Voices", lambda: _voices(case), voices.PATIENCE_SECONDS * 10),
        Check("Results", lambda: machine.results(case.places)),
        Check("Disk", lambda: machine.disk(case.places)),
        Check("Drawn pictures", lambda: machine.cache(case.places)),
        Check("Clock", lambda: machine.clock(today, case.held.dates if case.held else ())),
        Check("Other stations", machine.other_stations),
    )


def _voices(case: Case) -> Iterator[Finding]:
    sentences = [(code, case.sentence(code)) for code in case.languages]
    yield from voices.voices(sentences, case.spoken.narrated())


def examine(looks: Iterable[Check]) -> Iterator[Finding]:
    """What each finds, as soon as it is found; never raises, and ends whatever a look does."""
    for check in looks:
        yield from _within(check)


def _within(check: Check) -> list[Finding]:
    found: list[Finding] = []
    remedy = "Restart the laptop and look again; if it stays so, take another."

    def run() -> None:
        try:
            found.extend(check.run())
        except Exception as error:  # one look that fails must not keep the others from being made
            found.append(
                mend(check.name, f"the look at it failed ({type(error).__name__}: {error}).", remedy)
            )

    thread = threading.Thread(target=run, name=f"doctor-{check.name}", daemon=True)
    thread.start()
    thread.join(check.limit_seconds)
    if thread.is_alive():
        late = mend(check.name, f"no answer in {check.limit_seconds:.0f} seconds.", remedy)
        return [*found, late]
    return found

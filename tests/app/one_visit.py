"""Plays to the first lantern on whatever disk it finds, and tells as JSON how that went."""

from __future__ import annotations

import json

from cop_challenge.app import wiring
from cop_challenge.app.play import make_station
from cop_challenge.app.window import Loop, open_window
from cop_challenge.core.activity import Role, legal
from cop_challenge.core.screen import Screen
from cop_challenge.store.database import Store, StoreError
from cop_challenge.store.recorder import Recorder

places = wiring.places()
recorder = Recorder(places.results)
choices = wiring.Choices(track="8-12", language="en", seed=3)
station, lessons = make_station(open_window((640, 360), chosen=True), choices, places, recorder)
loop = Loop(station, wiring.now)
lessons.start()
while not station.loaded:
    loop.step()
while station.view.screen is not Screen.LANTERN:
    ahead = [offer for offer in legal(station.view.offers) if offer.role in (Role.ANSWER, Role.ADVANCE)]
    station.act(ahead[0].action)
    loop.step()
recorder.flush()
problems = map(station.studio.translator, station._desk.facts().problems)
station.close()
recorder.close()
try:
    with Store(places.results) as store:
        kept = sum(1 for _ in store.rows())
except StoreError:
    kept = 0
screen = str(station.view.screen)
print(json.dumps({"screen": screen, "problem": "; ".join(problems), "facts": recorder.kept, "kept": kept}))

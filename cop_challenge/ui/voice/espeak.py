"""espeak-ng, as the package espeakng-loader brings it: a voice for every language and every system.

Its library is spoken to as its header `speak_lib.h` describes. It is GPL: only the voice's own process
(`worker`) imports this.
"""

from __future__ import annotations

import ctypes

from cop_challenge.ui.voice.wave import wave_of

SYNCHRONOUS, NO_EXIT, UTF8, CHARACTERS = 2, 0x8000, 1, 1
"""AUDIO_OUTPUT_SYNCHRONOUS, espeakINITIALIZE_DONT_EXIT, espeakCHARS_UTF8, POS_CHARACTER."""
RATE = 1
"""espeakRATE."""
WORDS_A_MINUTE = {"slow": 110, "normal": 140, "fast": 175}
"""Its own usual is 175: too fast for children, in a hall."""

NAMES = {"zh": "cmn"}
"""By language, where its voice is called otherwise."""

Heard = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


class Espeak:
    """OSError if the library can't be loaded."""

    name = "espeak-ng"

    def __init__(self) -> None:
        import espeakng_loader

        self._library = ctypes.CDLL(espeakng_loader.get_library_path())
        folder = str(espeakng_loader.get_data_path()).encode()
        self._rate: int = self._library.espeak_Initialize(SYNCHRONOUS, 0, folder, NO_EXIT)
        if self._rate <= 0:
            raise OSError(f"espeak-ng found no voices in {folder.decode(errors='replace')}")
        self._samples = bytearray()
        self._heard = Heard(self._keep)  # held here: the library keeps no reference
        self._library.espeak_SetSynthCallback(self._heard)
        self._library.espeak_Synth.argtypes = [
            *(ctypes.c_char_p, ctypes.c_size_t, ctypes.c_uint, ctypes.c_int),
            *(ctypes.c_uint, ctypes.c_uint, ctypes.c_void_p, ctypes.c_void_p),
        ]

    def _keep(self, samples: ctypes.c_void_p, count: int, events: object) -> int:
        if samples and count > 0:
            self._samples += ctypes.string_at(samples, 2 * count)
        return 0

    def speaks(self, language: str) -> bool:
        """Whether there is a voice of that language, and if so, it is taken."""
        voice = NAMES.get(language, language)
        return bool(self._library.espeak_SetVoiceByName(voice.encode()) == 0)

    def say(self, words: str, speed: str = "normal") -> bytes:
        """The words as a WAV file, in the language last asked for."""
        self._samples.clear()
        self._library.espeak_SetParameter(RATE, WORDS_A_MINUTE[speed], 0)
        text = words.encode() + b"\0"
        failed = self._library.espeak_Synth(text, len(text), 0, CHARACTERS, 0, UTF8, None, None)
        if failed or not self._samples:
            raise OSError(f"espeak-ng said nothing (error {failed})")
        return wave_of(bytes(self._samples), self._rate)

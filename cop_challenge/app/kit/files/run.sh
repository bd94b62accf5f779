#!/bin/sh
# $purpose
cd "$$(dirname "$$0")" || exit 1
if [ ! -x game/bin/python ]; then
    echo "The game is not installed yet. Run $install first."
    exit 1
fi
exec game/bin/python scripts/start.py $verb

#!/bin/sh
# Installs the game from this folder, with no network.
cd "$$(dirname "$$0")" || exit 1
for version in $pythons; do
    for python in "python$$version" "/Library/Frameworks/Python.framework/Versions/$$version/bin/python3" \
        "/opt/homebrew/bin/python$$version" "/usr/local/bin/python$$version" python3; do
        if "$$python" -c "import sys; sys.exit('%d.%d' % sys.version_info[:2] != '$$version')" 2>/dev/null; then
            exec "$$python" scripts/install.py
        fi
    done
done
echo "Python $wanted was not found on this computer. READ-ME-FIRST.txt says how to add it."
exit 1

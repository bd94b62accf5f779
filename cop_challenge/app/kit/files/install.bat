@echo off
rem Installs the game from this folder, with no network.
setlocal
pushd "%~dp0"
set "FOUND="
for %%V in ($pythons) do (
    if not defined FOUND py -%%V -c "import sys" >nul 2>nul && set "FOUND=py -%%V"
    if not defined FOUND python -c "import sys; sys.exit('%%d.%%d' %% sys.version_info[:2] != '%%V')" >nul 2>nul && set "FOUND=python"
)
if not defined FOUND (
    echo Python $wanted was not found on this computer. READ-ME-FIRST.txt says how to add it.
    popd
    pause
    exit /b 1
)
%FOUND% scripts\install.py
set "RESULT=%ERRORLEVEL%"
popd
pause
exit /b %RESULT%

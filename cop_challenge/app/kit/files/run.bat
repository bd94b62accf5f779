@echo off
rem $purpose
setlocal
pushd "%~dp0"
if not exist game\Scripts\python.exe (
    echo The game is not installed yet. Run $install first.
    popd
    pause
    exit /b 1
)
game\Scripts\python.exe scripts\start.py $verb
set "RESULT=%ERRORLEVEL%"
popd
$pause
exit /b %RESULT%

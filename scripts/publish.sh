#!/usr/bin/env bash
# Publishes the bot for production: needs the ASP.NET 10 runtime, starts quicker for being compiled ahead.
# The Dockerfile's build stage runs this, and so does a test, so that it cannot rot.
#   scripts/publish.sh FOLDER
set -euo pipefail
folder=$(realpath -m "${1:?the folder to publish into}")
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 CI=true
dotnet publish src/MspBot.Host/MspBot.Host.csproj -c Release -v quiet -clp:NoSummary \
    -p:PublishFor=linux-x64 -p:PublishReadyToRun=true --self-contained false -o "$folder"

#!/usr/bin/env bash
# Copies the bot's database into FOLDER, while the bot works, and keeps the newest KEEP copies (default 14).
#   deploy/backup.sh FOLDER [KEEP]        for example, from cron: 30 3 * * * cd /opt/mspbot && deploy/backup.sh /var/backups/mspbot
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/database.sh"

folder=${1:?the folder for the copies}
keep=${2:-14}
[[ $keep =~ ^[1-9][0-9]*$ ]] || stop "KEEP is a number from 1, not «$keep»"
umask 077 # people's names are inside
mkdir -p "$folder"

copy=$folder/mspbot-$(date -u +%Y%m%d-%H%M%S)-$$.dump
trap 'rm -f "$copy.part"' EXIT
pg_dump --format=custom --no-owner --no-privileges --file="$copy.part"
# A copy that cannot be read is not a copy.
pg_restore --list "$copy.part" >/dev/null
mv "$copy.part" "$copy"
echo "$copy"

ls -1t "$folder"/mspbot-*.dump | tail -n "+$((keep + 1))" | while read -r old; do rm -f "$old"; done

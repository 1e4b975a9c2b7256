#!/usr/bin/env bash
# Puts a copy made by backup.sh back: all or nothing; what the database held before is gone.
# The private PostgreSQL runs only while the bot does: start the bot, restore, then start it again.
#   deploy/restore.sh FILE
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/database.sh"

file=${1:?the copy to restore}
pg_restore --clean --if-exists --no-owner --no-privileges --single-transaction --exit-on-error --dbname="$PGDATABASE" "$file"
echo "Restored $file"

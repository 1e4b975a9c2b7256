#!/usr/bin/env bash
# Puts a copy made by backup.sh back: all or nothing; what the database held before is gone.
# Stop the bot first. The private PostgreSQL runs with it: «dotnet MspBot.Host.dll database» runs it alone meanwhile.
# The copy belongs to a feedback.key (or Feedback__Key): put that one back as well, from its own copy; with another the bot does not start.
#   deploy/restore.sh FILE
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/database.sh"

file=${1:?the copy to restore}
# Each running bot holds an advisory lock (0x4D53, its number); one that is just starting has its sessions.
count_alive() {
    psql -XAtq -v ON_ERROR_STOP=1 -c "
    select count(*)
    from (
        select pid from pg_locks
        where locktype = 'advisory' and classid = 19795 and objsubid = 2 and database = (select oid from pg_database where datname = current_database())
        union
        select pid from pg_stat_activity where datname = current_database() and application_name = 'mspbot'
    ) bot"
}
alive=$(count_alive)
# The sessions of a bot that has just stopped take a moment to end.
for _ in 1 2 3 4; do
    [ "$alive" = 0 ] && break
    sleep 0.5
    alive=$(count_alive)
done
[ "$alive" = 0 ] || stop "The bot is running on this database: stop every instance first (for the private PostgreSQL then run: dotnet MspBot.Host.dll database)"

# What a newer version has made is not in the copy, so it is dropped first; in one transaction with the rest.
emptied="do \$\$
    declare one record;
    begin
        for one in select quote_ident(tablename) as name from pg_tables where schemaname = 'public' loop
            execute 'drop table if exists public.' || one.name || ' cascade';
        end loop;
        -- All names are read before the first is dropped: one that went with another has no name any more, only its number.
        for one in
            select unnest(array(
                select p.oid::regprocedure::text from pg_proc p
                where p.pronamespace = 'public'::regnamespace
                  and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e'))) as name
        loop
            execute 'drop routine if exists ' || one.name || ' cascade';
        end loop;
    end \$\$"
sql=$(mktemp)
trap 'rm -f "$sql"' EXIT
pg_restore --clean --if-exists --no-owner --no-privileges --file="$sql" "$file"
PGOPTIONS="-c client_min_messages=warning" psql -Xq -v ON_ERROR_STOP=1 --single-transaction -c "$emptied" -f "$sql" >/dev/null
echo "Restored $file"
echo "Before the bot starts: put back the feedback.key that was in use with this copy."
echo "Who asked to be erased after the copy was made is in it again: let them be erased anew (/profile, «Удалить мои данные»)."

# Finds the bot's database and the programs that fit it; sourced by backup.sh and restore.sh.
# ConnectionStrings__Msp if it is set, else the private PostgreSQL in Data__Folder (default: data), which runs while the bot does.

stop() { printf '%s\n' "$*" >&2; exit 1; }

# As .NET reads it: key=value;… A value with «;» or a quote in it stands in quotes, where that quote is doubled.
connect_to_given() {
    local rest=$1 key value
    local pair="^[[:space:];]*([^=;]+)=[[:space:]]*(\"(([^\"]|\"\")*)\"|'(([^']|'')*)'|[^;]*)[[:space:]]*(;|\$)"
    while [[ $rest =~ $pair ]]; do
        rest=${rest:${#BASH_REMATCH[0]}}
        key=$(tr -d '[:space:]' <<<"${BASH_REMATCH[1]}" | tr '[:upper:]' '[:lower:]')
        value=${BASH_REMATCH[2]}
        case $value in
            \"*) value=${BASH_REMATCH[3]//\"\"/\"} ;;
            \'*) value=${BASH_REMATCH[5]//\'\'/\'} ;;
            *) value=${value%"${value##*[![:space:]]}"} ;;
        esac
        case $key in
            host|server) export PGHOST=$value ;;
            port) export PGPORT=$value ;;
            username|userid|user|uid) export PGUSER=$value ;;
            password|pwd|psw) export PGPASSWORD=$value ;;
            database|db) export PGDATABASE=$value ;;
            sslmode) export PGSSLMODE=$(tr '[:upper:]' '[:lower:]' <<<"$value" | sed 's/^verify\(ca\|full\)$/verify-\1/') ;;
        esac
    done
}

connect_to_private() {
    local folder=$1/postgres
    [ -r "$folder/password" ] || stop "No database in $1: set Data__Folder or ConnectionStrings__Msp, and run this as the user that the bot runs as"
    [ -e "$folder/server/data/postmaster.pid" ] || stop "The bot's PostgreSQL in $1 is not running: start the bot first"
    PGHOST=$(setting "$folder" unix_socket_directories)
    [ -n "$PGHOST" ] || PGHOST=127.0.0.1
    PGPORT=$(setting "$folder" port)
    PGPASSWORD=$(cat "$folder/password")
    export PGHOST PGPORT PGPASSWORD PGUSER=msp PGDATABASE=msp
    # Programs of the server's own version, if they are where Debian puts them.
    PATH="/usr/lib/postgresql/$(cat "$folder/server/data/PG_VERSION")/bin:$PATH"
}

setting() { sed -n "s/^$2 = '\(.*\)'\$/\1/p" "$1/server/settings.conf"; }

if [ -n "${ConnectionStrings__Msp:-}" ]; then
    connect_to_given "$ConnectionStrings__Msp"
else
    connect_to_private "${Data__Folder:-data}"
fi
command -v pg_dump >/dev/null || stop "pg_dump is missing: sudo apt-get install postgresql-client"

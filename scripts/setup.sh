# What ./run, ./test and .ci/run need from the machine. Sourced; the caller is in the repository's folder.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

need_dotnet() {
    if ! command -v dotnet >/dev/null && [ -x "$HOME/.dotnet/dotnet" ]; then
        export DOTNET_ROOT="$HOME/.dotnet" PATH="$HOME/.dotnet:$PATH"
    fi
    command -v dotnet >/dev/null ||
        stop "The .NET 10 SDK is missing: https://dot.net/download (Ubuntu: sudo apt-get install dotnet-sdk-10.0), then run this again"
    dotnet --list-sdks | grep -q '^10\.' ||
        stop "The .NET 10 SDK is missing (found: $(dotnet --list-sdks | cut -d' ' -f1 | paste -sd' ')): https://dot.net/download, then run this again"
}

# Root, or a sudo that needs no password, or one that can ask a person on a terminal.
if [ -t 0 ]; then sudo="sudo"; else sudo="sudo -n"; fi
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else $sudo "$@"; fi; }

may_install() {
    command -v apt-get >/dev/null || return 1
    [ "$(id -u)" = 0 ] && return 0
    command -v sudo >/dev/null && $sudo -v 2>/dev/null
}

# Another program may hold apt's lock (a fresh server updates itself): wait for it a little. Quiet unless it fails.
apt_install() {
    local log
    log=$(mktemp)
    if ! { as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120 update &&
           as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=120 install --no-install-recommends "$@"; } </dev/null >"$log" 2>&1; then
        tail -n 15 "$log" >&2
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
}

has_postgres() {
    local folder
    [ -n "${PG_BIN:-}" ] && [ -x "$PG_BIN/initdb" ] && return 0
    command -v initdb >/dev/null && command -v pg_ctl >/dev/null && return 0
    for folder in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql*/bin /usr/local/opt/postgresql*/bin \
                  /Applications/Postgres.app/Contents/Versions/*/bin; do
        [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ] && return 0
    done
    return 1
}

need_postgres() {
    has_postgres && return
    may_install ||
        stop "PostgreSQL is not installed, and this user may not install it: run «sudo apt-get install postgresql», or set ConnectionStrings__Msp, then run this again"

    say "PostgreSQL is not installed: installing it with apt (half a minute)"
    # Debian's package would start a server of its own on port 5432: we need the programs only.
    if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
        as_root mkdir -p /etc/postgresql-common &&
            printf 'create_main_cluster = false\n' | as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
    fi
    apt_install postgresql || stop "PostgreSQL could not be installed: sudo apt-get install postgresql, then run this again"
    has_postgres || stop "PostgreSQL was installed, but its programs are not found: set PG_BIN to the folder that has initdb"
}

# For the tests that open the sandbox's page in a browser.
want_chromium() {
    local name
    for name in chromium chromium-browser google-chrome; do
        command -v "$name" >/dev/null && return
    done
    if may_install; then
        say "Chromium is not installed: installing it with apt (half a minute)"
        apt_install chromium fonts-noto-color-emoji && return
    fi
    say "Chromium is missing: the tests that need a browser will say so (sudo apt-get install chromium)"
}

# Restores and builds; says what it does, and shows the compiler's words only if something is wrong.
build() {
    local log folder
    log=$(mktemp)
    case "$1" in *.sln) folder=tests/MspBot.Tests ;; *) folder=$(dirname "$1") ;; esac
    if [ ! -e "$folder/obj/project.assets.json" ]; then
        say "Restoring packages (the first time only)…"
        if ! dotnet restore "$1" -v quiet </dev/null >"$log" 2>&1; then
            sort -u "$log" >&2
            rm -f "$log"
            stop "The packages could not be restored: is there a way to nuget.org?"
        fi
    fi
    say "Building (1–3 minutes the first time, then seconds)…"
    if ! dotnet build "$@" -c Release -v minimal -clp:NoSummary </dev/null 2>&1 | tee "$log" | sed -un 's/^ *\([A-Za-z.]*\) -> .*/  \1 is built/p' >&2; then
        grep -v ' -> ' "$log" | sort -u >&2
        rm -f "$log"
        stop "The build failed"
    fi
    rm -f "$log"
}

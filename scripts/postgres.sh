#!/bin/sh
# A PostgreSQL for the tests, thrown away afterwards.
#
# Prints the address of an empty cluster, and keeps it until its standard input ends: so it goes when whoever started it
# goes, however that happens. It listens on a socket in its own folder, so no port is taken. Nothing in it is worth keeping:
# it does not wait for the disk.
set -eu

bin=$(ls -d /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql*/bin /usr/local/opt/postgresql*/bin 2>/dev/null |
    sort -V | tail -n 1)
[ -x "$bin/initdb" ] || bin=$(dirname "$(command -v initdb || echo /none/initdb)")
if [ ! -x "$bin/initdb" ]; then
    echo "the tests need PostgreSQL 13 or later, with its contrib modules: install it (Debian: apt-get install postgresql)" >&2
    exit 1
fi

# initdb refuses to run as root.
as=
if [ "$(id -u)" = 0 ]; then
    user=postgres
    id "$user" >/dev/null 2>&1 || user=nobody
    as="setpriv --reuid=$user --regid=$(id -g "$user") --clear-groups --"
fi

# The path of a socket is short: the folder lies in /tmp, whatever TMPDIR says.
folder=$(mktemp -d /tmp/richiamo-postgres.XXXXXX)
[ -z "$as" ] || chown "$user" "$folder"
cd "$folder"

stop() {
    $as "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap stop EXIT
trap 'exit 1' INT TERM HUP

fail() {
    echo "PostgreSQL did not start:" >&2
    cat "$folder"/*log >&2
    exit 1
}
$as "$bin/initdb" -D "$folder/data" -U richiamo -A trust -E UTF8 --no-locale -N >"$folder/log" 2>&1 || fail
$as "$bin/pg_ctl" -D "$folder/data" -l "$folder/server.log" -w start >/dev/null \
    -o "-k $folder -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200" || fail

echo "postgres://richiamo@localhost/postgres?host=$folder"
cat >/dev/null

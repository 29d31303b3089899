#!/bin/sh
# Runs once, when the Postgres image fills an empty volume. Temporal gets a role of its own, which
# creates its two databases and cannot read ours.
set -eu

psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set ON_ERROR_STOP=1 \
  --set password="$(cat /run/secrets/temporal-database-password)" <<'SQL'
create role temporal login createdb password :'password';
revoke connect on database kenali from public;
SQL

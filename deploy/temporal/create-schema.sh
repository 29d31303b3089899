#!/bin/sh
# Creates Temporal's two databases, or brings them to the schema of this image's version. Safe to
# repeat: what is there already is left alone.
set -eu

SQL_PASSWORD="$(cat /run/secrets/temporal-database-password)"
export SQL_PASSWORD
export SQL_PLUGIN=postgres12 SQL_HOST=postgres SQL_PORT=5432 SQL_USER=temporal

create_schema() {
  temporal-sql-tool --database "$1" create-database
  temporal-sql-tool --database "$1" setup-schema --version 0.0
  temporal-sql-tool --database "$1" update-schema \
    --schema-dir "/etc/temporal/schema/postgresql/v12/$2/versioned"
}

create_schema temporal temporal
create_schema temporal_visibility visibility

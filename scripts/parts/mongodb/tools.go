//go:build tools

package main

import (
	_ "github.com/FerretDB/FerretDB/cmd/ferretdb"
	_ "github.com/mongodb/mongo-tools/mongodump/main"
	_ "github.com/mongodb/mongo-tools/mongorestore/main"
)

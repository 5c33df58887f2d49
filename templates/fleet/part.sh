#!/bin/sh
# One part of a list of repositories: sh part.sh LIST N TOTAL (N from 1). One repository a line; what follows # is a comment.
set -eu
awk -v part="$2" -v total="$3" '{ sub(/(^|[ \t])#.*/, "") } NF && count++ % total == part - 1 { print $1 }' "$1"

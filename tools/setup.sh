#!/bin/sh
# Installs what is missing and says what it does; does nothing (and needs no network) when all is there.
set -eu
cd "$(dirname "$0")/.."

#!/bin/sh
# Pages in Debian's Chromium: tests/browser.js. Skipped, and said so, where it is not installed.
set -u
cd "$(dirname "$0")/.."
MULU=${MULU:-$PWD/build/release/mulu}
if ! command -v chromium >/dev/null 2>&1; then
    echo "browser_test: skipped, chromium is not installed" >&2
    echo "0 passed, 0 failed"
    exit 0
fi
work=$(mktemp -d build/browser_test.XXXXXX)
trap 'rm -rf "$work"' EXIT
"$MULU" build --only html -o "$PWD/$work/site" >"$work/log" 2>&1 || { cat "$work/log"; echo "0 passed, 1 failed"; exit 1; }
node tests/browser.js "$work/site"

#!/bin/sh
# Pages in Debian's Chromium: tests/browser.js. Skipped, and said so, where it is not installed.
cd "$(dirname "$0")/.." && . tests/kit.sh
if ! command -v chromium >/dev/null 2>&1; then
    echo "browser_test: skipped, chromium is not installed" >&2
    echo "0 passed, 0 failed"
    exit 0
fi
check "the site is built" "$MULU" build --only html,search -o "$dir/site"
[ "$failed" -eq 0 ] || finish
node tests/browser.js "$dir/site"

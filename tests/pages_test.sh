#!/bin/sh
# The pages of small catalogs: tests/golden/tables/<case>/catalog.xml makes what stands in
# expected.html, the <main> of each page behind its name. MULU_ACCEPT=1 rewrites it.
set -u
cd "$(dirname "$0")/.."
: "${MULU:=build/release/mulu}"
passed=0 failed=0
got=$(mktemp)
trap 'rm -f "$got"' EXIT

for folder in tests/golden/tables/*/; do
    folder=${folder%/}
    "$MULU" dump --stage pages "$folder" 2>/dev/null |
        awk '/^== / {print} /<main/ {on = 1} on {print} /<\/main>/ {on = 0}' >"$got"
    [ -n "${MULU_ACCEPT:-}" ] && cp "$got" "$folder/expected.html"
    if cmp -s "$got" "$folder/expected.html"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        diff "$folder/expected.html" "$got" | head -n 20
    fi
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 1 ]

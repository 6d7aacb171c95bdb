#!/bin/sh
# The pages of small catalogs: tests/golden/{tables,pages}/<case>/catalog.xml makes what stands in
# expected.html, the <main> of each page behind its name. MULU_ACCEPT=1 rewrites it.
cd "$(dirname "$0")/.." && . tests/kit.sh

got=$dir/got
for folder in tests/golden/tables/*/ tests/golden/pages/*/; do
    folder=${folder%/}
    "$MULU" dump --stage pages "$folder" 2>/dev/null |
        awk '/^== / {print} /<main/ {on = 1} on {print} /<\/main>/ {on = 0}' >"$got"
    [ -n "${MULU_ACCEPT:-}" ] && cp "$got" "$folder/expected.html"
    check "$folder" diff "$folder/expected.html" "$got"
done

finish 2

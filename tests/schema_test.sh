#!/bin/sh
# The RELAX NG schemas and the loader accept and refuse the same files. The loader's side is
# golden_load_test: what stands under valid/ loads, what stands under invalid/ does not. A
# file schema-cannot-say in a case names what RELAX NG cannot say of it (docs/format.md lists
# these): the schema must then accept it, or the mark is out of date.
set -u
cd "$(dirname "$0")/.."
schemas=templates/schema
passed=0 failed=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# True when the schemas accept every XML file of a catalog's folder.
accepted() {
    if [ -e "$1/catalog.xml" ]; then
        xmllint --nonet --noout --relaxng "$schemas/catalog.rng" "$1/catalog.xml" >"$log" 2>&1 || return 1
    fi
    for form in "$1"/forms/*.xml; do
        [ -e "$form" ] || continue
        xmllint --nonet --noout --relaxng "$schemas/form.rng" "$form" >"$log" 2>&1 || return 1
    done
    return 0
}

# expect accept|refuse FOLDER
expect() {
    if accepted "$2"; then said=accept; else said=refuse; fi
    if [ "$said" = "$1" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$2: the schema should $1 this"
        [ "$said" = refuse ] && head -n 3 "$log"
    fi
}

for folder in tests/golden/valid/*/ catalogs/*/; do
    folder=${folder%/}
    [ -e "$folder/catalog.xml" ] && expect accept "$folder"
done
for folder in tests/golden/invalid/*/; do
    folder=${folder%/}
    if [ -e "$folder/schema-cannot-say" ]; then
        expect accept "$folder"
    else
        expect refuse "$folder"
    fi
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 50 ]

#!/bin/sh
# The RELAX NG schemas and the loader accept and refuse the same files. The loader's side is
# golden_load_test: what stands under valid/ loads, what stands under invalid/ does not. A
# file schema-cannot-say in a case names what RELAX NG cannot say of it (docs/format.md lists
# these): the schema must then accept it, or the mark is out of date.
cd "$(dirname "$0")/.." && . tests/kit.sh
schemas=templates/schema

# True when the schemas accept every XML file of a catalog's folder.
accepted() {
    if [ -e "$1/catalog.xml" ]; then
        xmllint --nonet --noout --relaxng "$schemas/catalog.rng" "$1/catalog.xml" || return 1
    fi
    for form in "$1"/forms/*.xml; do
        [ -e "$form" ] || continue
        xmllint --nonet --noout --relaxng "$schemas/form.rng" "$form" || return 1
    done
    return 0
}

for folder in tests/golden/valid/*/ catalogs/*/; do
    folder=${folder%/}
    [ -e "$folder/catalog.xml" ] && check "the schema accepts $folder" accepted "$folder"
done
for folder in tests/golden/invalid/*/; do
    folder=${folder%/}
    if [ -e "$folder/schema-cannot-say" ]; then
        check "the schema accepts $folder" accepted "$folder"
    else
        check "the schema refuses $folder" fails accepted "$folder"
    fi
done

finish 51

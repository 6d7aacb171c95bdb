#!/bin/sh
# What `make bench` measures with: the made-up nation and the writer of bytes.
cd "$(dirname "$0")/.." && . tests/kit.sh
programs=$MULU_BUILD/tests/bench

same() { diff -r "$1" "$2"; }
none_has() { # PATTERN FOLDER
    ! grep -rqF -e "$1" "$2"
}
# counts NUMBER FOLDER PATTERN
counts() {
    found=$(find "$2" -name "$3" | wc -l)
    [ "$found" -eq "$1" ] || { echo "$found of $3 in $2"; false; }
}

"$programs/nation" 3 "$dir/three" && "$programs/nation" 1 "$dir/one" && "$programs/nation" --seed 2 1 "$dir/other"
check "a region does not depend on how many there are" same "$dir/three/catalogs/r0000" "$dir/one/catalogs/r0000"
check "another seed, another region" fails same "$dir/one/catalogs/r0000" "$dir/other/catalogs/r0000"
check "another number, another region" fails same "$dir/three/catalogs/r0001" "$dir/three/catalogs/r0002"
check "files are in the canonical layout" "$MULU" -C "$dir/three" fmt --check

"$MULU" -C "$dir/three" build --release --only html -o "$dir/site" >"$dir/log" 2>&1
check "the site can be published" test -f "$dir/site/index.html"
for r in r0000 r0001 r0002; do
    check "$r has 43 pages" counts 43 "$dir/site/$r" '*.html'
done
check "every item has a flowchart" test "$(grep -l '<svg' "$dir"/site/r0001/0*.html | wc -l)" -eq 40
check "no name is left out" none_has "{R}" "$dir/three/catalogs"
check "no number is left out" none_has "{T}" "$dir/three/catalogs"

"$programs/nation" --hugo 3 "$dir/hugo"
check "Hugo gets as many pages" counts 129 "$dir/hugo/content" '*.md'
if command -v hugo >/dev/null 2>&1; then
    cp -r tests/bench/hugo "$dir/hugo-site"
    hugo -s "$dir/hugo-site" -c "$dir/hugo/content" -d "$dir/hugo-out" --quiet >"$dir/hugo-log" 2>&1
    for r in r0000 r0001 r0002; do
        check "Hugo makes 43 pages of $r" counts 43 "$dir/hugo-out/$r" '*.html'
    done
    check "with a flowchart each" test "$(grep -l '<svg' "$dir"/hugo-out/r0001/0*.html | wc -l)" -eq 40
fi

"$programs/byte_writer" "$dir/site" "$dir/bytes" >"$dir/written"
check "the same files with the same bytes" same "$dir/site" "$dir/bytes"
check "and so many of them" test "$(cut -d' ' -f3 "$dir/written")" -eq "$(find "$dir/site" -type f | wc -l)"

"$programs/measure" sh -c 'exit 3' >"$dir/measured"
check "the status of what is measured" test $? -eq 3
"$programs/measure" --every 5 sh -c 'sleep 0.2 & sleep 0.2; wait' >"$dir/measured"
check "four numbers" grep -qE '^[0-9.]+ [0-9.]+ [0-9]+ [1-9][0-9]*$' "$dir/measured"

finish

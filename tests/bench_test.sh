#!/bin/sh
# What `make bench` measures with: the made-up nation and the writer of bytes.
set -u
cd "$(dirname "$0")/.."
B=${MULU_BUILD:-build/release}
MULU=${MULU:-$PWD/$B/mulu}
kit=$B/tests/bench
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
passed=0 failed=0

# holds NAME COMMAND…
holds() {
    name=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "not ok $name"
    fi
}
same() { diff -r "$1" "$2" >/dev/null; }
differ() { ! same "$1" "$2"; }
none_has() { # PATTERN FOLDER
    ! grep -rqF -e "$1" "$2"
}
# counts NUMBER FOLDER PATTERN
counts() {
    found=$(find "$2" -name "$3" | wc -l)
    [ "$found" -eq "$1" ] || { echo "  $found of $3 in $2"; false; }
}

"$kit/nation" 3 "$dir/three" && "$kit/nation" 1 "$dir/one" && "$kit/nation" --seed 2 1 "$dir/other"
holds "a region does not depend on how many there are" same "$dir/three/catalogs/r0000" "$dir/one/catalogs/r0000"
holds "another seed, another region" differ "$dir/one/catalogs/r0000" "$dir/other/catalogs/r0000"
holds "another number, another region" differ "$dir/three/catalogs/r0001" "$dir/three/catalogs/r0002"
holds "files are in the canonical layout" "$MULU" -C "$dir/three" fmt --check

"$MULU" -C "$dir/three" build --release --only html -o "$dir/site" >"$dir/log" 2>&1
holds "the site can be published" test -f "$dir/site/index.html"
for r in r0000 r0001 r0002; do
    holds "$r has 43 pages" counts 43 "$dir/site/$r" '*.html'
done
holds "every item has a flowchart" test "$(grep -l '<svg' "$dir"/site/r0001/0*.html | wc -l)" -eq 40
holds "no name is left out" none_has "{R}" "$dir/three/catalogs"
holds "no number is left out" none_has "{T}" "$dir/three/catalogs"

"$kit/nation" --hugo 3 "$dir/hugo"
holds "Hugo gets as many pages" counts 129 "$dir/hugo/content" '*.md'
if command -v hugo >/dev/null 2>&1; then
    cp -r tests/bench/hugo "$dir/hugo-site"
    hugo -s "$dir/hugo-site" -c "$dir/hugo/content" -d "$dir/hugo-out" --quiet >"$dir/hugo-log" 2>&1
    for r in r0000 r0001 r0002; do
        holds "Hugo makes 43 pages of $r" counts 43 "$dir/hugo-out/$r" '*.html'
    done
    holds "with a flowchart each" test "$(grep -l '<svg' "$dir"/hugo-out/r0001/0*.html | wc -l)" -eq 40
fi

"$kit/byte_writer" "$dir/site" "$dir/bytes" >"$dir/written"
holds "the same files with the same bytes" same "$dir/site" "$dir/bytes"
holds "and so many of them" test "$(cut -d' ' -f3 "$dir/written")" -eq "$(find "$dir/site" -type f | wc -l)"

"$kit/measure" sh -c 'exit 3' >"$dir/measured"
holds "the status of what is measured" test $? -eq 3
"$kit/measure" --every 5 sh -c 'sleep 0.2 & sleep 0.2; wait' >"$dir/measured"
holds "four numbers" grep -qE '^[0-9.]+ [0-9.]+ [0-9]+ [1-9][0-9]*$' "$dir/measured"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]

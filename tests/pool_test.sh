#!/bin/sh
# mulu check in several processes says to the byte what one says, in every format: what it
# finds, what it counts, how it ends.
cd "$(dirname "$0")/.." && . tests/kit.sh

# Forty catalogs, each with words of its own. Among them, in different batches: one that cannot
# be read, twice one that names a list that is not there, one that names a list with an error,
# one with a problem of its format (no rule's id), one without findings.
mkdir -p "$dir/p/catalogs"
ln -s "$PWD/templates" "$dir/p/templates"
cp -r catalogs/schemes "$dir/p/catalogs/"
n=0
while [ $n -lt 40 ]; do
    case $((n % 5)) in
    0) from=yuanjiang ;; 1) from=ningxiang ;; 2) from=pingdingshan ;; 3) from=ningxia ;;
    *) from=xinjiang ;;
    esac
    id=c$((100 + n))
    cp -r "catalogs/$from" "$dir/p/catalogs/$id"
    sed "s/<catalog id=\"$from\"/<catalog id=\"$id\"/; s/窗口/窗口$n/; s/第35号/第$((n + 35))号/" \
        "catalogs/$from/catalog.xml" >"$dir/p/catalogs/$id/catalog.xml"
    n=$((n + 1))
done
c=$dir/p/catalogs
printf '<catalog' >"$c/c107/catalog.xml"
sed -i '0,/scheme="[^"]*"/s//scheme="nowhere"/' "$c/c112/catalog.xml" "$c/c133/catalog.xml"
sed -i '0,/scheme="[^"]*"/s//scheme="bad"/' "$c/c126/catalog.xml"
printf '<scheme id="bad"' >"$c/schemes/bad.xml"
sed -i '0,/<title>/s//<colour\/><title>/' "$c/c118/catalog.xml"
rm -r "$c/c120" && cp -r tests/samples/clean "$c/c120"
sed -i 's/id="clean"/id="c120"/' "$c/c120/catalog.xml"

# run OUT JOBS ARGUMENT…: standard output, messages and status in files of the folder OUT.
run() {
    out=$1 jobs=$2
    shift 2
    mkdir -p "$out"
    "$MULU" -C "$dir/p" check -j "$jobs" "$@" >"$out/out" 2>"$out/err"
    echo $? >"$out/status"
}
for format in text json sarif html xlsx; do
    run "$dir/$format.1" 1 --format $format
    check "$format: two cannot be read" grep -qx 2 "$dir/$format.1/status"
    for jobs in 2 7 256; do
        run "$dir/$format.$jobs" $jobs --format $format
        check "$format with -j $jobs" diff -r "$dir/$format.1" "$dir/$format.$jobs"
    done
done
check "a list that is not there is told once" \
    [ "$(grep -c 'schemes/nowhere.xml' "$dir/text.7/err")" -eq 1 ]
rules=$("$MULU" check --rules --format json | jq length)
check "an id that is no rule's" grep -q "\"ruleIndex\": $rules," "$dir/sarif.7/out"
check "all are there" [ "$(grep -o '"file": "catalogs/c[0-9]*' "$dir/json.7/out" | sort -u | wc -l)" -eq 39 ]
for format in html xlsx; do
    for jobs in 1 3; do
        run "$dir/over.$format.$jobs" $jobs --overview --format $format
        run "$dir/folder.$format.$jobs" $jobs --overview --format $format -o "$dir/report"
        mv "$dir/report" "$dir/folder.$format.$jobs/report"
    done
    check "overview as $format" diff -r "$dir/over.$format.1" "$dir/over.$format.3"
    check "its folder as $format" diff -r "$dir/folder.$format.1" "$dir/folder.$format.3"
    check "sheets of $format" \
        [ "$(ls "$dir/folder.$format.3/report/returns" | wc -l)" -eq 40 ]
done

# Status 0 and 1, named catalogs, as many processes as there are processors.
run "$dir/clean" 3 c120 --strict
check "status 0" grep -qx 0 "$dir/clean/status"
run "$dir/some" 2 c101 c102 c120
check "status 1" grep -qx 1 "$dir/some/status"
"$MULU" -C "$dir/p" check >"$dir/default" 2>/dev/null
check "without -j" cmp -s "$dir/default" "$dir/text.1/out"

# A full disk is told once, with the first sheet.
expect "full disk" 2 limited 2 "$MULU" -C "$dir/p" check -j 3 --overview -o "$dir/full"
has err returns/c100.xlsx
check "full disk is told once" [ "$(grep -c 'returns/c' "$dir/err")" -eq 1 ]
"$MULU" -C "$dir/p" check -j 3 >/dev/full 2>"$dir/full.err"
check "full output" [ $? -eq 2 ]
check "full output is told once" [ "$(grep -c '写不到标准输出' "$dir/full.err")" -eq 1 ]

for jobs in 0 257 x 2x -1; do
    run "$dir/wrong" "$jobs" c101
    check "-j $jobs" grep -q -- '-j 后面应是 1 到 256 的整数' "$dir/wrong/err"
done
run "$dir/rules" 2 --rules
check "--rules has no jobs" grep -qx 2 "$dir/rules/status"

finish

#!/bin/sh
# templates/local/: an office's own looks, file by file, over those of the program.
set -u
cd "$(dirname "$0")/.."
MULU=${MULU:-$PWD/build/release/mulu}
work=$(mktemp -d build/local_templates_test.XXXXXX)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
check() { # what, command…
    what=$1
    shift
    if "$@" >"$work/log" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "not ok $what"
        head -5 "$work/log"
    fi
}
has() { grep -qF -- "$2" "$1"; }
build() { "$MULU" -C "$work" build "$@" >"$work/out" 2>&1; }
not() { ! "$@"; }

mkdir -p "$work/catalogs" "$work/site" "$work/templates/local/html" "$work/templates/local/print"
cp -r catalogs/schemes catalogs/ningxiang "$work/catalogs/"
cp -r templates/html templates/print templates/schema "$work/templates/"
cp -r site/assets site/site.xml "$work/site/"
page=$work/site/public/ningxiang/002036001001.html

# One partial is the office's, all else the program's.
sed 's|<footer class="site">|<footer class="site"><p>本局自己的页脚</p>|' templates/html/layout.html >"$work/templates/local/html/layout.html"
check "builds" build --only html
check "the office's frame" has "$page" '本局自己的页脚'
check "around the program's page" has "$page" '<h1>单位参保登记</h1>'

# A name outside the context is told with the office's file and line, and nothing is published.
printf '{{<layout}}\n{{$main}}\n{{tittle}}\n{{/main}}\n{{/layout}}\n' >"$work/templates/local/html/item.html"
check "a wrong name fails" not build --only html
check "with file and line" has "$work/out" 'templates/local/html/item.html:3:'
check "the old page stands" has "$page" '本局自己的页脚'
rm "$work/templates/local/html/item.html"

# Print: the same, with another label.
sed 's|label name="foot">[^<]*|label name="foot">本局 {n}/{m}|' templates/print/levels.xml >"$work/templates/local/print/levels.xml"
check "prints" build --only pdf
pdftotext "$work/site/public/ningxiang/levels.pdf" "$work/levels.txt"
check "the office's label" has "$work/levels.txt" '本局 1/'
echo '<print><page/></print>' >"$work/templates/local/print/notice.xml"
check "a broken style fails" not build --only pdf
check "with its place" has "$work/out" 'templates/local/print/notice.xml:1:'

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]

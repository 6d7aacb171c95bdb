#!/bin/sh
# Pages in Debian's Chromium: tests/browser. Skipped, and said so, where it is not installed.
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
mkdir "$work/site"
cp -R catalogs templates "$work/"
cp -R site/assets site/site.xml site/synonyms.tsv "$work/site/"
# A catalog whose audiences differ; in the published one all is for everybody.
mkdir "$work/catalogs/sample"
sed -e 's/id="xinjiang"/id="sample"/' -e '1,60s/<cell column="all">/<cell column="certain">/' \
    catalogs/xinjiang/catalog.xml >"$work/catalogs/sample/catalog.xml"
"$MULU" -C "$work" build --only html,search -o "$PWD/$work/public" >"$work/log" 2>&1 || { cat "$work/log"; echo "0 passed, 1 failed"; exit 1; }
node tests/browser/run.js "$work/public" "$@"

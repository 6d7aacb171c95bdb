#!/bin/sh
# Pages in Debian's Chromium: tests/browser. Skipped, and said so, where it is not installed.
cd "$(dirname "$0")/.." && . tests/kit.sh
if ! command -v chromium >/dev/null 2>&1; then
    echo "browser_test: skipped, chromium is not installed" >&2
    echo "0 passed, 0 failed"
    exit 0
fi
mkdir "$dir/site"
cp -R catalogs templates "$dir/"
cp -R site/assets site/site.xml site/synonyms.tsv "$dir/site/"
# A catalog whose audiences differ; in the published one all is for everybody.
mkdir "$dir/catalogs/sample"
sed -e 's/id="xinjiang"/id="sample"/' -e '1,60s/<cell column="all">/<cell column="certain">/' \
    catalogs/xinjiang/catalog.xml >"$dir/catalogs/sample/catalog.xml"
check "the site is built" "$MULU" -C "$dir" build --only html,search -o "$dir/public"
[ "$failed" -eq 0 ] || finish
node tests/browser/run.js "$dir/public" "$@"

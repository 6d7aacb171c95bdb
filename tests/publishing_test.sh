#!/bin/sh
# What stands in the published folder from one build to the next: files of others, catalogs that
# come, change and go, builds of some kinds; every link leads somewhere after each of them.
cd "$(dirname "$0")/.." && . tests/kit.sh

site=$dir/site/public
build() { "$MULU" -C "$dir" build -j 2 "$@"; }

# catalog ID KIND ITEM…: a small catalog of these items.
catalog() {
    local id=$1 kind=$2
    shift 2
    mkdir -p "$dir/catalogs/$id"
    {
        echo "<catalog id=\"$id\" kind=\"$kind\" scheme=\"\">"
        echo "<region code=\"430981\" name=\"沅江市\"/><title>清单 $id</title><issuer>某局</issuer>"
        echo '<web published="2021-01-05 09:30"/>'
        [ "$kind" != levels ] || echo '<level id="city" name="市"/>'
        [ "$kind" != disclosure ] || echo '<column id="all" kind="audience" name="全社会"/>'
        echo '<group no="一、"><title>主项</title>'
        for item in "$@"; do
            echo "<item seq=\"1\" code=\"$item\"><title>事项 $item</title><agency>甲</agency></item>"
        done
        echo '</group></catalog>'
    } >"$dir/catalogs/$id/catalog.xml"
}
# Links in pages and addresses in maps and indexes that lead to no file.
dead() {
    local page href
    (cd "$site" && find . -name '*.html' ! -name 404.html | while read -r page; do
        grep -o ' \(href\|src\)="[^"]*"' "$page" | sed 's/.*="\([^"#?]*\).*/\1/' | sort -u |
            grep -vE '^$|^https?:|^tel:|^mailto:' | while read -r href; do
            [ -f "$(dirname "$page")/$href" ] || echo "$page: $href"
        done
    done
    cat ./*.xml ./*/sitemap.xml 2>/dev/null | grep -o 'https://a.gov.cn/[^<"#]*' | sort -u | while read -r href; do
        href=./${href#https://a.gov.cn/}
        [ "$href" = ./ ] || [ -f "$href" ] || echo "xml: $href"
    done
    for page in ./*/search.json; do
        [ -f "$page" ] || continue
        jq -r '.before = "" | .id as $id | reduce .items[] as $i ({before: "", out: []};
            ($i[1][0:1] | explode[0] | if . >= 97 then . - 87 else . - 48 end) as $n |
            (.before[0:$n] + $i[1][1:]) as $code | .before = $code |
            .out += [$id + "/" + (if ($i[2] // "") == "" then $code + ".html" else ($i[2] | split("#")[0]) end)]) | .out[]' "$page" |
            while read -r href; do [ -f "$href" ] || echo "$page: $href"; done
    done
    [ ! -f search/index.json ] || jq -r '.catalogs[][0]' search/index.json | while read -r href; do
        [ -f "$href/search.json" ] || echo "search: $href"
    done) 2>&1
}
whole() { is "$(dead)" ""; }

mkdir -p "$dir/catalogs" "$dir/site"
cp -r templates "$dir/"
cp -r site/assets "$dir/site/"
cat >"$dir/site/site.xml" <<'XML'
<site>
  <name>样本网</name><domain>a.gov.cn</domain><id-code>4309810001</id-code>
  <sponsor>样本局</sponsor><contact>0737-1234567</contact><icp>湘ICP备0号</icp><police>湘公网安备0号</police>
  <identity>https://bszs.conac.cn/</identity><report>https://zfwzgl.www.gov.cn/x</report>
  <column-type>办事服务</column-type>
</site>
XML
catalog a list x1 x2 x3
expect "a site of one catalog" 0 build
check "all its links lead somewhere" whole

# A file that somebody put where we come to write.
mkdir "$site/b"
echo MINE >"$site/b/index.html"
catalog b list x1 x2 x3
expect "a file of others is in the way" 2 build --only html,search
has err "“b/index.html”不是 mulu 生成的"
has err "[publish-taken]"
check "it stands" contains "$site/b/index.html" MINE
check "and so does the site" misses "$site/index.html" '清单 b'
rm -r "$site/b"

# Links of others stay links, wherever they lead.
ln -s .. "$site/up"
ln -s /dev/shm "$site/files"
expect "links to folders" 0 build --only html
has err "“up”不是 mulu 生成的，予以保留"
check "one stays a link" test -h "$site/up"
check "the other too" test -h "$site/files"
rm "$site/up" "$site/files"


# What cannot be read is no catalog that was deleted.
unreadable() {
    expect "$1: nothing is published" 2 build --only html
    has err "catalogs/c/catalog.xml"
    has err "[file-read]"
    lacks err "[build-gone]"
    check "$1: its pages stand" test -f "$site/c/x1.html"
}
catalog b list x1 x2 x3
catalog c list x1
expect "three catalogs" 0 build --only html
mv "$dir/catalogs/c" "$dir/c"
ln -s nowhere "$dir/catalogs/c"
unreadable "a link to no folder"
rm "$dir/catalogs/c" && mkdir "$dir/catalogs/c"
ln -s nowhere "$dir/catalogs/c/catalog.xml"
unreadable "a link to no file"
rm "$dir/catalogs/c/catalog.xml" && mkfifo "$dir/catalogs/c/catalog.xml"
unreadable "a pipe"
rm "$dir/catalogs/c/catalog.xml" && mkdir "$dir/catalogs/c/catalog.xml"
unreadable "a folder"
expect "one catalog keeps it" 0 build --only html a
check "as it was" test -f "$site/c/x1.html"
rm -r "$dir/catalogs/c" && mv "$dir/c" "$dir/catalogs/c"
ln -s nowhere "$dir/catalogs/.#notes"
expect "what an editor leaves is no catalog" 0 build --only html
rm "$dir/catalogs/.#notes"
if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null; then
    as_nobody() { setpriv --reuid 65534 --regid 65534 --clear-groups "$MULU" -C "$dir" build --only html "$@"; }
    chmod 755 "$dir" && chown -R 65534 "$dir"
    chown 0 "$dir/catalogs/c" && chmod 700 "$dir/catalogs/c"
    expect "no permission: nothing is published" 2 as_nobody
    has err "catalogs/c/catalog.xml"
    chmod 755 "$dir/catalogs/c"
    chown 0 "$dir/catalogs" && chmod 711 "$dir/catalogs"
    expect "nor where none can be seen" 2 as_nobody
    has err "没有权限"
    expect "not even for one of them" 2 as_nobody a
    check "all stand" test -f "$site/c/x1.html"
    chmod 755 "$dir/catalogs" && chown -R 0 "$dir"
fi

# A name that is none: the editor's mistake and no crash of ours.
for folder in "b - 副本" 清单; do
    cp -r "$dir/catalogs/b" "$dir/catalogs/$folder"
    expect "a folder called $folder" 2 build --only html
    has err "catalogs/$folder/catalog.xml:1:14: 错误"
    has err "[catalog-folder]"
    lacks err "[build-crash]"
    lacks err "[publish-path]"
    rm -r "$dir/catalogs/$folder"
done


# Every kind alone, after each change of what is published: no link is left that leads nowhere.
kinds="html pdf data search"
changed() { # what has changed
    local kind
    for kind in $kinds; do
        rm -rf "$site" && cp -a "$dir/before" "$site"
        expect "$1, --only $kind" 0 build --only "$kind"
        check "$1, --only $kind: no dead link" whole
    done
}
rm -rf "$dir/catalogs" "$site"
catalog a disclosure x1 x2 x3
catalog b levels x1
expect "two catalogs, all kinds" 0 build
check "all links lead somewhere" whole
[ "$failed" -eq 0 ] || finish
cp -a "$site" "$dir/before" && cp -r "$dir/catalogs" "$dir/all"
for kind in $kinds; do
    build --only "$kind" >/dev/null 2>&1
    check "nothing has changed, --only $kind" diff -r "$dir/before" "$site"
done
rm -r "$dir/catalogs/b"
changed "a catalog is gone"
check "told once" is "$(build --only html 2>&1 | grep -c build-gone)" 0
check "the search does not know it" is "$(jq -r '.catalogs[][0]' "$site/search/index.json")" a
catalog b levels x1
catalog a levels x1 x2 x3
changed "another kind"
check "the page is that of the kind" test -f "$site/a/levels.html"
check "the old one is gone" test ! -e "$site/a/disclosure.html"
catalog a disclosure x1
changed "items are gone"
check "and so are their pages" test ! -e "$site/a/x2.html"
catalog a disclosure x1 x2 x3 x4
changed "an item more"
catalog a disclosure x1 x2 x3
catalog c list x1
changed "a catalog more"
rm -rf "$site" && cp -a "$dir/before" "$site"
build --only data >/dev/null 2>&1
check "its data alone do not bring it on the home page" misses "$site/index.html" '"c/'
check "they are there" test -f "$site/c/catalog.json"
rm -r "$dir/catalogs/c"
sed -i 's| published="2021-01-05 09:30"| source="局"|' "$dir"/catalogs/*/catalog.xml
changed "no date any more"
catalog a disclosure x1 x2 x3
catalog b levels x1
cp "$dir/site/site.xml" "$dir/site.xml"
sed -i 's|<domain>a.gov.cn</domain>|<domain/>|' "$dir/site/site.xml"
changed "no address any more"
rm -rf "$site" && cp -a "$dir/before" "$site"
expect "not of one catalog" 0 build --only html a
check "no dead link" whole
check "none to the feed" fails grep -rlq feed.xml "$site" --include='*.html'
rm -rf "$dir/before" && cp -a "$site" "$dir/before"
cp "$dir/site.xml" "$dir/site/site.xml"
changed "an address now"
rm "$dir/before/.mulu/a.state"
: >"$dir/before/.mulu/b.state"
changed "what was published is not known"
check "all stay" is "$(cd "$site" && ls -d a/index.html a/search.json a/catalog.json | wc -l)" 3
rm -rf "$site" "$dir/before"
expect "search alone" 0 build --only search
check "has pages to lead to" whole
rm -rf "$site"
expect "data alone" 0 build --only data
check "have no pages" test ! -e "$site/index.html"
expect "then pages of one" 0 build --only html a
check "have those of the others" test -f "$site/b/index.html"
check "no dead link" whole

# A catalog may be called as our own list of files once was.
catalog files list x1
expect "a catalog called files" 0 build --only html,data,search
expect "again" 0 build --only html
check "keeps its data" contains "$site/files/index.html" list.xlsx
check "no dead link" whole

# The mark of a release is of all pages, the search page too.
gaps() { grep -rl 'class="gap"' "$site" --include='*.html'; }
rm -rf "$site" "$dir/catalogs/files"
echo '<site><name>样本网</name></site>' >"$dir/site/site.xml"
expect "a preview" 0 build --only html,search
cp "$dir/site.xml" "$dir/site/site.xml"
expect "then a release of pages alone" 0 build --release --only html
check "leaves no gap" is "$(gaps)" ""
sed -i 's|<sponsor>样本局</sponsor>|<sponsor/>|' "$dir/site/site.xml"
expect "a preview of the search" 0 build --only search
check "has a gap" contains "$site/search.html" 'class="gap"'
cp "$dir/site.xml" "$dir/site/site.xml"
expect "is no release" 2 build --release --only data
has err "[release-pages]"
expect "but a release of one catalog mends it" 0 build --release --only html a
check "no gap" is "$(gaps)" ""
expect "data of a release" 0 build --release --only data
catalog a disclosure x1
expect "a preview of data that changes pages" 0 build --only data
expect "is none" 2 build --release --only data

# Pages without what they look like.
mv "$dir/site/assets/style.css" "$dir/style.css"
expect "no style sheet" 2 build --only html
has err "site/assets/style.css”"
has err "[build-asset]"
mv "$dir/style.css" "$dir/site/assets/style.css"

finish

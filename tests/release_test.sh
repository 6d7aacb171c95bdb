#!/bin/sh
# What government web sites must say: meta tags by kind of page, footer, publication, maps for
# machines; what is missing is a gap in a preview and an error of a release.
cd "$(dirname "$0")/.." && . tests/kit.sh

metas() { grep -o '<meta name="[A-Z][A-Za-z]*" content="[^"]*">' "$dir/site/public/$1" | sed 's/<meta name="\([A-Za-z]*\)".*/\1/' | tr '\n' ' '; }
build() { "$MULU" -C "$dir" build --only html "$@" >"$dir/out" 2>&1; echo $?; }

SOURCE_DATE_EPOCH=1700000000 # 2023-11-15 06:13 in Beijing
export SOURCE_DATE_EPOCH

mkdir -p "$dir/catalogs" "$dir/site"
cp -r catalogs/schemes catalogs/yuanjiang catalogs/ningxiang "$dir/catalogs/"
sed -i '0,/<title>宁乡市/s//<title>宁乡市\n/' "$dir/catalogs/ningxiang/catalog.xml"
cp -r templates "$dir/"
cp -r site/assets "$dir/site/"

# Nothing filled in: a preview with gaps, no release.
echo '<site><name>样本网</name></site>' >"$dir/site/site.xml"
check "a preview is built" is "$(build)" 0
item=$dir/site/public/yuanjiang/002036001001.html
check "the footer shows gaps" contains "$item" 'class="gap">网站标识码：网站信息里还没有填写'
check "publication is a gap" contains "$item" '发布时间：目录里还没有填写'
check "no empty meta" misses "$item" 'content=""'
check "robots names no map" misses "$dir/site/public/robots.txt" Sitemap
check "no map without a domain" test ! -e "$dir/site/public/sitemap.xml"
check "no linked address without a domain" misses "$item" '"url"'
cp "$dir/site/public/index.html" "$dir/old.html"
check "no release" is "$(build --release)" 2
check "each missing value is told" is "$(grep -c release-value "$dir/out")" 9
check "the old site stands" cmp "$dir/site/public/index.html" "$dir/old.html"

# All of the site, nothing of the catalogs.
cat >"$dir/site/site.xml" <<'EOF'
<site>
  <name>样本网</name><domain>ylbz.sample.gov.cn</domain><id-code>4309810001</id-code>
  <sponsor>样本局</sponsor><contact>0737-1234567</contact><icp>湘ICP备0号</icp><police>湘公网安备0号</police>
  <identity>https://bszs.conac.cn/?a=1&amp;b=2</identity><report>https://zfwzgl.www.gov.cn/x</report>
  <column-type>办事服务</column-type>
</site>
EOF
check "a catalog without time is no release" is "$(build --release)" 2
check "told at its place" contains "$dir/out" 'catalogs/yuanjiang/catalog.xml:2:1: 错误: 目录没有写网页的发布时间'

# All of both.
for id in yuanjiang ningxiang; do
    sed -i '0,/<\/title>/s|</title>|</title>\n  <web published="2022-09-08 10:30"/>|' "$dir/catalogs/$id/catalog.xml"
done
sed -i '0,/published="2022-09-08 10:30"/s//published="2021-01-05 09:30" source="沅江市医疗保障局"/' "$dir/catalogs/yuanjiang/catalog.xml"
check "a release is built" is "$(build --release)" 0
check "home: three tags" is "$(metas index.html)" "SiteName SiteDomain SiteIDCode "
check "column: seven tags" is "$(metas yuanjiang/index.html)" "SiteName SiteDomain SiteIDCode ColumnName ColumnDescription ColumnKeywords ColumnType "
check "table: seven tags" is "$(metas ningxiang/levels.html)" "SiteName SiteDomain SiteIDCode ColumnName ColumnDescription ColumnKeywords ColumnType "
ten="SiteName SiteDomain SiteIDCode ColumnName ColumnDescription ColumnKeywords ColumnType ArticleTitle PubDate ContentSource "
check "item: ten tags" is "$(metas yuanjiang/002036001001.html)" "$ten"
check "notice: ten tags" is "$(metas yuanjiang/notice.html)" "$ten"
check "PubDate as the standard has it" contains "$item" '<meta name="PubDate" content="2021-01-05 09:30">'
check "seen by people too" contains "$item" '发布时间：2021-01-05 09:30'
check "source" contains "$item" '来源：<bdi>沅江市医疗保障局</bdi>'
check "no gap is left" misses "$item" 'class="gap"'
check "footer leads to the certificate" contains "$item" '<a href="https://bszs.conac.cn/?a=1&amp;b=2">党政机关网站标识</a>'
check "the filing number leads to the ministry" contains "$item" '<a href="https://beian.miit.gov.cn/">ICP备案编号：湘ICP备0号</a>'
check "the number is called" contains "$item" '<a href="tel:0737-1234567">联系方式：0737-1234567</a>'
check "linked data is JSON" bash -c "awk '/ld\+json/ {f=1; next} /<\/script>/ {f=0} f' '$item' | jq -e '.\"@type\" == \"GovernmentService\" and .url == \"https://ylbz.sample.gov.cn/yuanjiang/002036001001.html\"'"
check "robots names the map" contains "$dir/site/public/robots.txt" 'Sitemap: https://ylbz.sample.gov.cn/sitemap.xml'
check "maps are XML" xmllint --noout "$dir/site/public/sitemap.xml" "$dir/site/public/yuanjiang/sitemap.xml" "$dir/site/public/feed.xml"
pages=$(cd "$dir/site/public" && find yuanjiang ningxiang -name '*.html' | sort | sed 's|^|https://ylbz.sample.gov.cn/|')
mapped=$(cat "$dir"/site/public/*/sitemap.xml | grep -o '<loc>[^<]*' | sed 's/<loc>//' | sort)
check "the maps name every page, and only those" is "$mapped" "$pages"
check "a title of two lines is one in the feed" contains "$dir/site/public/feed.xml" "<title>$(grep -o 'ColumnName" content="[^"]*' "$dir/site/public/ningxiang/index.html" | sed 's/.*"//')</title>"
check "and in the description" is "$(grep -c 'ColumnDescription" content="[^"]*">' "$dir"/site/public/*/index.html | grep -vc ':1$')" 0
check "feed: the newest first" is "$(grep -o '<updated>[^<]*' "$dir/site/public/feed.xml" | sed 's/<updated>//' | tr '\n' ' ')" "2022-09-08T10:30:00+08:00 2022-09-08T10:30:00+08:00 2021-01-05T09:30:00+08:00 "
check "documents alone keep the maps" is "$("$MULU" -C "$dir" build --only pdf ningxiang >/dev/null 2>&1; ls "$dir/site/public" | grep -cE '^(robots.txt|sitemap.xml|feed.xml)$')" 3
check "and those of the catalogs" test -s "$dir/site/public/ningxiang/sitemap.xml"

# Every page has the tags of its kind and no others, each once and with a value; times have the
# form of the standard, and no page has a gap.
check "all kinds, with search" is "$("$MULU" -C "$dir" build --release --only html,search >"$dir/out" 2>&1; echo $?)" 0
odd_pages() {
    (cd "$dir/site/public" && find . -name '*.html' | sort) | while read -r page; do
        case $page in
        ./*/*/* | ./*/notice.html | ./*/[0-9]*.html | ./*/item-*.html) wanted=$ten ;;
        ./*/*) wanted="SiteName SiteDomain SiteIDCode ColumnName ColumnDescription ColumnKeywords ColumnType " ;;
        *) wanted="SiteName SiteDomain SiteIDCode " ;;
        esac
        [ "$(metas "$page")" = "$wanted" ] || echo "$page: $(metas "$page")"
        grep -nE '<meta name="[A-Z][A-Za-z]*" content="(null|[[:space:]]*)"|class="gap"' "$dir/site/public/$page" /dev/null
        grep -o '<meta name="PubDate" content="[^"]*"' "$dir/site/public/$page" |
            grep -vE 'content="[0-9]{4}-(0[1-9]|1[0-2])-[0-3][0-9] ([01][0-9]|2[0-3]):[0-5][0-9]"'
    done
}
check "pages of every kind are there" test "$(find "$dir/site/public" -name '*.html' | wc -l)" -gt 100
check "each has the tags of its kind" is "$(odd_pages)" ""

# Linked data of every item: JSON, known terms only, every prefix declared, nothing empty.
linked() { awk '/ld\+json/ {f=1; next} /<\/script>/ {f=0} f' "$1"; }
bad_data() {
    for page in "$dir"/site/public/*/[0-9]*.html; do
        linked "$page" | jq -e '
            (.["@context"][1] | keys) as $prefixes |
            ([(del(.["@context"]) | .. | objects | keys[]), (.. | objects | .["@type"]? // empty)]
                | map(select(contains(":")) | split(":")[0]) | unique) - $prefixes == [] and
            .["@context"][0] == "https://schema.org" and .["@type"] == "GovernmentService" and
            (keys - ["@context", "@type", "name", "identifier", "url", "serviceType", "provider",
                "areaServed", "audience", "availableChannel", "cpsv:hasInput", "cv:hasLegalResource"]) == [] and
            ([.. | objects | .["@type"]? // empty] - ["GovernmentService", "GovernmentOrganization",
                "AdministrativeArea", "Audience", "ServiceChannel", "ContactPoint", "cv:Evidence",
                "eli:LegalResource"]) == [] and
            ([.. | strings | select(. == "")] == []) and
            .provider.name and .areaServed.identifier and (.url | startswith("https://ylbz.sample.gov.cn/"))
        ' >/dev/null || echo "$page"
    done
}
check "linked data of every item" is "$(bad_data)" ""

# A release of one catalog keeps pages of a release, and makes those of a preview anew.
check "one catalog" is "$(build --release yuanjiang)" 0
sed -i 's/样本局/样板局/' "$dir/site/site.xml"
check "site.xml has changed: one catalog" is "$(build --release yuanjiang)" 0
check "the other says so, too" contains "$dir/site/public/ningxiang/index.html" 样板局
sed -i 's/ published="2022-09-08 10:30"/ source="局"/' "$dir/catalogs/ningxiang/catalog.xml"
check "a preview with a gap" is "$(build)" 0
check "is no release of another catalog" is "$(build --release yuanjiang)" 2
check "nor of no pages" is "$("$MULU" -C "$dir" build --release --only data yuanjiang >"$dir/out" 2>&1; echo $?)" 2
check "told why" contains "$dir/out" '[release-pages]'
sed -i 's/<web source="局"/<web published="2022-09-08 10:30"/' "$dir/catalogs/ningxiang/catalog.xml"
check "filled in" is "$(build --release yuanjiang)" 0
check "all is of a release" misses "$dir/site/public/ningxiang/index.html" 'class="gap"'
check "data alone then" is "$("$MULU" -C "$dir" build --release --only data yuanjiang >"$dir/out" 2>&1; echo $?)" 0
check "keep it one" is "$("$MULU" -C "$dir" build --release --only data yuanjiang >"$dir/out" 2>&1; echo $?)" 0

# A date of publication that has not come is no release; nothing else asks for the day.
date_of() { sed -i "s/ published=\"[^\"]*\"/ published=\"$1\"/" "$dir/catalogs/ningxiang/catalog.xml"; }
date_of '2023-11-15 23:59'
check "later today" is "$(build --release)" 0
check "nothing to tell" misses "$dir/out" 2023-11
date_of '2023-11-16 00:00'
check "tomorrow" is "$(build --release)" 2
check "is told at its place" contains "$dir/out" 'catalogs/ningxiang/catalog.xml:6:3: 错误: 发布时间“2023-11-16 00:00”还没有到，今天是 2023-11-15 [release-future]'
check "a preview of it" is "$(build)" 0
check "is warned of" contains "$dir/out" '警告: 网页的发布时间“2023-11-16 00:00”还没有到'
date_of '2021-11-16 00:00'
check "before the year of its number" is "$(build --release)" 0
check "is warned of, too" contains "$dir/out" '早于文号“宁医保发〔2022〕14号”的年份 [web-early]'
date_of '2022-09-08 10:30'
pages_on() { SOURCE_DATE_EPOCH=$1 "$MULU" -C "$dir" build --only html,search -o "$dir/on-$1" >/dev/null 2>&1; }
pages_on 0 && pages_on 4000000000
check "pages are the same on any day" diff -r "$dir/on-0" "$dir/on-4000000000"
rm -r "$dir/on-0" "$dir/on-4000000000"
check "back again" is "$(build --release)" 0

# A server shows 404.html under any address: its links begin at the root of the host, and there
# with the folder of the site where it has one.
check "404: at the root" is "$(grep -oE '(href|src)="[^"]*"' "$dir/site/public/404.html" | grep -vE '="(/|#|https?:|tel:)' | tr '\n' ' ')" ""
check "its style sheet" contains "$dir/site/public/404.html" 'href="/assets/style.css"'
cp "$dir/site/site.xml" "$dir/keep.xml"
sed -i 's|</domain>|</domain><address>https://a.gov.cn/sub/b/</address>|' "$dir/site/site.xml"
check "below a folder" is "$(build --release)" 0
check "404: below it" is "$(grep -oE '(href|src)="[^"]*"' "$dir/site/public/404.html" | grep -vE '="(/sub/b/|#|https?:|tel:)' | tr '\n' ' ')" ""
check "its style sheet, too" contains "$dir/site/public/404.html" 'href="/sub/b/assets/style.css"'
cp "$dir/keep.xml" "$dir/site/site.xml"
check "back at the root" is "$(build --release)" 0

# A catalog whose main items have no names, then one that says no source.
mkdir "$dir/catalogs/plain"
plain() {
    cat >"$dir/catalogs/plain/catalog.xml" <<EOF
<catalog id="plain" kind="guide" scheme="">
  <region code="430981" name="沅江市"/>
  <title>目录</title>
  <web published="2021-01-05 09:30"/>
  $1
  <group no="一、">
    <title/>
    <item code="1"><title>甲项</title></item>
    <item code="2"><title>乙项</title></item>
  </group>
</catalog>
EOF
}
plain '<issuer>样板局</issuer>'
check "main items without names" is "$(build --release plain)" 0
check "the items are its words" contains "$dir/site/public/plain/index.html" '<meta name="ColumnKeywords" content="甲项,乙项">'
plain ''
check "nobody's text is no release" is "$(build --release plain)" 2
check "told at its place" contains "$dir/out" 'catalogs/plain/catalog.xml:1:1: 错误: 目录没有写网页的来源'

# What nobody sees is no value: the issuer is named, or it is no release.
blank_source() { plain "$2" && sed -i "s|30\"/>|30\" source=\"$1\"/>|" "$dir/catalogs/plain/catalog.xml" && build --release plain; }
check "a blank source gives way to the issuer" is "$(blank_source '  ' '<issuer>样板局</issuer>')" 0
check "who is named" contains "$dir/site/public/plain/1.html" '<meta name="ContentSource" content="样板局">'
check "a full-width blank is no source" is "$(blank_source '　' '<issuer>　</issuer>')" 2
check "is told" contains "$dir/out" '[release-source]'
rm -r "$dir/catalogs/plain"

# wrong ELEMENT VALUE [OPTION]: the status of a build with this value in site.xml.
wrong() { sed "s|<$1>[^<]*|<$1>$2|" "$dir/site/site.xml" >"$dir/site/new.xml" && cp "$dir/site/site.xml" "$dir/keep.xml" && mv "$dir/site/new.xml" "$dir/site/site.xml"; build ${3:-}; cp "$dir/keep.xml" "$dir/site/site.xml"; }

# What leads nowhere is no link.
contact() { wrong contact "$1" >/dev/null && grep -o '<li>.*联系方式[^<]*' "$dir/site/public/index.html"; }
check "a telephone with words" is "$(contact '电话 0737-2817103（周一至周五）')" '<li><a href="tel:0737-2817103">联系方式：电话 0737-2817103（周一至周五）'
check "two of them" is "$(contact '0737-2817103、0737-2817104')" '<li>联系方式：0737-2817103、0737-2817104'
check "an address of mail" is "$(contact 'ylbz12345@sample.gov.cn')" '<li>联系方式：ylbz12345@sample.gov.cn'
check "a place" is "$(contact '沅江市桔城大道')" '<li>联系方式：沅江市桔城大道'
check "no filing number, no link" is "$(wrong icp '' >/dev/null; grep -c beian.miit "$dir/site/public/index.html")" 0

# Values of a wrong shape.
check "a domain with a scheme" is "$(wrong domain https://a.gov.cn/)" 2
check "is told with its place" contains "$dir/out" 'site/site.xml:2:'
check "a domain longer than domains are" is "$(wrong domain "$(printf 'a%.0s' $(seq 260)).gov.cn")" 2
check "is told with its place too" contains "$dir/out" 'site/site.xml:2:'
check "a code of nine digits" is "$(wrong id-code 430981001)" 2
check "a name of blanks is none" is "$(wrong name '　')" 0
check "and no release" is "$(wrong name '　' --release) $(grep -c release-value "$dir/out")" "2 1"
check "nor is one without width" is "$(wrong icp '\&#x200B;' --release) $(grep -c release-value "$dir/out")" "2 1"
check "a quote in an address" is "$(wrong report 'https://a.cn/\&quot;') $(grep -c site-link "$dir/out")" "2 1"
check "a script as address" is "$(wrong report javascript:alert)" 2

# The site is not put where it is made from.
for folder in site/assets/out site/assets catalogs catalogs/yuanjiang templates/html; do
    expect "-o $folder" 2 "$MULU" -C "$dir" build --only data -o "$folder"
    has err '[build-inside]'
done
holds is "$(cd "$dir" && ls -d site/assets/out* catalogs/*.new site/*.new 2>/dev/null)" ""
expect "a name that only begins like one" 0 "$MULU" -C "$dir" build --only data -o site/assets2

finish

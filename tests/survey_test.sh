#!/bin/sh
# How findings leave the program: SARIF against its schema, the page, files, the reference of
# the rules.
cd "$(dirname "$0")/.." && . tests/kit.sh
unset SOURCE_DATE_EPOCH

# A catalog with a code in small letters behind characters of two and four bytes, and a file
# that cannot be read; the folder's name needs encoding.
p="$dir/p"
mkdir -p "$p/目 录/shi" "$p/catalogs/broken"
ln -s "$PWD/templates" "$p/templates"
printf '\357\273\277<?xml version="1.0" encoding="UTF-8"?>\r\n<catalog id="shi" kind="list" scheme="">\r\n<region code="430182" name="甲&lt;b"/><title>目录</title>\r\n<group no="𠀀一" code="00203600100y"><title>乙</title>\r\n<item seq="1" code="002036001001"><title>丙</title></item>\r\n</group>\r\n</catalog>\r\n' \
    >"$p/目 录/shi/catalog.xml"
printf '<catalog' >"$p/catalogs/broken/catalog.xml"

# ---- SARIF ----

expect "sarif of all catalogs" 1 "$MULU" check --format sarif -o "$dir/all.sarif"
has err '个错误，'
expect "sarif is valid" 0 node tests/sarif.js check "$dir/all.sarif"
"$MULU" check --format json >"$dir/all.json" 2>"$dir/err"
check "as many results as findings" is "$(jq '.runs[0].results | length' "$dir/all.sarif")" \
    "$(jq length "$dir/all.json")"
check "every rule is told" is \
    "$(jq -c '[.runs[0].tool.driver.rules[].id]' "$dir/all.sarif")" \
    "$("$MULU" check --rules --format json | jq -c '[.[].id]')"
check "a rule has all its texts" is "$(jq '[.runs[0].tool.driver.rules[]
    | select((.name and .shortDescription.text and .fullDescription.text and .help.text
              and .defaultConfiguration.level and .properties.family) | not)] | length' \
    "$dir/all.sarif")" 0

expect "sarif of files elsewhere" 2 "$MULU" -C "$p" check "目 录/shi" broken --format sarif
cp "$dir/out" "$dir/two.sarif"
has out '"uri": "%E7%9B%AE%20%E5%BD%95/shi/catalog.xml"'
has out '"executionSuccessful": false'
has out '"fullyQualifiedName": "shi/group-1/code"'
expect "sarif of files elsewhere is valid" 0 node tests/sarif.js check "$dir/two.sarif"
check "load problems are results" is "$(jq -r '.runs[0].results[]
    | select(.locations[0].physicalLocation.artifactLocation.uri == "catalogs/broken/catalog.xml")
    | .level' "$dir/two.sarif" | sort -u)" error
expect "a log with fixes" 0 "$MULU_BUILD/tests/unit/findings_test" "$dir/fixes"
expect "a log with fixes is valid" 0 node tests/sarif.js check "$dir/fixes/log.sarif"
node tests/sarif.js fix "$dir/fixes/log.sarif" "$dir/fixes" shi/catalog.xml >"$dir/fixed.xml"
expect "fixes change what they should" 0 cmp "$dir/fixed.xml" "$dir/fixes/wanted.xml"
jq '.runs[0].results[0].level = "fatal"' "$dir/two.sarif" >"$dir/bad.sarif"
expect "the schema is really asked" 1 node tests/sarif.js check "$dir/bad.sarif"

# ---- the page ----

expect "page of all catalogs" 1 "$MULU" check --format html
cp "$dir/out" "$dir/one.html"
has out '<h2>各目录的数量</h2>'
has out '已改'
lacks out '<script'
lacks out 'http:'
lacks out 'https:'
lacks out '<link'
lacks out '<img'
expect "page again" 1 "$MULU" check --format html
cp "$dir/out" "$dir/again.html"
expect "page is the same" 0 cmp "$dir/again.html" "$dir/one.html"
expect "page with a date" 1 env SOURCE_DATE_EPOCH=1700000000 "$MULU" check ningxiang --format html
has out '<p class="grey">2023年11月14日</p>'
lacks out '各目录的数量'
has out '<dd>002036001002-1</dd>'
expect "page of files elsewhere" 2 "$MULU" -C "$p" check "目 录/shi" broken --format html
has out '甲&lt;b（430182）'
has out '目录读不了'
check "anchors are reached" is "$(grep -o 'href="#[^"]*"' "$dir/one.html" | sed 's/href="#//; s/"//' |
    while read -r id; do grep -qF "id=\"$id\"" "$dir/one.html" || echo "$id"; done)" ""

# ---- text, JSON, files ----

expect "folded text" 0 "$MULU" check yuanjiang
has out '；同样的问题共 '
has err ' 个提示'
expect "JSON is one array" 2 "$MULU" -C "$p" check "目 录/shi" broken --format json
check "JSON of two catalogs" is "$(jq -r '[.[].file] | unique | length' "$dir/out")" 2
check "keys of JSON" is "$(jq -c '[.[] | keys_unsorted] | unique' "$dir/out")" \
    '[["rule","severity","file","line","column","code","field","message","expected","proposal","basis"]]'
for format in text json sarif html; do
    expect "$format to a file" 1 "$MULU" check ningxiang --format $format -o "$dir/file"
    "$MULU" check ningxiang --format $format >"$dir/direct" 2>"$dir/err"
    expect "$format is the same there" 0 cmp "$dir/file" "$dir/direct"
done
echo old >"$dir/file"
expect "nothing half" 2 "$MULU" check ningxiang --format yaml -o "$dir/file"
check "old file stands" is "$(cat "$dir/file")" old
expect "no such folder" 2 "$MULU" check ningxiang -o "$dir/nowhere/file"
has err "$dir/nowhere/file"
check "no draft is left" is "$(ls "$dir" | grep -c '^file\.')" 0

# ---- what a finding is about ----

# Two items with one code, of which one has two services; a form; a main item without a code.
t="$dir/t/catalogs/tong"
mkdir -p "$t/forms"
ln -s "$PWD/templates" "$dir/t/templates"
cat >"$t/catalog.xml" <<END
<catalog id="tong" kind="list" scheme=""><region code="430182" name="宁乡市"/><title>目录</title>
<group no="一、" code="00203600100Y"><title>参保登记 、变更</title>
<item seq="1" code="002036001001"><title>单位参保</title>
<service seq="一、"><title>新设单位
登记</title><materials><material>甲证 、乙证</material></materials></service>
<service seq="3"><title>停保 、注销</title><limit>5日</limit></service></item>
<item seq="2" code="002036001001"><title>职工参保</title><materials><p>丙证 、丁证</p></materials></item>
<item seq="3" code="002036001003"><title>居民参保</title><service seq="4"><title>补登</title></service><materials><p>戊证 、己证</p></materials></item>
</group></catalog>
END
printf '<form><title>登记表</title><row><cell>庚证,辛证</cell></row></form>' >"$t/forms/biao.xml"
expect "what findings are about" 0 "$MULU" -C "$dir/t" check
line() { grep -n -A4 "catalog.xml:$1:.*\[text-blank\]" "$dir/out" | grep -q -- "[0-9]-  $2"; }
check "a main item's title" line 2 '主项00203600100Y，主项名称$'
check "a service of a shared code" line 5 \
    '事项002036001001“1 单位参保”，业务办理项“一、新设单位登记”，办理材料$'
check "a service's title" line 6 '事项002036001001“1 单位参保”，业务办理项“3 停保 、注销”，业务办理项名称$'
check "an item of a shared code" line 7 '事项002036001001“2 职工参保”，办理材料$'
check "behind a service, an item of its own code" line 8 '事项002036001003，办理材料$'
has out '  表单《登记表》'
expect "what they are about on the page" 0 "$MULU" -C "$dir/t" check --format html
has out '业务办理项“一、新设单位登记”，办理材料'
has out '主项名称'
has out '表单《登记表》'
expect "what they are about in SARIF" 0 "$MULU" -C "$dir/t" check --format sarif
has out '"about": "事项002036001001“1 单位参保”，业务办理项“一、新设单位登记”"'
expect "what they are about on the return sheet" 0 "$MULU" -C "$dir/t" check --format xlsx \
    -o "$dir/t.xlsx"
unzip -p "$dir/t.xlsx" xl/sharedStrings.xml >"$dir/strings"
check "sheet: service" contains "$dir/strings" '业务办理项“一、新设单位登记”'
check "sheet: form" contains "$dir/strings" '表单《登记表》'
check "sheet: main item" contains "$dir/strings" '主项名称'

# ---- the reference ----

expect "rules" 0 "$MULU" check --rules
has out 'code-parent  错误  '
expect "rules as a page" 2 "$MULU" check --rules --format html
expect "rules of a catalog" 2 "$MULU" check --rules ningxiang
expect "documents say what the program says" 0 scripts/rules-doc --check

finish

#!/bin/sh
# Open data as a reader of it has it: mulu export and mulu build --only data, files, links,
# the schema, the same bytes twice, what stays when a build makes other kinds.
cd "$(dirname "$0")/.." && . tests/kit.sh
. tests/workbook.sh

# ---- mulu export ----

expect csv 0 "$MULU" export ningxiang --format csv
holds [ "$(head -c 3 "$dir/out" | od -An -tx1 | tr -d ' ')" = efbbbf ]
has out '主项,主项编码,子项序号,子项,子项编码,宁乡市,乡镇（街道）,村（社区）'
has out '一、基本医疗保险参保和变更登记,00203600100Y,2,职工参保登记—在职职工,902036001002-1,√,,'
holds [ "$(wc -l <"$dir/out")" = "$(grep -c "$(printf '\r')" "$dir/out")" ]
expect csv-list 0 "$MULU" export ningxiang --format csv --table list
has out '主项,主项编码,子项序号,子项,子项编码'
lacks out '宁乡市,'
expect csv-disclosure 0 "$MULU" export xinjiang --format csv
has out '公开对象：全社会,公开对象：特定群众,公开方式：主动'
expect xlsx 0 "$MULU" export ningxiang --format xlsx -o "$dir/levels.xlsx"
holds whole "$dir/levels.xlsx"
is_cell "$dir/levels.xlsx" 1 A1 宁乡市医疗保障三级经办政务服务事项清单
is_cell "$dir/levels.xlsx" 1 E3 子项编码
is_cell "$dir/levels.xlsx" 1 B4 00203600100Y
is_cell "$dir/levels.xlsx" 1 E4 002036001001
is_cell "$dir/levels.xlsx" 1 C4 1
is_cell "$dir/levels.xlsx" 1 E5 902036001002-1
name=xlsx-sheet
holds [ "$(part "$dir/levels.xlsx" xl/worksheets/sheet1.xml \
    "string(//*[local-name()='mergeCell'][3]/@ref)")" = A4:A14 ]
holds [ "$(part "$dir/levels.xlsx" xl/worksheets/sheet1.xml \
    "string(//*[local-name()='pane']/@topLeftCell)")" = A4 ]
holds [ "$(part "$dir/levels.xlsx" xl/workbook.xml \
    "string(//*[local-name()='definedName'])")" = "'三级清单'!\$3:\$3" ]
holds [ "$(part "$dir/levels.xlsx" xl/worksheets/sheet1.xml \
    "string(//*[local-name()='pageSetup']/@paperSize)")" = 9 ]
# The number format of a code is "text" (49), so that it stays one when somebody edits it.
style=$(part "$dir/levels.xlsx" xl/worksheets/sheet1.xml "string(//*[@r='E4']/@s)")
holds [ "$(part "$dir/levels.xlsx" xl/styles.xml \
    "string(//*[local-name()='cellXfs']/*[$((style + 1))]/@numFmtId)")" = 49 ]
# A year at the start of the head is no part of the size of its letters.
cp -r catalogs/ningxiang "$dir/ningxiang"
sed -i '0,/<title>/s//<title>2022年/' "$dir/ningxiang/catalog.xml"
expect xlsx-head 0 "$MULU" export "$dir/ningxiang" --format xlsx -o "$dir/head.xlsx"
holds is "$(part "$dir/head.xlsx" xl/worksheets/sheet1.xml "string(//*[local-name()='oddHeader'])")" \
    '&L&"宋体,Regular"&9 2022年宁乡市医疗保障三级经办政务服务事项清单'
holds is "$(part "$dir/levels.xlsx" xl/worksheets/sheet1.xml "string(//*[local-name()='oddHeader'])")" \
    '&L&"宋体,Regular"&9宁乡市医疗保障三级经办政务服务事项清单'
expect xlsx-wide 0 "$MULU" export yuanjiang --format xlsx -o "$dir/list.xlsx"
holds [ "$(part "$dir/list.xlsx" xl/worksheets/sheet1.xml \
    "string(//*[local-name()='pageSetup']/@paperSize)")" = 8 ]
# as the day of the document
holds [ "$(part "$dir/list.xlsx" docProps/core.xml \
    "string(//*[local-name()='created'])")" = 2020-12-28T00:00:00Z ]
expect dated 0 env SOURCE_DATE_EPOCH=1700000000 "$MULU" export ningxiang --format xlsx
holds [ "$(part "$dir/out" docProps/core.xml \
    "string(//*[local-name()='created'])")" = 2023-11-14T22:13:20Z ]

expect no-table 2 "$MULU" export ningxia --format csv --table levels
has err '没有三级清单'
has err 'list'
holds [ ! -s "$dir/out" ]
expect which-table 2 "$MULU" export ningxia --format csv --table items
has err 'list、levels、disclosure'
expect table-of-json 2 "$MULU" export ningxia --format json --table list
has err '--table'
expect which-format 2 "$MULU" export ningxia --format ods
has err 'json、csv、xlsx、xml'
if command -v script >/dev/null 2>&1; then
    expect terminal 2 script -qec "'$MULU' export ningxia --format xlsx" /dev/null
    has out 不能显示在终端上
fi
expect no-tmp 2 env TMPDIR=/nowhere/at/all "$MULU" export ningxia --format xlsx
has err TMPDIR

# ---- the schema ----

for id in ningxia ningxiang pingdingshan xinjiang yuanjiang; do
    expect "json-$id" 0 "$MULU" export "$id" --format json -o "$dir/$id.json"
done
if command -v node >/dev/null 2>&1; then
    expect schema 0 node tests/data_schema.js templates/schema/catalog.schema.json \
        "$dir"/*.json
    [ "$got" -eq 0 ] || head -n 5 "$dir/out"
    holds [ "$(sed -n '$s/ passed.*//p' "$dir/out")" -gt 3000 ]
fi

# ---- mulu build ----

mkdir -p "$dir/p/catalogs" "$dir/p/site"
cp -r site/assets "$dir/p/site/"
for id in ningxiang xinjiang; do cp -R "catalogs/$id" "$dir/p/catalogs/"; done
cp -R catalogs/schemes "$dir/p/catalogs/"
ln -s "$PWD/templates" "$dir/p/templates"
site="$dir/p/site/public"
files() {
    (cd "$1" && find . -name .mulu -prune -o -type f -print | sort)
}
# What a listing of the two catalogs' data must be.
data='./assets/catalog.schema.json
./ningxiang/catalog.json
./ningxiang/levels.csv
./ningxiang/levels.xlsx
./ningxiang/list.csv
./ningxiang/list.xlsx
./xinjiang/catalog.json
./xinjiang/disclosure.csv
./xinjiang/disclosure.xlsx'
expect only-data 0 "$MULU" -C "$dir/p" build --only data
holds [ "$(files "$site" | grep -v '/style.css$\|/icon.svg$\|/robots.txt$\|/assets/.*js$')" = "$data" ]
holds cmp -s "$site/ningxiang/catalog.json" "$dir/ningxiang.json"
holds cmp -s "$site/ningxiang/levels.xlsx" "$dir/levels.xlsx"
holds cmp -s "$site/assets/catalog.schema.json" templates/schema/catalog.schema.json
expect only-html 0 "$MULU" -C "$dir/p" build --only html
files "$site" >"$dir/files"
holds [ "$(files "$site" | grep '\.json$\|\.csv$\|\.xlsx$')" = "$data" ]
cp "$site/ningxiang/index.html" "$dir/page"
has page '<a href="levels.xlsx">三级清单表格</a><small>（Excel，'
has page '<a href="levels.csv">三级清单数据</a><small>（CSV，'
has page '<a href="catalog.json">完整数据</a><small>（JSON，'
lacks page 'disclosure.csv'
# The pages stay behind a run for data alone, and the next ones still offer everything.
expect data-again 0 "$MULU" -C "$dir/p" build --only data
files "$site" >"$dir/files2"
holds cmp -s "$dir/files" "$dir/files2"
holds cmp -s "$site/ningxiang/index.html" "$dir/page"
expect both 0 "$MULU" -C "$dir/p" build --only html,data -o "$dir/fresh"
holds cmp -s "$dir/fresh/ningxiang/index.html" "$dir/page"
expect both-again 0 "$MULU" -C "$dir/p" build --only html,data -o "$dir/fresh2"
holds diff -r "$dir/fresh" "$dir/fresh2"
# A run over one catalog keeps the data of the other; a table that is no more goes.
sed -i 's/kind="levels"/kind="list"/' "$dir/p/catalogs/ningxiang/catalog.xml"
expect one 0 "$MULU" -C "$dir/p" build ningxiang --only html,data
holds [ -e "$site/xinjiang/disclosure.csv" ]
holds [ ! -e "$site/ningxiang/levels.csv" ]
holds [ ! -e "$site/ningxiang/levels.xlsx" ]
cp "$site/ningxiang/index.html" "$dir/page"
lacks page 'levels.csv'
expect bad-kind 2 "$MULU" -C "$dir/p" build --only data,odt
has err 'html、pdf、data'
# A project may publish a description of its own.
echo '{}' >"$dir/p/site/assets/catalog.schema.json"
expect own-schema 0 "$MULU" -C "$dir/p" build --only data
holds [ "$(cat "$site/assets/catalog.schema.json")" = '{}' ]
# A full disk: the old site stands.
cp "$site/ningxiang/list.csv" "$dir/list.csv"
printf 'x' >>"$dir/p/catalogs/ningxiang/notice.md"
expect no-workbook 2 env TMPDIR=/nowhere/at/all "$MULU" -C "$dir/p" build --only data
has err TMPDIR
holds cmp -s "$site/ningxiang/list.csv" "$dir/list.csv"

finish

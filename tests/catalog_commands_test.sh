#!/bin/sh
# The commands new, fmt, export and dump as an editor runs them.
cd "$(dirname "$0")/.." && . tests/kit.sh

mkdir "$dir/p"
p=$dir/p

expect "new" 0 "$MULU" -C "$p" new shi --region 430981
has out "catalogs/shi/catalog.xml"
check "the skeleton fits the schema" xmllint --noout --relaxng \
    templates/schema/catalog.rng "$p/catalogs/shi/catalog.xml"
expect "the skeleton loads" 0 "$MULU" -C "$p" export shi --format json
has out '"code": "430981"'
expect "the skeleton is in canonical layout" 0 "$MULU" -C "$p" fmt --check
cp "$p/catalogs/shi/catalog.xml" "$dir/kept"
expect "new does not overwrite" 2 "$MULU" -C "$p" new shi --region 430981
has err "已经存在"
check "the old file stands" cmp "$dir/kept" "$p/catalogs/shi/catalog.xml"
for id in ../etc /etc A.b assets schemes 目录 ""; do
    expect "new refuses the id «$id»" 2 "$MULU" -C "$p" new "$id" --region 430981
done
for region in 43098 4309811 000000 990000 43098a ""; do
    expect "new refuses the region «$region»" 2 "$MULU" -C "$p" new xin --region "$region"
done
expect "new needs a region" 2 "$MULU" -C "$p" new xin
has err "--region"
check "nothing was left behind" [ ! -e "$p/catalogs/xin" ]

mkdir -p "$p/catalogs/shi/forms"
printf '<form><title> 表 </title></form>' >"$p/catalogs/shi/forms/biao.xml"
expect "fmt --check finds what would change" 1 "$MULU" -C "$p" fmt shi --check
has out "catalogs/shi/forms/biao.xml"
check "and changes nothing" grep -qF '<form><title> 表 </title></form>' "$p/catalogs/shi/forms/biao.xml"
expect "fmt changes it" 0 "$MULU" -C "$p" fmt shi
has out "已整理 catalogs/shi/forms/biao.xml"
expect "once is enough" 0 "$MULU" -C "$p" fmt shi --check
printf '<form><title>表</title><box/></form>' >"$p/catalogs/shi/forms/biao.xml"
expect "fmt leaves what it does not understand" 2 "$MULU" -C "$p" fmt shi
has err "forms/biao.xml:1:23"
check "as it was" grep -qF '<box/>' "$p/catalogs/shi/forms/biao.xml"
expect "export does not take it either" 2 "$MULU" -C "$p" export shi --format json
rm "$p/catalogs/shi/forms/biao.xml"

expect "export to a file" 0 "$MULU" -C "$p" export shi --format json -o shi.json
check "writes it" grep -q '"id": "shi"' "$p/shi.json"
expect "export to where nobody can write" 2 "$MULU" -C "$p" export shi --format json -o no/such/shi.json
has err "写不了"
ln -s shi.json "$p/link.json"
expect "export through a link" 0 "$MULU" -C "$p" export shi --format xml -o link.json
check "keeps the link" [ -h "$p/link.json" ]
check "and changes what it names" grep -q '<catalog id="shi"' "$p/shi.json"
mkfifo "$p/pipe"
timeout 10 cat "$p/pipe" >"$dir/piped" &
expect "export into a pipe" 0 timeout 10 "$MULU" -C "$p" export shi --format xml -o pipe
wait
check "keeps the pipe" [ -p "$p/pipe" ]
check "and writes to it" cmp "$dir/piped" "$p/shi.json"
expect "export of an unknown format" 2 "$MULU" -C "$p" export shi --format doc
has err "json"
expect "export needs a format" 2 "$MULU" -C "$p" export shi
expect "export of nothing" 2 "$MULU" -C "$p" export shii --format json
has err "是不是“shi”"
expect "export as XML" 0 "$MULU" -C "$p" export shi --format xml
mkdir -p "$p/catalogs/er/shi"
cp "$dir/out" "$p/catalogs/er/shi/catalog.xml"
"$MULU" -C "$p" export shi --format json >"$dir/one"
"$MULU" -C "$p" export catalogs/er/shi --format json >"$dir/two"
check "is the same catalog" cmp "$dir/one" "$dir/two"
expect "dump" 0 "$MULU" -C "$p" dump shi --stage model
has out '"groups"'
expect "dump of an unknown stage" 2 "$MULU" -C "$p" dump shi --stage nothing

# The contract of the shipped catalogs.
"$MULU" export yuanjiang --format json >"$dir/json"
check "yuanjiang: 10 groups, 33 items, 328 of 330 fields" jq -e '(.groups | length) == 10 and ([.groups[].items[]] | length) == 33
    and ([.groups[].items[] | . as $i | ("title", "agency", "audience", "channels", "process",
    "materials", "limit", "inquiry", "supervision", "evaluation")
    | select(($i.printed[.] // "") != "")] | length) == 328' "$dir/json"
"$MULU" export ningxiang --format json >"$dir/json"
check "ningxiang: 11 groups, 51 items, 153 cells, 78 filled" jq -e '(.groups | length) == 11
    and ([.groups[].items[]] | length) == 51 and ([.groups[].items[].levels[]] | length) == 153
    and ([.groups[].items[].levels[] | select(. != "")] | length) == 78' "$dir/json"

finish

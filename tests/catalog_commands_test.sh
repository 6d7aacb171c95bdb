#!/bin/sh
# The commands new, fmt, export and dump as an editor runs them.
set -u
cd "$(dirname "$0")/.."
: "${MULU:=$PWD/build/release/mulu}"
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# check NAME STATUS COMMAND…: the command must end with this status.
check() {
    what=$1 wanted=$2
    shift 2
    "$@" >"$work/out" 2>"$work/err" </dev/null
    got=$?
    if [ "$got" -eq "$wanted" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$what: status $got, not $wanted"
        cat "$work/out" "$work/err"
    fi
}

# says FILE TEXT: the last command's out or err has this text.
says() {
    if grep -qF -- "$2" "$work/$1"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$what: no «$2» in $1:"
        cat "$work/$1"
    fi
}

# holds NAME COMMAND…: the command must succeed.
holds() {
    what=$1
    shift
    check "$what" 0 "$@"
}

mkdir "$work/p"
p=$work/p

check "new" 0 "$MULU" -C "$p" new shi --region 430981
says out "catalogs/shi/catalog.xml"
holds "the skeleton fits the schema" xmllint --noout --relaxng \
    templates/schema/catalog.rng "$p/catalogs/shi/catalog.xml"
check "the skeleton loads" 0 "$MULU" -C "$p" export shi --format json
says out '"code": "430981"'
check "the skeleton is in canonical layout" 0 "$MULU" -C "$p" fmt --check
cp "$p/catalogs/shi/catalog.xml" "$work/kept"
check "new does not overwrite" 2 "$MULU" -C "$p" new shi --region 430981
says err "已经存在"
holds "the old file stands" cmp "$work/kept" "$p/catalogs/shi/catalog.xml"
for id in ../etc /etc A.b assets schemes 目录 ""; do
    check "new refuses the id «$id»" 2 "$MULU" -C "$p" new "$id" --region 430981
done
for region in 43098 4309811 000000 990000 43098a ""; do
    check "new refuses the region «$region»" 2 "$MULU" -C "$p" new xin --region "$region"
done
check "new needs a region" 2 "$MULU" -C "$p" new xin
says err "--region"
holds "nothing was left behind" [ ! -e "$p/catalogs/xin" ]

mkdir -p "$p/catalogs/shi/forms"
printf '<form><title> 表 </title></form>' >"$p/catalogs/shi/forms/biao.xml"
check "fmt --check finds what would change" 1 "$MULU" -C "$p" fmt shi --check
says out "catalogs/shi/forms/biao.xml"
holds "and changes nothing" grep -qF '<form><title> 表 </title></form>' "$p/catalogs/shi/forms/biao.xml"
check "fmt changes it" 0 "$MULU" -C "$p" fmt shi
says out "已整理 catalogs/shi/forms/biao.xml"
check "once is enough" 0 "$MULU" -C "$p" fmt shi --check
printf '<form><title>表</title><box/></form>' >"$p/catalogs/shi/forms/biao.xml"
check "fmt leaves what it does not understand" 2 "$MULU" -C "$p" fmt shi
says err "forms/biao.xml:1:23"
holds "as it was" grep -qF '<box/>' "$p/catalogs/shi/forms/biao.xml"
check "export does not take it either" 2 "$MULU" -C "$p" export shi --format json
rm "$p/catalogs/shi/forms/biao.xml"

check "export to a file" 0 "$MULU" -C "$p" export shi --format json -o shi.json
holds "writes it" grep -q '"id": "shi"' "$p/shi.json"
check "export to where nobody can write" 2 "$MULU" -C "$p" export shi --format json -o no/such/shi.json
says err "写不了"
ln -s shi.json "$p/link.json"
check "export through a link" 0 "$MULU" -C "$p" export shi --format xml -o link.json
holds "keeps the link" [ -h "$p/link.json" ]
holds "and changes what it names" grep -q '<catalog id="shi"' "$p/shi.json"
mkfifo "$p/pipe"
timeout 10 cat "$p/pipe" >"$work/piped" &
check "export into a pipe" 0 timeout 10 "$MULU" -C "$p" export shi --format xml -o pipe
wait
holds "keeps the pipe" [ -p "$p/pipe" ]
holds "and writes to it" cmp "$work/piped" "$p/shi.json"
check "export of an unknown format" 2 "$MULU" -C "$p" export shi --format doc
says err "json"
check "export needs a format" 2 "$MULU" -C "$p" export shi
check "export of nothing" 2 "$MULU" -C "$p" export shii --format json
says err "是不是“shi”"
check "export as XML" 0 "$MULU" -C "$p" export shi --format xml
mkdir -p "$p/catalogs/er/shi"
cp "$work/out" "$p/catalogs/er/shi/catalog.xml"
"$MULU" -C "$p" export shi --format json >"$work/one"
"$MULU" -C "$p" export catalogs/er/shi --format json >"$work/two"
holds "is the same catalog" cmp "$work/one" "$work/two"
check "dump" 0 "$MULU" -C "$p" dump shi --stage model
says out '"groups"'
check "dump of an unknown stage" 2 "$MULU" -C "$p" dump shi --stage nothing

# The contract of the shipped catalogs.
"$MULU" -C "$root" export yuanjiang --format json >"$work/json"
holds "yuanjiang: 10 groups, 33 items, 328 of 330 fields" jq -e '(.groups | length) == 10 and ([.groups[].items[]] | length) == 33
    and ([.groups[].items[] | . as $i | ("title", "agency", "audience", "channels", "process",
    "materials", "limit", "inquiry", "supervision", "evaluation")
    | select(($i.printed[.] // "") != "")] | length) == 328' "$work/json"
"$MULU" -C "$root" export ningxiang --format json >"$work/json"
holds "ningxiang: 11 groups, 51 items, 153 cells, 78 filled" jq -e '(.groups | length) == 11
    and ([.groups[].items[]] | length) == 51 and ([.groups[].items[].levels[]] | length) == 153
    and ([.groups[].items[].levels[] | select(. != "")] | length) == 78' "$work/json"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]

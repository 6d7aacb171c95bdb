#!/bin/sh
# The commands check and code as their users call them: results, counts, exit status.
cd "$(dirname "$0")/.." && . tests/kit.sh

expect ningxiang 1 "$MULU" check ningxiang
has out 'catalogs/ningxiang/catalog.xml:24:25: 错误: 编码“902036001002-1”'
has out '建议改为：002036001002-1'
has err '1 个错误，'
expect yuanjiang 0 "$MULU" check yuanjiang
has err '0 个错误，'
expect strict 1 "$MULU" check yuanjiang --strict
expect path 1 "$MULU" check catalogs/ningxiang/catalog.xml
expect all 1 "$MULU" check
has out catalogs/yuanjiang/
expect json 1 "$MULU" check ningxiang --format json
has out '"proposal": "002036001002-1"'
expect bad-format 2 "$MULU" check --format yaml
has err yaml
expect no-such-catalog 2 "$MULU" check ningxiangg
has err ningxiang
mkdir -p "$dir/p/catalogs/x"
printf '<catalog' >"$dir/p/catalogs/x/catalog.xml"
expect broken-file 2 "$MULU" -C "$dir/p" check
has out 'catalogs/x/catalog.xml:1:'
printf '<catalog id="x" kind="list" scheme="nowhere"><region code="430182" name="甲"/><title>目录</title></catalog>' \
    >"$dir/p/catalogs/x/catalog.xml"
expect no-such-scheme 2 "$MULU" -C "$dir/p" check
has err nowhere
has err "没有“$(cd "$dir/p" && pwd -P)/catalogs/schemes/nowhere.xml”"
has err '或者用 -C 指明那个文件夹'
has out '请加 -C'

# From another folder the list is not there; the message says where it was looked for. The
# list has a name that no installed one has.
mkdir -p "$dir/elsewhere" "$dir/q/catalogs"
cp -r catalogs/pingdingshan catalogs/schemes "$dir/q/catalogs"
sed 's/ylbz-2020/ylbz-test/' catalogs/schemes/ylbz-2020.xml >"$dir/q/catalogs/schemes/ylbz-test.xml"
sed 's/ylbz-2020/ylbz-test/' catalogs/pingdingshan/catalog.xml \
    >"$dir/q/catalogs/pingdingshan/catalog.xml"
expect elsewhere 2 sh -c 'cd "$1" && "$2" check "$3"' sh "$dir/elsewhere" "$MULU" \
    "$dir/q/catalogs/pingdingshan"
has err "没有“$(cd "$dir/elsewhere" && pwd -P)/catalogs/schemes/ylbz-test.xml”"
has out '[scheme-unread]'
lacks out '建议改为：药申点管机构定义协议'
expect from-elsewhere 1 sh -c 'cd "$1" && "$2" -C ../q check pingdingshan' sh \
    "$dir/elsewhere" "$MULU"
lacks out '[scheme-unread]'
printf '<catalog id="x" kind="list" scheme=""><region code="430182" name="甲"/><title>目录</title></catalog>' \
    >"$dir/p/catalogs/x/catalog.xml"
expect empty-catalog 1 "$MULU" -C "$dir/p" check
has out '[scheme-off]'
has out '[catalog-empty]'

# What is wrong with the table of places is told with its place, and counts.
printf '<catalog id="x" kind="list" scheme=""><region code="430182" name="宁乡市"/><title>目录</title><group code="00203600100Y"><title>甲</title><item code="002036001001"><title>乙</title><materials><p>无</p></materials><limit>即时办结</limit><steps>受理—办结</steps></item></group></catalog>' \
    >"$dir/p/catalogs/x/catalog.xml"
mkdir -p "$dir/p/catalogs/schemes"
printf '# 地名\n430000\t湖南省\n湖南\n' >"$dir/p/catalogs/schemes/regions.tsv"
expect bad-places 0 "$MULU" -C "$dir/p" check
has err 'catalogs/schemes/regions.tsv:3:1: 警告: '
has err '0 个错误，1 个警告'
expect bad-places-strict 1 "$MULU" -C "$dir/p" check --strict
: >"$dir/p/catalogs/schemes/regions.tsv"
expect no-places-strict 1 "$MULU" -C "$dir/p" check --strict
has err 'catalogs/schemes/regions.tsv:1:1: 警告: '
printf '\357\273\277' | cat - catalogs/schemes/regions.tsv | sed 's/$/\r/' >"$dir/p/catalogs/schemes/regions.tsv"
expect places-of-windows 0 "$MULU" -C "$dir/p" check --strict

# Options that would be passed over.
expect rules-and-fix 2 "$MULU" check --rules --fix
has err '不能与 --fix 同用'
expect fix-and-diff 2 "$MULU" check --fix --diff
has err '请只用其中一个'
expect empty-output 2 "$MULU" check --overview -o ''
has err '选项“--output”的值是空的'
expect empty-format 2 "$MULU" check --format=
has err '选项“--format”的值是空的'

# Output that goes nowhere is told, and once.
expect full 2 sh -c '"$1" check >/dev/full' sh "$MULU"
has err '结果写不到标准输出：磁盘已满'
"$MULU" check >/dev/full 2>"$dir/full"
expect told-once 0 sh -c '[ "$(grep -c "\[output\]" "$1")" -eq 1 ]' sh "$dir/full"
expect closed-pipe 0 sh -c '{ (trap "" PIPE; "$1" check 2>"$2/pipe"; echo $? >"$2/status") | :; }
    [ "$(cat "$2/status")" -eq 2 ]' sh "$MULU" "$dir"
expect closed-pipe-told 0 sh -c '[ "$(grep -c "\[output\]" "$1")" -eq 1 ]' sh "$dir/pipe"

expect code 0 "$MULU" code 002036001001 902036001002-1 0731-Y 11440100007482575J3440118009000
has out 单位参保登记
has out '002036001002-1（职工参保登记）'
has out 本地编码
has out '校验码不对：末位应为H，这里是J'
expect code-empty 0 "$MULU" code ''
expect code-without-argument 2 "$MULU" code
expect code-not-utf8 2 "$MULU" code "$(printf '\377')"

finish

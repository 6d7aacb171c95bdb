#!/bin/sh
# mulu check --overview and --format xlsx as a supervisor uses them: files, links, what stands
# in the workbooks, exit status, and what happens when a write fails.
cd "$(dirname "$0")/.." && . tests/kit.sh
. tests/workbook.sh

# ---- return sheets in one workbook ----

expect sheets 1 "$MULU" check ningxiang yuanjiang --format xlsx
cp "$dir/out" "$dir/first.xlsx"
holds whole "$dir/first.xlsx"
has err '个错误，'
is_cell "$dir/first.xlsx" 1 A1 '宁乡市（430182）　目录检查退改单'
is_cell "$dir/first.xlsx" 1 B4 位置
is_cell "$dir/first.xlsx" 1 E4 现有内容
is_cell "$dir/first.xlsx" 1 A6 "number 1"
is_cell "$dir/first.xlsx" 1 B6 '902036001002-1 职工参保登记—在职职工'
is_cell "$dir/first.xlsx" 1 C6 编码
is_cell "$dir/first.xlsx" 1 D6 catalog.xml:24
is_cell "$dir/first.xlsx" 1 E6 902036001002-1
is_cell "$dir/first.xlsx" 1 F6 002036001002-1
is_cell "$dir/first.xlsx" 1 H6 错误
is_cell "$dir/first.xlsx" 1 I6 code-directory
is_cell "$dir/first.xlsx" 1 J6 ''
is_cell "$dir/first.xlsx" 1 L4 'mulu-return 1 ningxiang'
is_cell "$dir/first.xlsx" 1 L6 'catalog.xml:24:25 902036001002-1 code'
names=$(part "$dir/first.xlsx" xl/workbook.xml "//*[local-name()='sheet']/@name" | tr -d '\n')
holds [ "$names" = ' name="宁乡市" name="沅江市"' ]
part "$dir/first.xlsx" xl/workbook.xml '/' >"$dir/book"
has book "\$4:\$5" # the heads are printed on every page
unzip -p "$dir/first.xlsx" xl/worksheets/sheet1.xml >"$dir/sheet"
has sheet 'hidden="1"'
has sheet 'state="frozen"'
has sheet 'orientation="landscape"'
has sheet '照改,另改,不改'
expect again 1 "$MULU" check ningxiang yuanjiang --format xlsx -o "$dir/second.xlsx"
holds cmp -s "$dir/first.xlsx" "$dir/second.xlsx"
expect dated 1 env SOURCE_DATE_EPOCH=1700000000 "$MULU" check ningxiang --format xlsx
unzip -p "$dir/out" docProps/core.xml >"$dir/core"
has core 2023-11-14T22:13:20Z
if command -v script >/dev/null 2>&1; then
    expect terminal 2 script -qec "'$MULU' check ningxiang --format xlsx" /dev/null
    has out 不能显示在终端上
fi
expect none 2 "$MULU" check nowhere --format xlsx -o "$dir/none.xlsx"
holds [ ! -e "$dir/none.xlsx" ]

# ---- the overview of the five catalogs ----

expect page 1 "$MULU" check --overview
has out '<th class="row" scope="row"><span class="number">2</span> 职工参保登记 <span class="code">002036001002</span></th>'
has out '<td class="changed">超期</td>'
has out '<td class="changed">更名</td>'
has out '按平均每个事项的错误数从多到少排'
has out '目录没有写对照的清单（scheme 为空）'
lacks out '<script'
lacks out 'http://'
lacks out '退改单</a>'
has err '加 -o 文件夹'
expect folder 1 "$MULU" check --overview -o "$dir/all"
holds [ ! -s "$dir/out" ]
has err '5 张退改单'
for link in $(grep -o 'href="returns/[^"]*"' "$dir/all/overview.html" | sed 's/.*="//; s/"//' | sort -u); do
    holds whole "$dir/all/$link"
done
holds [ "$(ls "$dir/all/returns" | wc -l)" -eq 5 ]
echo kept >"$dir/all/returns/other.txt"
echo old >"$dir/all/returns/ningxiang.xlsx"
expect workbook 1 "$MULU" check --overview --format xlsx -o "$dir/all"
holds whole "$dir/all/overview.xlsx"
holds whole "$dir/all/returns/ningxiang.xlsx"
holds [ "$(cat "$dir/all/returns/other.txt")" = kept ]
is_cell "$dir/all/overview.xlsx" 1 A1 全国事项对照
is_cell "$dir/all/overview.xlsx" 1 B3 事项
is_cell "$dir/all/overview.xlsx" 1 A9 002036001001
is_cell "$dir/all/overview.xlsx" 1 C9 √
is_cell "$dir/all/overview.xlsx" 2 A3 名次
is_cell "$dir/all/overview.xlsx" 2 A4 "number 1"
unzip -p "$dir/all/overview.xlsx" xl/worksheets/_rels/sheet2.xml.rels >"$dir/links"
has links 'ningxiang.xlsx'
expect stream 1 "$MULU" check --overview --format xlsx
holds whole "$dir/out"
expect bad-format 2 "$MULU" check --overview --format json
has err 'html、xlsx'

# ---- many regions ----

mkdir -p "$dir/p/catalogs/schemes"
cp catalogs/schemes/ylbz-2020.xml "$dir/p/catalogs/schemes/"
ln -s "$PWD/templates" "$dir/p/templates"
i=100
while [ $i -le 300 ]; do
    mkdir "$dir/p/catalogs/r$i"
    cat >"$dir/p/catalogs/r$i/catalog.xml" <<END
<catalog id="r$i" kind="list" scheme="ylbz-2020"><region code="430$i" name="第${i}县"/><title>清单</title>
<group no="一、" code="00203600100Y"><title>基本医疗保险参保和变更登记</title>
<item seq="1" code="002036001001"><title>单位参保登记</title><limit>不超过$((i - 96))个工作日</limit></item>
</group></catalog>
END
    i=$((i + 1))
done
expect too-many 2 "$MULU" -C "$dir/p" check --format xlsx -o "$dir/many.xlsx"
has err '--overview -o'
expect rows 0 "$MULU" -C "$dir/p" check --overview
has out '<th class="corner" scope="col">地区</th>'
has out '<th class="row" scope="row">第100县 <span class="code">430100</span></th><td>√</td><td class="missing">缺</td>'
has out '<th class="row" scope="row">第300县 <span class="code">430300</span></th><td class="changed">超期</td>'
has out '201 个，其中 201 个与全国清单对照'
has out '<h2 id="items">'

# ---- a catalog that cannot be read, two of the same name ----

mkdir -p "$dir/p/a" "$dir/p/b"
cp -R "$dir/p/catalogs/r100" "$dir/p/a/x"
sed -i 's/id="r100"/id="x"/' "$dir/p/a/x/catalog.xml"
cp -R "$dir/p/a/x" "$dir/p/b/x"
mkdir "$dir/p/坏"
printf '<catalog' >"$dir/p/坏/catalog.xml"
expect same-names 2 "$MULU" -C "$dir/p" check a/x b/x 坏 --overview -o out
holds whole "$dir/p/out/returns/x.xlsx"
holds whole "$dir/p/out/returns/x-2.xlsx"
holds whole "$dir/p/out/returns/catalog-3.xlsx"
cp "$dir/p/out/overview.html" "$dir/page"
has page '目录读不了，只有读入时的错误'
has page 'href="returns/x-2.xlsx"'
is_cell "$dir/p/out/returns/catalog-3.xlsx" 1 H6 错误

# ---- the same said in several places is one row ----

mkdir -p "$dir/q/catalogs/x"
cat >"$dir/q/catalogs/x/catalog.xml" <<'END'
<catalog id="x" kind="list" scheme=""><region code="430182" name="甲/乙"/><title>清单</title>
<group no="一、" code="0020360010Y"><title>一</title>
<item seq="1" code="002036001001"><title>甲</title><limit>马上办</limit></item>
<item seq="2" code="002036001002"><title>乙</title><limit>马上办</limit></item>
</group></catalog>
END
expect folded 1 "$MULU" -C "$dir/q" check --format xlsx
row=$(unzip -p "$dir/out" xl/sharedStrings.xml | grep -o 'catalog.xml:3、4' | head -n 1)
holds [ "$row" = catalog.xml:3、4 ]
is_cell "$dir/out" 1 A1 '甲/乙（430182）　目录检查退改单'
names=$(part "$dir/out" xl/workbook.xml "//*[local-name()='sheet']/@name" | tr -d '\n')
holds [ "$names" = ' name="甲 乙"' ]

# ---- failed writes: told with the file, status 2, the old file stands ----

echo file >"$dir/file"
expect not-a-folder 2 "$MULU" check ningxiang --overview -o "$dir/file"
has err "$dir/file/returns"
holds [ "$(cat "$dir/file")" = file ]
expect full-disk 2 limited 2 "$MULU" check ningxiang --overview -o "$dir/all"
has err "$dir/all/returns/ningxiang.xlsx"
holds whole "$dir/all/returns/ningxiang.xlsx"
expect full-disk-stream 2 limited 2 "$MULU" check ningxiang --format xlsx -o "$dir/first.xlsx"
has err TMPDIR
holds cmp -s "$dir/first.xlsx" "$dir/second.xlsx"
lacks err packager
# Here the workbook fits and a part before it is packed does not: the library cuts it off and
# reports success.
expect large 0 "$MULU" -C "$dir/p" check --overview --format xlsx
holds [ "$(wc -c <"$dir/out")" -lt 100000 ]
holds [ "$(unzip -p "$dir/out" xl/worksheets/sheet1.xml | wc -c)" -gt 150000 ]
expect cut-part 2 limited 200 "$MULU" -C "$dir/p" check --overview --format xlsx
has err 临时文件没有写完整
expect no-tmp 2 env TMPDIR=/nowhere/at/all "$MULU" check ningxiang --format xlsx
has err TMPDIR
holds [ -z "$(ls -A "$TMPDIR")" ]

finish

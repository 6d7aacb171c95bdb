#!/bin/sh
# mulu check --diff and --fix: what is shown is what is written, nothing else moves, and what is
# fixed stays fixed.
cd "$(dirname "$0")/.." && . tests/kit.sh
trap 'chattr -i "$dir"/*/catalogs/*/catalog.xml 2>/dev/null; rm -rf "$dir"' EXIT

# run STATUS ARGUMENTS…: mulu in the project of the test.
run() {
    wanted=$1
    shift
    "$MULU" -C "$p" "$@" >"$dir/out" 2>"$dir/err"
    [ $? -eq "$wanted" ]
}

p=$dir/p
mkdir -p "$p/catalogs"
cp -r catalogs/* "$p/catalogs/"
cp -r "$p/catalogs" "$dir/before"

check "--diff shows" run 1 check --diff
cp "$dir/out" "$dir/diff"
check "--diff says how much" grep -q '^可以改 .*没有写文件' "$dir/err"
check "--diff writes nothing" diff -r "$dir/before" "$p/catalogs"

# said: what is said of which catalog, whatever the line. What --fix changes is also changed where a
# message quotes it: blanks, brackets, commas.
said() {
    "$MULU" -C "$p" check 2>/dev/null | sed -n 's/^catalogs\/\([a-z]*\)\/[^ ]*: /\1:/p' |
        sed 's/(/（/g; s/)/）/g; s/,/，/g; s/ //g' | LC_ALL=C sort -u
}
no_more() {
    said >"$dir/said-after"
    [ -s "$dir/said-after" ] && ! LC_ALL=C comm -13 "$dir/said" "$dir/said-after" | grep .
}
said >"$dir/said"
check "--fix writes, then reports" run 1 check --fix
check "--fix says how much" grep -q '^已改 ' "$dir/err"
check "the diff is what was done" sh -c "cd '$dir/before/..' && mkdir q && cp -r before q/catalogs &&
    cd q && patch -p0 -s <'$dir/diff' && diff -r catalogs '$p/catalogs'"
check "what is fixed gives no new findings" no_more
check "the fixed catalogs load and keep their layout" run 0 fmt --check

# All of it in one run: what one change leaves is no mistake, and none waits for another.
check "none is left over" fails grep -q 请再运行一次 "$dir/err"
check "another run has nothing to do" run 0 check --diff
check "and says so" grep -q 没有可以放心自动改的地方 "$dir/err"

# The same of every rule's own mistakes.
cp -r tests/golden/check "$dir/rules"
for bad in "$dir"/rules/*/bad; do
    "$MULU" check "$bad" --fix >/dev/null 2>&1
    "$MULU" check "$bad" --diff >"$dir/out" 2>/dev/null
    grep -q '^@@' "$dir/out" && cat "$dir/out" >>"$dir/again"
done
check "nor for any rule" sh -c "! cat '$dir/again' 2>/dev/null"

# One catalog with comments, entities and Windows line ends around the mistake.
mkdir -p "$p/catalogs/x"
printf '\357\273\277<?xml version="1.0"?>\r\n<!-- 甲 -->\r\n<catalog id="x" kind="list" scheme="">\r\n<region code="430182" name="宁乡市"/><title>甲 &amp; 乙</title>\r\n<group code="00203600100y"><title>丙</title><!-- 丁 --></group>\r\n</catalog>\r\n' >"$p/catalogs/x/catalog.xml"
sed 's/00203600100y/00203600100Y/' "$p/catalogs/x/catalog.xml" >"$dir/wanted"
run 0 check x --fix
check "everything else stays byte for byte" cmp "$dir/wanted" "$p/catalogs/x/catalog.xml"

# A notice of Windows keeps its line ends and its mark.
mkdir -p "$p/catalogs/w"
printf '<catalog id="w" kind="list" scheme=""><region code="430182" name="宁乡市"/><title>甲</title>\n<notice><title>关于公布甲的通知</title></notice>\n<group><title>丙</title><item><title>丁</title></item></group></catalog>\n' >"$p/catalogs/w/catalog.xml"
printf '\357\273\277各单位:\r\n\r\n请遵照执行,认真落实。\r\n' >"$p/catalogs/w/notice.md"
printf '\357\273\277各单位：\r\n\r\n请遵照执行，认真落实。\r\n' >"$dir/wanted-notice"
"$MULU" -C "$p" check w --diff >"$dir/diff" 2>"$dir/err"
cp "$p/catalogs/w/notice.md" "$dir/notice.md"
"$MULU" -C "$p" check w --fix >"$dir/out" 2>"$dir/err"
check "a notice of Windows is fixed" cmp "$dir/wanted-notice" "$p/catalogs/w/notice.md"
check "as the diff says" sh -c "cd '$dir' && patch --binary -s notice.md <diff && cmp notice.md wanted-notice"
rm -r "$p/catalogs/w"

# Accepted findings are not fixed.
sed 's/00203600100Y/00203600100y/; s,</catalog>,<accept rule="code-letters" reason="是"/>&,' \
    "$dir/wanted" >"$p/catalogs/x/catalog.xml"
check "an accepted finding stays" run 0 check x --diff

# A file that cannot be replaced is told, the old one stands.
sed 's/00203600100Y/00203600100y/' "$dir/wanted" >"$p/catalogs/x/catalog.xml"
cp "$p/catalogs/x/catalog.xml" "$dir/old"
if chattr +i "$p/catalogs/x/catalog.xml" 2>/dev/null; then
    check "a file that cannot be written" run 2 check x --fix
    check "is named" grep -q 'catalogs/x/catalog.xml' "$dir/err"
    chattr -i "$p/catalogs/x/catalog.xml"
fi
check "and stands as it was" cmp "$dir/old" "$p/catalogs/x/catalog.xml"

# What a report would say must not be hidden by --diff, and the diff comes before the change.
mkdir -p "$p/catalogs/torn" && printf '<catalog' >"$p/catalogs/torn/catalog.xml"
check "a catalog that cannot be read" run 2 check torn --diff
check "is told" grep -q 'catalogs/torn/catalog.xml:1:' "$dir/err"
rm -r "$p/catalogs/torn"
"$MULU" -C "$p" check x --fix >/dev/full 2>"$dir/err"
check "no diff, no change" cmp "$dir/old" "$p/catalogs/x/catalog.xml"
"$MULU" -C "$p" check x ./catalogs/x "$p/catalogs/x/" --diff >"$dir/out" 2>"$dir/err"
check "named three times, changed once" grep -q '1 个文件的 1 处' "$dir/err"
check "a report does not take the place of a catalog" run 2 check x --format html -o catalogs/x/catalog.xml
check "nor of a national list" run 2 check x --format html -o catalogs/schemes/ylbz-2020.xml
check "they stand" cmp "$dir/old" "$p/catalogs/x/catalog.xml"
sed 's/00203600100Y/00203600100y/; s,</catalog>,<accept rule="code-letters" at="/" reason="是"/>&,' \
    "$dir/wanted" >"$p/catalogs/x/catalog.xml"
check "an acceptance of nowhere accepts nothing" run 1 check x --diff
cp "$dir/old" "$p/catalogs/x/catalog.xml"

check "only with text" run 2 check x --fix --format json
check "not with -o" run 2 check x --diff -o "$dir/report"

finish

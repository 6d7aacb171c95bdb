#!/bin/sh
# templates/local/: an office's own looks, file by file, over those of the program.
cd "$(dirname "$0")/.." && . tests/kit.sh

build() { "$MULU" -C "$dir" build "$@" >"$dir/out" 2>&1; }

mkdir -p "$dir/catalogs" "$dir/site" "$dir/templates/local/html" "$dir/templates/local/print"
cp -r catalogs/schemes catalogs/ningxiang "$dir/catalogs/"
cp -r templates/html templates/print templates/schema "$dir/templates/"
cp -r site/assets site/site.xml "$dir/site/"
page=$dir/site/public/ningxiang/002036001001.html

# One partial is the office's, all else the program's.
sed 's|<footer class="site">|<footer class="site"><p>本局自己的页脚</p>|' templates/html/layout.html >"$dir/templates/local/html/layout.html"
check "builds" build --only html
check "the office's frame" contains "$page" '本局自己的页脚'
check "around the program's page" contains "$page" '<h1>单位参保登记</h1>'

# A name outside the context is told with the office's file and line, and nothing is published.
printf '{{<layout}}\n{{$main}}\n{{tittle}}\n{{/main}}\n{{/layout}}\n' >"$dir/templates/local/html/item.html"
check "a wrong name fails" fails build --only html
check "with file and line" contains "$dir/out" 'templates/local/html/item.html:3:'
check "the old page stands" contains "$page" '本局自己的页脚'
rm "$dir/templates/local/html/item.html"

# Print: the same, with another label.
sed 's|label name="foot">[^<]*|label name="foot">本局 {n}/{m}|' templates/print/levels.xml >"$dir/templates/local/print/levels.xml"
check "prints" build --only pdf
pdftotext "$dir/site/public/ningxiang/levels.pdf" "$dir/levels.txt"
check "the office's label" contains "$dir/levels.txt" '本局 1/'
echo '<print><page/></print>' >"$dir/templates/local/print/notice.xml"
check "a broken style fails" fails build --only pdf
check "with its place" contains "$dir/out" 'templates/local/print/notice.xml:1:'
rm -r "$dir/templates/local"

# What stands for nothing is told; parts that another of its files names, notes and copies are not.
mkdir -p "$dir/templates/local/html" "$dir/templates/local/print"
local=$dir/templates/local
sed 's|<footer class="site">|{{>banner}}<footer class="site">|' templates/html/layout.html >"$local/html/layout.html"
echo '<p>横幅</p>' >"$local/html/banner.html"
sed 's|<print|<print base="frame"|' templates/print/levels.xml >"$local/print/levels.xml"
cp templates/print/levels.xml "$local/print/frame.xml"
touch "$local/html/.layout.swp" "$local/html/layout.html~" "$local/README.txt"
check "builds" build --only html,pdf
check "a part of the office's own" contains "$page" 横幅
check "nothing to tell" misses "$dir/out" template-idle
touch "$local/html/items.html" "$local/html/Item.html" "$local/html/item.htm" "$local/404.html" "$local/print/level.xml"
check "names that stand for nothing" build --only html
for file in html/items.html html/Item.html html/item.htm 404.html print/level.xml; do
    check "$file is told" contains "$dir/out" "警告: “templates/local/$file”没有用上 [template-idle]"
done
check "and what it may have been" contains "$dir/out" '建议改为：levels.xml'
rm -r "$local"
echo x >"$local"
check "a file for the folder" build --only html
check "is told" contains "$dir/out" '“templates/local”没有用上'
rm "$local"

# A link to nothing is a file that cannot be read.
mkdir -p "$local/html" "$local/print"
ln -s nowhere "$local/html/item.html"
expect "a dead link" 2 "$MULU" -C "$dir" build --only html
has err '读不了模板“templates/local/html/item.html”'
rm "$local/html/item.html"
ln -s nowhere "$local/print/levels.xml"
expect "a dead link to a style" 2 "$MULU" -C "$dir" build --only pdf
has err templates/local/print/levels.xml

finish

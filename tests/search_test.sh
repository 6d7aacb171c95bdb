#!/bin/sh
# Search: the indexes a build writes, searched by the page's own script in node and compared with a
# naive scan (tests/search.js); the table of everyday words; what --only keeps.
cd "$(dirname "$0")/.." && . tests/kit.sh

build() { "$MULU" -C "$dir" build "$@" >"$dir/out" 2>&1; }
told() { contains "$dir/out" "$1" || { cat "$dir/out"; return 1; }; }

mkdir -p "$dir/site" "$dir/exported" "$dir/catalogs/odd"
cp -R templates catalogs "$dir/"
node tests/odd_catalogs.js "$dir/catalogs" many
cp -R site/assets site/site.xml site/synonyms.tsv "$dir/site/"
# Letters that fold to others, to more or to none; names of JavaScript.
cat >"$dir/catalogs/odd/catalog.xml" <<'EOF'
<?xml version="1.0" encoding="UTF-8"?>
<catalog id="odd" kind="list" scheme="">
  <region code="430981" name="沅江市"/>
  <title>怪字目录</title>
  <group no="一、">
    <title>Ⅷ组</title>
    <item seq="1" code="Ｘ１２３４５６">
      <title>ＤＲＧ付费&lt;script&gt;alert(1)&lt;/script&gt; "引号" 与银行卡</title>
      <notes>
        <p>㎡ ㈱ ﷺ İstanbul STRASSE ß ΟΔΟΣ Å Å 𠮷野家 👨‍👩‍👧 Ǆ ﬁnd ½ ①② ﾊﾟ ｶﾞ ܐܒ བོད་ཡིག ئۇيغۇر</p>
        <p>零&#8203;宽&#173;字　全角空格&#160;不断行</p>
        <p>__proto__ constructor toString</p>
      </notes>
    </item>
    <item seq="2"><title>一</title></item>
  </group>
</catalog>
EOF

check "builds" build --only html,search
check "no line of the bundled words is bad" fails told "synonym-"
for folder in "$dir"/catalogs/*/; do
    id=$(basename "$folder")
    [ "$id" = schemes ] || "$MULU" -C "$dir" export "$id" --format json >"$dir/exported/$id.json" 2>/dev/null
done
node tests/search.js "$dir/site/public" "$dir/exported" >"$dir/node" 2>&1
grep -v 'passed,' "$dir/node"
line=$(tail -n 1 "$dir/node")
case $line in
*passed,*)
    passed=$((passed + ${line%% *}))
    failed=$((failed + $(echo "$line" | sed 's/.*, //; s/ .*//')))
    ;;
*) failed=$((failed + 1)) ;;
esac

# The many items are not needed any more; what is kept of them is seen in odd_pages_test.
rm -r "$dir/catalogs/many"
check "builds without them" build --only html,search
sums() { (cd "$dir/site/public" && find . -type f '(' -name 'search*' -o -path './search/*' ')' | sort | xargs sha256sum); }
before=$(sums)
rm -rf "$dir/site/public"
check "built again" build --only search -j 1
check "the same bytes" is "$(sums | grep -v search.html)" "$(echo "$before" | grep -v search.html)"
check "with the pages it leads to" test -s "$dir/site/public/yuanjiang/index.html"

# What is not asked for stays; pages have a link to a search that is there, and no other.
link() { grep -c 'search.html?in=[a-z]*">搜索' "$dir/site/public/$1"; }
home() { grep -c 'action="search.html"' "$dir/site/public/index.html"; }
tasks() { sed -n 's/.*search.html?q=[^>]*>\([^<]*\).*/\1/p' "$dir/site/public/index.html" | tr '\n' ' '; }
check "pages beside it" build --only html
check "kept by pages" is "$(sums)" "$before"
check "its field on the home page" is "$(home)" 1
check "words of the table that have results" is "$(tasks)" "报销 外地看病 生孩子 新生儿 断缴 换工作 慢性病 查余额 "
check "the script is light" [ "$(gzip -9c "$dir/site/public/assets/site.js" | wc -c)" -lt 10000 ]
check "its link on an item" is "$(link yuanjiang/002036001001.html)" 1
check "its link on a form's page" is "$(grep -l '../../search.html?in=yuanjiang">搜索' "$dir"/site/public/yuanjiang/forms/*.html | wc -l)" \
    "$(find "$dir/site/public/yuanjiang/forms" -name '*.html' | wc -l)"
check "one catalog alone" build --only search yuanjiang
check "the others are searched still" is "$(sums)" "$before"
rm -rf "$dir/site/public"
check "pages alone" build --only html
check "no search" fails [ -e "$dir/site/public/search.html" ]
check "no field and no link to one" is "$(home)$(tasks)$(link yuanjiang/002036001001.html)" 00
check "a catalog without an index" build --only search yuanjiang
check "all are made then" is "$(sums | grep -v search.html)" "$(echo "$before" | grep -v search.html)"

printf '\357\273\277# 说明\r\n*买药\t药店 特药\r\n*护照\t出入境\n*看病\t门诊\n没有制表符\n\t空\n空\t\n三\t列\t多\n买药\t药品\n怎么\t-\n' >"$dir/site/synonyms.tsv"
check "bad lines do not stop a build" build --only search
check "a line without a tab" told "site/synonyms.tsv:5:1: 警告: 这一行“没有制表符”"
check "a line without a word" told "site/synonyms.tsv:6:1"
check "a line without its words" told "另见第 7 行"
check "a line with three columns" told "site/synonyms.tsv:8:1"
check "a word twice" told "site/synonyms.tsv:9:1: 警告: “买药”前面已经写过"
check "and its words joined" grep -qF '["买药","药店","特药","药品"]' "$dir/site/public/search/index.json"
check "words for the home page that have results" grep -qxF '"common":["买药","看病"]}' "$dir/site/public/search/index.json"
check "pages with these words" build --only html
check "they stand on it" is "$(tasks)" "买药 看病 "
check "a word to leave out" grep -qF '["怎么"]' "$dir/site/public/search/index.json"

# What an editor may take for a separator is one, or is told.
printf '生孩子\t生育　生产\n断保\t补缴\302\240续保\n外地\t异地，跨省\n生娃\t生育,生产、分娩\n怎么\t－\n怎样\t—\n空\t　\n' >"$dir/site/synonyms.tsv"
check "separators" build --only search
check "a full-width blank parts words" grep -qF '["生孩子","生育","生产"]' "$dir/site/public/search/index.json"
check "so does one that may not break" grep -qF '["断保","补缴","续保"]' "$dir/site/public/search/index.json"
check "a comma does not, and is told" told "site/synonyms.tsv:3:6: 警告: “异地，跨省”里的标点不把词分开"
check "nor a narrow one" told "site/synonyms.tsv:4:6: 警告: “生育,生产、分娩”"
check "dashes of Chinese keyboards" grep -qzE '\["怎么"\].*\["怎样"\]' "$dir/site/public/search/index.json"
check "a blank is no word" told "site/synonyms.tsv:7:1"

# A table that cannot be read stops a build: nothing is published with half of it.
before=$(sums)
printf 'ok\tok\n\377\n' >"$dir/site/synonyms.tsv"
expect "not UTF-8" 2 "$MULU" -C "$dir" build --only search
has err "site/synonyms.tsv:2:1: 错误: 这个字节不是 UTF-8"
head -c 1100000 /dev/zero | tr '\0' '#' >"$dir/site/synonyms.tsv"
expect "above 1 MB" 2 "$MULU" -C "$dir" build --only search
has err "不超过 1 MB"
rm "$dir/site/synonyms.tsv"
mkdir "$dir/site/synonyms.tsv"
expect "a folder" 2 "$MULU" -C "$dir" build --only search
has err "这是一个文件夹"
rmdir "$dir/site/synonyms.tsv"
ln -s nowhere "$dir/site/synonyms.tsv"
expect "a link to nothing" 2 "$MULU" -C "$dir" build --only search
has err "[synonym-read]"
holds is "$(sums)" "$before"
rm "$dir/site/synonyms.tsv"
check "no table at all" build --only search
check "--only another" fails build --only sitemap
check "is told" told "html、pdf、data、search"

finish

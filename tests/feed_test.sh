#!/bin/sh
# feed.xml over several publications of one site: what is new, changed and gone, by the dates of
# the catalogs; builds of some catalogs, of some kinds, killed ones, and spoiled state.
cd "$(dirname "$0")/.." && . tests/kit.sh

build() { "$MULU" -C "$dir" build --only html "$@" >"$dir/out" 2>&1; echo $?; }
x() { xmllint --xpath "$1" "$feed" 2>/dev/null; }
titles() { x '//*[local-name()="entry"]/*[local-name()="title"]/text()' | tr '\n' ' '; }
dates() { x '//*[local-name()="entry"]/*[local-name()="updated"]/text()' | cut -c1-10 | tr '\n' ' '; }
summary() { x "string(//*[local-name()='entry'][*[local-name()='title']='$1']/*[local-name()='summary'])"; }

# RFC 4287: id, title and updated of feed and entries, one each; an author; a link of each entry;
# no id twice; times by RFC 3339; the newest first.
sound() {
    xmllint --noout "$feed" || return 1
    local e n path bad
    e=$(x 'count(//*[local-name()="entry"])')
    for n in id title updated; do
        is "$(x "count(/*[namespace-uri()='http://www.w3.org/2005/Atom']/*[local-name()='$n'])")" 1 || return 1
        is "$(x "count(//*[local-name()='entry'][count(*[local-name()='$n' and normalize-space()])=1])")" "$e" || return 1
    done
    is "$(x 'count(/*/*[local-name()="author"]/*[local-name()="name" and normalize-space()])')" 1 || return 1
    is "$(x 'count(//*[local-name()="entry"][count(*[local-name()="link" and @rel="alternate" and @href])=1])')" "$e" || return 1
    is "$(x 'string(/*/*[local-name()="link" and @rel="self"]/@href)')" https://ylbz.sample.gov.cn/feed.xml || return 1
    is "$(x '//*[local-name()="id"]/text()' | sort | uniq -d)" "" || return 1
    bad=$(x '//*[local-name()="updated"]/text()' | grep -vE '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\+08:00$')
    is "$bad" "" || return 1
    is "$(dates)" "$(dates | tr ' ' '\n' | grep . | sort -r | tr '\n' ' ')" || return 1
    is "$(x 'string(/*/*[local-name()="updated"])' | cut -c1-10)" "$(dates | cut -d' ' -f1)" || return 1
    for path in $(x '//*[local-name()="entry"]/*[local-name()="link"]/@href' | sed 's/.*gov.cn\/\(.*\)"/\1/'); do
        [ -s "$site/$path" ] || { echo "no page $path"; return 1; }
    done
}

site=$dir/site/public feed=$dir/site/public/feed.xml
mkdir -p "$dir/catalogs/a" "$dir/catalogs/b" "$dir/site"
cp -r catalogs/schemes "$dir/catalogs/"
cp -r templates "$dir/"
cp -r site/assets "$dir/site/"
echo '<site><name>样本网</name><domain>ylbz.sample.gov.cn</domain><sponsor>样本局</sponsor></site>' >"$dir/site/site.xml"

# A catalog: id, time of publication, items, remaining content of the guide.
catalog() {
    local web=${2:+"<web published=\"$2\"/>"}
    cat >"$dir/catalogs/$1/catalog.xml" <<XML
<catalog id="$1" kind="guide" scheme="">
  <region code="430981" name="沅江市"/>
  <title>目录$1</title>
  $web
  <issuer>样本局</issuer>
  <group no="一、" code="002036001000">
    <title>登记</title>
$3
  </group>
</catalog>
XML
}
item() { # code, title, materials, limit
    echo "<item code=\"$1\"><title>$2</title><materials><material no=\"1.\">$3</material></materials><limit>${4:-5个工作日}</limit></item>"
}
one=$(item 002036001001 参保登记 身份证)
two=$(item 002036001002 变更登记 户口簿)
three=$(item 002036001003 关系转移 申请表)
catalog a "2021-01-05 09:30" "$one$two"
catalog b "2021-02-01 08:00" "$one"

# The first publication: the catalogs.
check "built" is "$(build)" 0
check "first: sound" sound
check "first: an entry a catalog" is "$(titles)" "目录b 目录a "
check "first: dated by the catalogs" is "$(dates)" "2021-02-01 2021-01-05 "
check "the pages lead to it" contains "$site/a/002036001001.html" '<link rel="alternate" type="application/atom+xml" title="样本网：变更" href="../feed.xml">'
check "so does the home page" contains "$site/index.html" 'href="feed.xml"'
cp "$feed" "$dir/first.xml"
build >/dev/null
check "again: the same" cmp "$feed" "$dir/first.xml"

# A later publication: one item changed, one new, one gone.
catalog a "2021-06-01 10:00" "$(item 002036001001 参保登记 社保卡 即时办结)$three"
check "published again" is "$(build)" 0
check "second: sound" sound
check "second: entries" is "$(titles)" "变更：参保登记 新增：关系转移 不再列出：变更登记 目录b 目录a "
check "second: dated by the catalog" is "$(dates)" "2021-06-01 2021-06-01 2021-06-01 2021-02-01 2021-01-05 "
check "which parts changed" is "$(summary 变更：参保登记)" "“目录a”中，本事项的办理材料、办理时限有改动"
check "to the page of the item" contains "$feed" '<link rel="alternate" href="https://ylbz.sample.gov.cn/a/002036001003.html"/>'
check "with an id of its own" contains "$feed" '<id>https://ylbz.sample.gov.cn/a/002036001002.html#2021-06-01T10:00</id>'
cp "$feed" "$dir/second.xml"
check "again" is "$(build)" 0
check "unchanged" cmp "$feed" "$dir/second.xml"
check "some catalogs" is "$(build b)" 0
check "the rest stays" cmp "$feed" "$dir/second.xml"
check "the other" is "$(build a)" 0
check "stays, too" cmp "$feed" "$dir/second.xml"
rm -rf "$dir/first" && mkdir "$dir/first"

# The same input after the same earlier site gives the same bytes, with any number of workers.
catalog a "2021-08-01 10:00" "$(item 002036001001 参保登记 社保卡 2个工作日)$three"
cp -r "$site" "$dir/copy"
check "into the folder" is "$(build -j 1)" 0
check "into its copy" is "$("$MULU" -C "$dir" build --only html -j 4 -o copy >"$dir/out" 2>&1; echo $?)" 0
check "the same feed" cmp "$feed" "$dir/copy/feed.xml"
check "the same state" diff -r "$site/.mulu" "$dir/copy/.mulu"
rm -rf "$dir/copy"

# Other kinds publish no pages, so nothing is news; the next pages tell it.
cp "$feed" "$dir/third.xml"
catalog b "2021-09-01 10:00" "$(item 002036001001 参保登记 户口簿 3个工作日)"
data_alone() { "$MULU" -C "$dir" build --only data >"$dir/out" 2>&1; echo $?; }
check "data alone" is "$(data_alone)" 0
check "keep the feed" cmp "$feed" "$dir/third.xml"
catalog b "2021-09-01 10:00" "$one$two"
check "data with an item more" is "$(data_alone)" 0
check "have its page with them" test -s "$site/b/002036001002.html"
check "which is news" contains "$feed" "b/002036001002.html"
check "then the pages" is "$(build)" 0
check "tell it" is "$(titles | cut -d' ' -f1,2)" "新增：变更登记 变更：参保登记"
check "sound" sound

# While a date stays, the last word counts: an editor looks at several versions.
catalog b "2021-10-01 10:00" "$one$three"
build >/dev/null
check "a first try" is "$(titles | cut -d' ' -f1,2)" "新增：关系转移 不再列出：变更登记"
catalog b "2021-10-01 10:00" "$one$(item 002036001002 变更登记 身份证)"
build >/dev/null
check "a second" is "$(titles | cut -d' ' -f1,2)" "变更：变更登记 新增：变更登记"
check "dates" is "$(dates | cut -d' ' -f1,2)" "2021-10-01 2021-09-01"
catalog b "2021-10-01 10:00" "$one$two"
build >/dev/null
check "as it was: nothing" is "$(dates | cut -d' ' -f1,2)" "2021-09-01 2021-08-01"
catalog b "2061-10-01 10:00" "$one$three"
build >/dev/null
check "a date mistyped" is "$(dates | cut -d' ' -f1)" "2061-10-01"
catalog b "2021-11-01 10:00" "$one$three"
build >/dev/null
check "is taken back" is "$(dates | cut -d' ' -f1,2,3)" "2021-11-01 2021-11-01 2021-09-01"
catalog b "2021-09-15 10:00" "$one$two"
build >/dev/null
check "so is a publication" is "$(dates | cut -d' ' -f1,2)" "2021-09-01 2021-08-01"
check "sound" sound

# No date, no news; the one that comes back is compared with the last one.
cp "$feed" "$dir/dated.xml"
catalog b "" "$one$three"
build >/dev/null
check "without a date: none of it" misses "$feed" 目录b
check "its pages lead to no feed" misses "$site/b/index.html" feed.xml
catalog b "2021-12-01 10:00" "$one$three"
build >/dev/null
check "dated again" is "$(titles | cut -d' ' -f1,2,3)" "新增：关系转移 不再列出：变更登记 新增：变更登记"

# Who is who: a corrected code and an item more among those without codes.
catalog a "2022-01-01 10:00" "$(item 002036001009 参保登记 社保卡 2个工作日)$three"
build >/dev/null
check "a corrected code is a change" is "$(titles | cut -d' ' -f1)$(summary 变更：参保登记 | head -1)" "变更：参保登记“目录a”中，本事项的编码有改动"
plain() { echo "<item><title>$1</title><limit>$2</limit></item>"; }
catalog a "2022-02-01 10:00" "$(plain 甲 1个工作日)$(plain 乙 1个工作日)$(plain 丙 1个工作日)"
build >/dev/null
catalog a "2022-03-01 10:00" "$(plain 新 1个工作日)$(plain 甲 1个工作日)$(plain 乙乙 1个工作日)$(plain 丙 2个工作日)"
build >/dev/null
check "an item more moves none" is "$(x '//*[local-name()="entry"][starts-with(*[local-name()="updated"],"2022-03")]/*[local-name()="title"]/text()' | sort | tr '\n' ' ')" "$(printf '%s\n' 不再列出：乙 变更：丙 新增：乙乙 新增：新 | sort | tr '\n' ' ')"
check "sound" sound

# What is told besides: a release that changed under its old date.
cat >"$dir/site/site.xml" <<'XML'
<site>
  <name>样本网</name><domain>ylbz.sample.gov.cn</domain><id-code>4309810001</id-code>
  <sponsor>样本局</sponsor><contact>0737-1234567</contact><icp>湘ICP备0号</icp><police>湘公网安备0号</police>
  <identity>https://bszs.conac.cn/x</identity><report>https://zfwzgl.www.gov.cn/x</report>
  <column-type>办事服务</column-type>
</site>
XML
check "a release" is "$(build --release)" 0
check "nothing to tell" misses "$dir/out" news-date
catalog b "2021-12-01 10:00" "$one$three$two"
check "changed under its date" is "$(build --release)" 0
check "is told" contains "$dir/out" '有 1 个事项与已经发布的不同，发布时间仍是 2021-12-01 10:00'

# A build that fails leaves feed and state as they were. One that is killed leaves all of them or,
# when it was quicker than the kill, the new ones, which a build into a copy shows beforehand.
cp -r "$site" "$dir/old"
catalog a "2022-04-01 10:00" "$one"
echo '<catalog' >"$dir/catalogs/b/catalog.xml"
check "a build fails" is "$(build)" 2
check "the site stands" diff -r "$site" "$dir/old"
catalog b "2022-04-01 10:00" "$one"
cp -r "$dir/old" "$dir/new"
check "the new site" is "$(build -o new)" 0
check "is another" fails cmp "$dir/new/feed.xml" "$dir/old/feed.xml"
whole() {
    diff -r "$site" "$dir/old" && return
    diff -r "$site" "$dir/new" && rm -r "$site" && cp -r "$dir/old" "$site"
}
for pause in 0 0.005 0.01 0.02 0.04; do
    "$MULU" -C "$dir" build --only html >/dev/null 2>&1 &
    sleep "$pause"
    kill -KILL $! 2>/dev/null
    wait $! 2>/dev/null
    flock "$site.lock" true # its workers end a moment after it
    check "killed after $pause s: the old or the new" whole
done
check "then it is built" is "$(build)" 0
check "as if nothing had been" diff -r "$site" "$dir/new"
check "and tells all" is "$(dates | tr ' ' '\n' | grep -c 2022-04)" 7
check "sound" sound
rm -r "$dir/old" "$dir/new"

# State that is not ours, or not whole: told, and none.
cp "$site/.mulu/a.news" "$dir/a.news"
spoil() { build >/dev/null; rm "$site/.mulu/a.news"; cat >"$site/.mulu/a.news"; }
head -c 300 "$dir/a.news" | spoil
check "cut off: built" is "$(build)" 0
check "cut off: told" contains "$dir/out" '[news-state]'
check "cut off: as if new" is "$(titles | tr ' ' '\n' | grep -c '^目录a$')" 1
check "cut off: told once" is "$(build >/dev/null; grep -c news-state "$dir/out")" 0
for junk in '' 'x' '11:mulu news 116:0000000000000000' '99999999999999999:' '11:mulu news 2'; do
    printf '%s' "$junk" | spoil
    check "junk “$junk”: built" is "$(build)" 0
    check "junk “$junk”: told" contains "$dir/out" '[news-state]'
    check "junk “$junk”: sound" sound
done
head -c 4096 /dev/urandom | spoil
check "a kept catalog: built" is "$(build b)" 0
check "a kept catalog: told" contains "$dir/out" '[news-state]'
check "a kept catalog: sound" sound
sed 's/登记/等级/' "$dir/a.news" | spoil
check "another text in it: told" is "$(build; grep -c news-state "$dir/out")" "$(printf '0\n1')"

# Many: the newest fifty, and no publication torn.
many() { for i in $(seq "$1" "$2"); do item "0020360010$(printf %02d "$i")" "事项$i" "$3"; done; }
catalog a "2023-01-01 10:00" "$(many 1 90 身份证)"
build >/dev/null
check "many: a publication stays whole" is "$(titles | tr ' ' '\n' | grep -cE "^(新增：事项|变更：)")" 90
catalog a "2023-02-01 10:00" "$(many 1 30 身份证)$(many 31 90 户口簿)"
build >/dev/null
check "many: the older go" is "$(dates | tr ' ' '\n' | grep . | sort -u)" 2023-02-01
check "many: sound" sound

# Real catalogs: every part is told by its name.
mv "$dir/catalogs/a" "$dir/catalogs/b" "$dir/"
for id in yuanjiang ningxiang xinjiang ningxia; do
    cp -r "catalogs/$id" "$dir/catalogs/"
    sed -i '0,/<\/title>/s|</title>|</title>\n  <web published="2024-01-01 08:00"/>|' "$dir/catalogs/$id/catalog.xml"
done
rm -rf "$site"
check "real: built" is "$(build)" 0
check "real: an entry a catalog" is "$(x 'count(//*[local-name()="entry"])')" 4
edit() { # catalog, file, expression: as published later
    sed -i 's/published="[^"]*"/published="2024-0'"$month"'-01 08:00"/' "$dir/catalogs/$1/catalog.xml"
    sed -i "$3" "$dir/catalogs/$1/$2"
    build >/dev/null
    month=$((month + 1))
}
told() { x "//*[local-name()='entry'][starts-with(*[local-name()='updated'],'2024-0$((month - 1))')]/*[local-name()='summary']/text()" | sed 's/.*本事项的//' | sort | uniq -c | awk '{print $1 $2}' | tr '\n' ' '; }
month=2
edit yuanjiang catalog.xml '/<defaults>/,/<\/defaults>/s/0737-2726749/0737-2726748/'
check "a text for all items is told of all" is "$(told)" "33监督电话有改动 "
edit yuanjiang forms/canbao-pingzheng.xml 's/凭证号/凭证编号/'
check "a form" is "$(told)" "1表单有改动 "
edit yuanjiang catalog.xml '0,/kind="start">申请</s//kind="start">提出申请</'
check "a chart" is "$(told)" "1流程图有改动 "
edit ningxiang catalog.xml '0,/<cell level="town">√/s//<cell level="town">初审/'
check "a level" is "$(told)" "1经办层级有改动 "
edit ningxia catalog.xml '0,/<limit>即时办结/s//<limit>2个工作日/'
check "a service" is "$(told)" "1业务办理项有改动 "
edit xinjiang catalog.xml '0,/<deadline>[^<]*/s//<deadline>十日内/'
check "a field of disclosure" is "$(told)" "1公开时限有改动 "
edit xinjiang catalog.xml '0,/<cell column="town">√/s//<cell column="town">/'
check "a tick" is "$(told)" "1公开属性有改动 "
check "sound" sound
for id in yuanjiang ningxiang xinjiang ningxia; do rm -r "$dir/catalogs/$id"; done
mv "$dir/a" "$dir/b" "$dir/catalogs/"
build >/dev/null

# A catalog that is gone takes its entries along; without an address there is nothing.
rm -r "$dir/catalogs/a"
build >/dev/null
check "gone: no dead links" sound
check "gone: told once by its name" is "$(grep -c build-gone "$dir/out")" 1
cp -r "$site/.mulu" "$dir/kept"
echo '<site><name>样本网</name></site>' >"$dir/site/site.xml"
build >/dev/null
check "without an address: no feed" test ! -e "$feed"
check "and no link" misses "$site/index.html" feed.xml
check "but the state is kept" cmp "$site/.mulu/b.news" "$dir/kept/b.news"
rm -rf "$site"
build >/dev/null
check "and none begun" test ! -e "$site/.mulu/b.news"

finish

#!/bin/sh
# QR codes read back from the printed page: a project whose site.xml has a domain is built, the
# upper right corner of each handout and of each page of the booklet is drawn as a phone's camera
# would see it (110 dots an inch), and zbar must read exactly the addresses of the pages, each of
# which is there. Without a domain there is no code, and that is said once.
cd "$(dirname "$0")/.." && . tests/kit.sh
domain=www.example.gov.cn

# read_codes FILE.pdf: the addresses in the corners of its pages, in their order
read_codes() {
    rm -f "$dir"/corner*
    pdftoppm -r 110 -gray -x 640 -y 60 -W 270 -H 250 "$1" "$dir/corner"
    zbarimg -q --raw "$dir"/corner* 2>/dev/null
}

mkdir -p "$dir/project/catalogs"
cp -R templates site "$dir/project/"
for id in schemes yuanjiang ningxia; do
    cp -R "catalogs/$id" "$dir/project/catalogs/"
done
rm -rf "$dir/project/site/public"
"$MULU" -C "$dir/project" build -o "$dir/none" 2>"$dir/messages" >/dev/null
check "no domain is said once" is "$(grep -c site-no-qr "$dir/messages")" 1
check "no domain, no code" is "$(read_codes "$dir/none/yuanjiang/handouts/002036001001.pdf")" ""

sed -i "s|<domain/>|<domain>$domain</domain>|" "$dir/project/site/site.xml"
"$MULU" -C "$dir/project" build -o "$dir/site" 2>"$dir/messages" >/dev/null
check "a domain is no reason to say so" misses "$dir/messages" site-no-qr

# What each file must say, from the JSON of the catalog, not from the pages.
for id in yuanjiang ningxia; do
    "$MULU" -C "$dir/project" export "$id" --format json 2>/dev/null >"$dir/$id.json"
    jq -r --arg site "https://$domain/$id/" '.groups[].items[] | . as $item
        | (if (.materials + .steps | length) > 0 or .limit.text != "" then
             .path + ".pdf " + $site + .path + ".html" else empty end),
          (.services[] | select((.materials + .steps | length) > 0 or .limit.text != "")
             | $item.path + ".s" + .seq + ".pdf " + $site + $item.path + ".html#s" + .seq)' \
        "$dir/$id.json" >"$dir/$id.wanted"
    bad=0
    while read -r file address; do
        got=$(read_codes "$dir/site/$id/handouts/$file")
        if [ "$got" != "$address" ]; then
            echo "$id/$file: «$got», not «$address»"
            bad=$((bad + 1))
        fi
        page=${address#"https://$domain/"}
        case $page in
        *\#*) grep -q "id=\"${page#*\#}\"" "$dir/site/${page%#*}" ;;
        *) [ -e "$dir/site/$page" ] ;;
        esac || {
            echo "$address is not there"
            bad=$((bad + 1))
        }
    done <"$dir/$id.wanted"
    check "handouts of $id lead to their pages" [ "$bad" -eq 0 ]
    check "$id has these handouts and no others" is \
        "$(find "$dir/site/$id/handouts" -name '*.pdf' | wc -l)" "$(wc -l <"$dir/$id.wanted")"
done

read_codes "$dir/site/yuanjiang/guide.pdf" >"$dir/guide.codes"
sed 's/^[^ ]* //' "$dir/yuanjiang.wanted" >"$dir/guide.wanted"
check "each item of the booklet leads to its page" cmp "$dir/guide.wanted" "$dir/guide.codes"
check "there are items" is "$(wc -l <"$dir/guide.codes")" 33

finish

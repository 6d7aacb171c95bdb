#!/bin/sh
# QR codes read back from the printed page: a project whose site.xml has a domain is built, the
# upper right corner of each handout and of each page of the booklet is drawn as a phone's camera
# would see it (110 dots an inch), and zbar must read exactly the addresses of the pages, each of
# which is there. Without a domain there is no code, and that is said once.
set -u
cd "$(dirname "$0")/.."
: "${MULU:=build/release/mulu}"
case $MULU in /*) ;; *) MULU=$PWD/$MULU ;; esac
passed=0 failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
domain=www.example.gov.cn

check() {
    if [ "$2" -eq 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "not ok: $1"
    fi
}

# read_codes FILE.pdf: the addresses in the corners of its pages, in their order
read_codes() {
    rm -f "$work"/corner*
    pdftoppm -r 110 -gray -x 640 -y 60 -W 270 -H 250 "$1" "$work/corner"
    zbarimg -q --raw "$work"/corner* 2>/dev/null
}

mkdir -p "$work/project/catalogs"
cp -R templates site "$work/project/"
for id in schemes yuanjiang ningxia; do
    cp -R "catalogs/$id" "$work/project/catalogs/"
done
rm -rf "$work/project/site/public"
"$MULU" -C "$work/project" build -o "$work/none" 2>"$work/messages" >/dev/null
check "no domain is said once" "$([ "$(grep -c 'site-no-qr' "$work/messages")" = 1 ]; echo $?)"
check "no domain, no code" "$([ -z "$(read_codes "$work/none/yuanjiang/handouts/002036001001.pdf")" ]; echo $?)"

sed -i "s|<domain/>|<domain>$domain</domain>|" "$work/project/site/site.xml"
"$MULU" -C "$work/project" build -o "$work/site" 2>"$work/messages" >/dev/null
check "a domain is no reason to say so" "$(! grep -q 'site-no-qr' "$work/messages"; echo $?)"

# What each file must say, from the JSON of the catalog, not from the pages.
for id in yuanjiang ningxia; do
    "$MULU" -C "$work/project" export "$id" --format json 2>/dev/null >"$work/$id.json"
    jq -r --arg site "https://$domain/$id/" '.groups[].items[] | . as $item
        | (if (.materials + .steps | length) > 0 or .limit.text != "" then
             .path + ".pdf " + $site + .path + ".html" else empty end),
          (.services[] | select((.materials + .steps | length) > 0 or .limit.text != "")
             | $item.path + ".s" + .seq + ".pdf " + $site + $item.path + ".html#s" + .seq)' \
        "$work/$id.json" >"$work/$id.wanted"
    bad=0
    while read -r file address; do
        got=$(read_codes "$work/site/$id/handouts/$file")
        if [ "$got" != "$address" ]; then
            echo "$id/$file: «$got», not «$address»"
            bad=$((bad + 1))
        fi
        page=${address#"https://$domain/"}
        case $page in
        *\#*) grep -q "id=\"${page#*\#}\"" "$work/site/${page%#*}" ;;
        *) [ -e "$work/site/$page" ] ;;
        esac || {
            echo "$address is not there"
            bad=$((bad + 1))
        }
    done <"$work/$id.wanted"
    check "handouts of $id lead to their pages" "$bad"
    check "$id has these handouts and no others" "$(
        [ "$(find "$work/site/$id/handouts" -name '*.pdf' | wc -l)" = "$(wc -l <"$work/$id.wanted")" ]
        echo $?
    )"
done

read_codes "$work/site/yuanjiang/guide.pdf" >"$work/guide.codes"
sed 's/^[^ ]* //' "$work/yuanjiang.wanted" | cmp -s - "$work/guide.codes"
check "each item of the booklet leads to its page" $?
check "there are items" "$([ "$(wc -l <"$work/guide.codes")" = 33 ]; echo $?)"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]

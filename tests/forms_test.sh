#!/bin/sh
# Forms to fill in as files: what qpdf reads of their fields, that they lie where the print
# leaves room for them and print as the blank ones, and that what is typed comes out, whoever
# filled it in: a program that only sets values (qpdf, shown by poppler) or a reader that
# makes the appearances itself (mupdf).
cd "$(dirname "$0")/.." && . tests/kit.sh

same_pages() {
    pdftoppm -r 40 -png "$1" "$dir/a" && pdftoppm -r 40 -png "$2" "$dir/b" || return 1
    for page in "$dir"/a*.png; do
        cmp "$page" "$dir/b${page#"$dir/a"}" || return 1
    done
    rm -f "$dir"/[ab]*.png
}
# unembedded FILE: names of the faces that are not in it.
unembedded() {
    pdffonts "$1" 2>/dev/null | awk 'NR > 2 && $(NF - 4) == "no" {print $1}'
}
sound() {
    qpdf --check "$1" && ! qpdf --check "$1" 2>&1 | grep -i warning
}

# Of the whole file: its objects, the fields, the annotations of the pages in their order.
# shellcheck disable=SC2016
lookups='
    .qpdf[1] as $objects | def object: $objects["obj:" + .].value;
    .acroform.fields as $fields | [$fields[] | .object | object] as $widgets |
    [.qpdf[1][] | .value? | objects | select(.["/Type"] == "/Page")] as $pages |'

# What must be true of every form: a line each, true or false and what it is.
# shellcheck disable=SC2016
facts="$lookups"'
    def fact($what; $good): "\($good)\t\($what)";
    fact("readers do not make appearances"; .acroform.needappearances == false),
    fact("no partial name has a point";
        all($objects[].value? | objects | .["/T"]? | strings; contains(".") | not)),
    fact("each field tells what it is";
        all($widgets[]; .["/TU"] | startswith("u:") and length > 2)),
    fact("each field has an appearance"; all($widgets[]; .["/AP"]["/N"] |
        if type == "string" then endswith(" R") else has("/Yes") and has("/Off") end)),
    fact("each text has its size"; all($widgets[] | select(.["/FT"] == "/Tx");
        .["/DA"] | test("/STSong [0-9.]+ Tf"))),
    fact("boxes are off"; all($widgets[] | select(.["/FT"] == "/Btn");
        .["/AS"] == "/Off" and .["/V"] == "/Off")),
    fact("fields are printed"; all($widgets[]; .["/F"] == 4)),
    fact("tabs go by the structure"; all($pages[]; .["/Tabs"] == "/S")),
    fact("widgets stand in the order of the fields";
        [$pages[] | .["/Annots"] | if type == "string" then object else . end | .[]]
            == [$fields[].object]),
    fact("each has its own place in the structure";
        [$widgets[]["/StructParent"]] | all(. != null) and length == (unique | length)),
    fact("each stands in a Form of the structure";
        [$objects[].value? | objects | select(.["/S"] == "/Form")] | length == ($fields | length))'

"$MULU" build yuanjiang --only pdf -o "$dir/site" >"$dir/log" 2>&1 || cat "$dir/log"
names=tests/golden/form/yuanjiang.fields
for file in "$dir"/site/yuanjiang/forms/*-blank.pdf; do
    form=$(basename "$file" -blank.pdf)
    blank=$file fill=$dir/site/yuanjiang/forms/$form.pdf
    check "$form: is sound" sound "$fill"
    check "$form: prints as the blank one" same_pages "$fill" "$blank"
    check "$form: the blank one has all its fonts" [ -z "$(unembedded "$blank")" ]
    check "$form: the other one names a single face" \
        [ "$(unembedded "$fill" | sort -u)" = STSong-Light-UniGB-UCS2-H ]
    check "$form: the blank one is no form" [ "$(pdfinfo "$blank" | sed -n 's/^Form: *//p')" = none ]

    qpdf --json --json-key=acroform --json-key=qpdf --json-stream-data=none "$fill" \
        >"$dir/form.json"
    awk -v form="$form" '/^[^ ]/ {on = $0 == form; next} on {sub(/^  /, ""); sub(/^□/, ""); print}' \
        "$names" >"$dir/wanted"
    jq -r '.acroform.fields[].fullname' "$dir/form.json" >"$dir/got"
    check "$form: has these fields in this order" diff "$dir/wanted" "$dir/got"
    check "$form: no name comes twice" [ -z "$(sort "$dir/got" | uniq -d)" ]
    jq -r "$facts" "$dir/form.json" >"$dir/facts"
    while IFS='	' read -r good fact; do
        check "$form: $fact" [ "$good" = true ]
    done <"$dir/facts"
    check "$form: all facts were looked at" [ "$(wc -l <"$dir/facts")" -eq 11 ]
    printf '%s fields\n' "$(wc -l <"$dir/wanted")" >"$dir/all"
    mutool run tests/form_gaps.js "$fill" >"$dir/placed" 2>&1
    check "$form: each field is on its line, its box or its gap" diff "$dir/all" "$dir/placed"
done

# Where the source does not break a head, no word of it is torn.
head_of=$(pdftotext -raw "$dir/site/yuanjiang/forms/danwei-canbao-dengji-blank.pdf" - | grep -A 1 新参保由)
check "a head breaks between words" is "$head_of" "（新参保由医保
部门填写）"

# What is typed. Values and states are set, nothing else; then a reader is asked to show them.
form=jumin-canbao-dengji
fill=$dir/site/yuanjiang/forms/$form.pdf
qpdf --json --json-key=acroform --json-key=qpdf --json-stream-data=none "$fill" \
    >"$dir/form.json"
jq "$lookups"'
    {qpdf: [.qpdf[0], ([$objects | to_entries[] | select(.value.value | type == "object") |
        if .value.value["/FT"] == "/Tx" then .value.value["/V"] = "u:镕2" 
        elif .value.value["/FT"] == "/Btn" then
            .value.value["/V"] = "/Yes" | .value.value["/AS"] = "/Yes"
        elif .value.value["/Fields"] then .value.value["/NeedAppearances"] = true
        else empty end] | from_entries)]}' "$dir/form.json" >"$dir/update.json"
qpdf --update-from-json="$dir/update.json" "$fill" "$dir/filled.pdf"
check "$form: a filled one is sound" sound "$dir/filled.pdf"
kept=$(qpdf --json --json-key=acroform "$dir/filled.pdf" |
    jq '[.acroform.fields[] | select(.value == "u:镕2" or .value == "/Yes")] | length')
check "$form: keeps all values" [ "$kept" -eq "$(jq '.acroform.fields | length' "$dir/form.json")" ]
texts=$(jq '[.acroform.fields[] | select(.istext)] | length' "$dir/form.json")
shown=$(pdftotext "$dir/filled.pdf" - 2>/dev/null | grep -o 镕2 | wc -l)
check "$form: shows all texts" [ "$shown" -eq "$texts" ]

cat >"$dir/fill.js" <<'EOF'
var doc = new PDFDocument(scriptArgs[0]), page = doc.loadPage(0), all = page.getWidgets();
for (var i = 0; i < all.length; i++) {
    if (all[i].getFieldType() == "checkbox") all[i].toggle();
    else all[i].setTextValue("镕2");
    all[i].update();
}
doc.save(scriptArgs[1]);
EOF
check "$form: mupdf fills it in" mutool run "$dir/fill.js" "$fill" "$dir/typed.pdf"
shown=$(mutool draw -q -F text "$dir/typed.pdf" 2>/dev/null | tr -d '\n' | grep -o 镕2 | wc -l)
check "$form: and shows all texts" [ "$shown" -eq "$texts" ]
mutool draw -q -r 60 -o "$dir/c.png" "$fill" 2>/dev/null
mutool draw -q -r 60 -o "$dir/d.png" "$dir/typed.pdf" 2>/dev/null
check "$form: a typed page is another picture" [ "$(cmp -s "$dir/c.png" "$dir/d.png"; echo $?)" -eq 1 ]

finish 381

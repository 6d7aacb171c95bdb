# What is in a workbook, for the shell tests that look into some; beside tests/kit.sh.

# part FILE PART XPATH: a value from a part of a workbook.
part() {
    unzip -p "$1" "$2" | xmllint --xpath "$3" - 2>/dev/null
}
# cell FILE SHEET CELL: its text, or "number" and its number; sheets count from 1.
cell() {
    at="//*[local-name()='c' and @r='$3']"
    value=$(part "$1" "xl/worksheets/sheet$2.xml" "string($at/*[local-name()='v'])")
    if [ "$(part "$1" "xl/worksheets/sheet$2.xml" "string($at/@t)")" = s ]; then
        part "$1" xl/sharedStrings.xml "string(//*[local-name()='si'][$((value + 1))])"
    else
        printf '%s' "${value:+number $value}"
    fi
}
# is_cell FILE SHEET CELL VALUE: a check.
is_cell() {
    value=$(cell "$1" "$2" "$3")
    if [ "$value" = "$4" ]; then ok; else not_ok "cell $3 is «$value», wanted «$4»"; fi
}
# whole FILE: every part of the workbook is there and well-formed.
whole() {
    unzip -tqq "$1" || return 1
    for entry in $(unzip -Z1 "$1" | sed 's/\[/\\[/'); do
        unzip -p "$1" "$entry" | xmllint --noout - || return 1
    done
}

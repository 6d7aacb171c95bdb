#!/bin/sh
# The documents keep their word: the man page is well-formed and names every command and
# option, the READMEs show the two commands, every relative link leads to a file.
cd "$(dirname "$0")/.." && . tests/kit.sh

man_is_well_formed() { [ -z "$(mandoc -Tlint -Wwarning man/mulu.1)" ]; }

commands() { "$MULU" --help | sed -n '/^命令/,/^$/s/^  \([a-z]*\) .*/\1/p'; }

man_names_everything() {
    page=$(mandoc -Tascii man/mulu.1 | sed "s/.$(printf '\b')//g") # without overstrikes
    bad=0
    for command in $(commands); do
        printf '%s' "$page" | grep -qw "$command" || { echo "man: no $command"; bad=1; }
        for option in $("$MULU" "$command" --help | grep -oE '^ +(-[a-z], )?--[a-z]+' | grep -oE '[a-z]+$'); do
            printf '%s' "$page" | grep -qE -- "--$option|-$(printf '%.1s' "$option") " ||
                { echo "man: no --$option of $command"; bad=1; }
        done
    done
    return $bad
}

readme_shows_commands() {
    for file in README.md README.zh-CN.md; do
        grep -q 'make site' "$file" && grep -q 'make test' "$file" || return 1
        for command in $(commands); do
            grep -q "mulu $command" "$file" || { echo "$file: no mulu $command"; return 1; }
        done
    done
}

links_lead_somewhere() {
    bad=0
    for file in ./*.md docs/*.md; do
        for link in $(grep -oE '\]\([^)#]+' "$file" | sed 's/^](//' | grep -v '^https\?:'); do
            [ -e "$(dirname "$file")/$link" ] || { echo "$file: $link is not there"; bad=1; }
        done
    done
    return $bad
}

check "the program has commands" [ -n "$(commands)" ]
check "man page is well-formed" man_is_well_formed
check "man page names every command and option" man_names_everything
check "READMEs show the commands" readme_shows_commands
check "links of the documents" links_lead_somewhere

finish

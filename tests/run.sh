#!/bin/sh
# Runs every test of one build and adds up what they say.
#   tests/run.sh build/release
# Each program ends with "N passed, N failed"; what else it printed is shown only when something
# failed, but for what was measured of checker and lines. Cases of the public Mustache spec are
# counted apart.
set -u
cd "$(dirname "$0")/.."
B=$1
export MULU_BUILD="$B" MULU="$PWD/$B/mulu"
export LC_ALL=C.UTF-8 TZ=UTC
logs=$B/tests/log
mkdir -p "$logs"
passed=0 failed=0 spec=0

run() {
    name=$1
    shift
    log=$logs/$name.log
    "$@" >"$log" 2>&1 </dev/null
    status=$?
    line=$(grep -aE '^[0-9]+ passed, [0-9]+ failed$' "$log" | tail -n 1)
    p=${line%% *} f=$(echo "$line" | sed 's/.*, //; s/ .*//')
    if [ -z "$line" ] || { [ "$status" -ne 0 ] && [ "$f" -eq 0 ]; }; then
        echo "FAIL $name: ended with status $status" >&2
        p=${p:-0} f=1
    fi
    if [ "$f" -ne 0 ]; then
        echo "---- $name" >&2
        tail -n 60 "$log" >&2
    fi
    case $name in # what they measured is worth reading each time
    recall_test)
        echo "Known defects of the published catalogs that the checker tells, of those a program"
        echo "can see, of all certain ones, of the doubtful ones:"
        sed '$d' "$log"
        ;;
    lines_test)
        echo "Lines of the five published documents, broken and looked at again:"
        grep -a -E '^(all texts|printed documents|Pango|[0-9]+ texts)' "$log"
        ;;
    inject_test)
        echo "One mistake at a time in a clean catalog:"
        sed -n '1p; /  all$/p' "$log"
        ;;
    esac
    printf '%-28s %s\n' "$name" "${line:-did not finish}"
    failed=$((failed + f))
    case $name in
    mustache_test) spec=$((spec + p)) ;;
    *) passed=$((passed + p)) ;;
    esac
}

for source in tests/unit/*_test.c; do
    program=$(basename "$source" .c)
    run "$program" "$B/tests/unit/$program"
done
run check-layers scripts/check-layers
for script in tests/*_test.sh; do
    [ -e "$script" ] && run "$(basename "$script" .sh)" sh "$script"
done

echo "Mustache spec: $spec cases passed, counted apart"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]

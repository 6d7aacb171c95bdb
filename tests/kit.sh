# What the shell tests share. A test begins and ends with
#
#     cd "$(dirname "$0")/.." && . tests/kit.sh
#     …
#     finish
#
# and runs alone (sh tests/X_test.sh) as well as under tests/run.sh, which says with MULU and
# MULU_BUILD which build is meant. It has $dir, a folder of its own that goes when it ends, and
# TMPDIR in it: what another run left in the common folder is not seen, and nothing is left there.
#
# A check counts once. `check` and `expect` run a command; `has`, `lacks` and `holds` ask more
# of the same step and fail by its name.
set -u
MULU_BUILD=${MULU_BUILD:-build/release}
MULU=${MULU:-$PWD/$MULU_BUILD/mulu}
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
trap 'exit 1' HUP INT TERM
TMPDIR=$dir/tmp
export MULU MULU_BUILD TMPDIR
mkdir "$TMPDIR"
passed=0 failed=0 name=

ok() {
    passed=$((passed + 1))
}
not_ok() {
    failed=$((failed + 1))
    echo "not ok $name: $*"
}

# check NAME COMMAND…: the command succeeds; what it said is in $dir/log.
check() {
    name=$1
    shift
    "$@" >"$dir/log" 2>&1 && ok && return
    not_ok "$1 failed"
    tail -n 20 "$dir/log"
}
# expect NAME STATUS COMMAND…: it ends with this status ($got); its output is in $dir/out and $dir/err.
expect() {
    name=$1 wanted=$2
    shift 2
    "$@" >"$dir/out" 2>"$dir/err" </dev/null
    got=$?
    [ "$got" -eq "$wanted" ] && ok && return
    not_ok "status $got, wanted $wanted"
    tail -n 5 "$dir/out" "$dir/err"
}
# has FILE TEXT, lacks FILE TEXT: this text is in $dir/FILE, or is not.
has() {
    if contains "$dir/$1" "$2"; then ok; else not_ok "no «$2» in $1"; fi
}
lacks() {
    if misses "$dir/$1" "$2"; then ok; else not_ok "«$2» in $1"; fi
}
# holds COMMAND…: the command succeeds.
holds() {
    if "$@"; then ok; else not_ok "not so: $*"; fi
}

# For commands of a check.
contains() {
    grep -qF -- "$2" "$1"
}
misses() {
    [ -e "$1" ] && ! contains "$@"
}
fails() {
    ! "$@"
}
is() {
    [ "$1" = "$2" ] && return
    echo "got    $1"
    echo "wanted $2"
    return 1
}

# limited BLOCKS COMMAND…: no file above so many blocks of 512 bytes.
limited() {
    (
        trap '' XFSZ
        ulimit -f "$1"
        shift
        exec "$@"
    )
}

# finish [LEAST]: the last line of a test; it fails with less than so many checks, too.
finish() {
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ] && [ "$passed" -ge "${1:-1}" ]
    exit
}

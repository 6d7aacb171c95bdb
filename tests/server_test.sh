#!/bin/sh
# docs/nginx.conf and docs/apache.conf: their Content-Security-Policy is that of the pages, and,
# where the programs are installed, what a reader gets from them. Both run as this user, in a folder
# of the test's own, and listen on the loopback only.
cd "$(dirname "$0")/.." && . tests/kit.sh
PATH=$PATH:/usr/sbin
server=
stop() {
    [ -z "$server" ] || { kill "$server" && wait "$server"; } 2>/dev/null
    server=
}
trap 'stop; rm -rf "$dir"' EXIT

mkdir -p "$dir/catalogs" "$dir/site"
cp -r catalogs/schemes catalogs/ningxiang "$dir/catalogs/"
cp -r templates "$dir/"
cp -r site/assets "$dir/site/"
sed -i '0,/<\/title>/s|</title>|</title>\n  <web published="2022-09-08 10:30"/>|' "$dir/catalogs/ningxiang/catalog.xml"
echo '<site><name>样本网</name><domain>ylbz.sample.gov.cn</domain></site>' >"$dir/site/site.xml"
site=$dir/site/public
check "the site is built" "$MULU" -C "$dir" build --only html,data,search
[ "$failed" -eq 0 ] || finish

# Every page of the site has the one policy, and both files send it, with frame-ancestors.
policies=$(grep -rhoE '<meta http-equiv="Content-Security-Policy" content="[^"]*"' "$site" --include='*.html')
pages=$(find "$site" -name '*.html' | wc -l)
check "every page has a policy" is "$(echo "$policies" | wc -l)" "$pages"
policy=$(echo "$policies" | sort -u | sed 's/.*content="\(.*\)"/\1/')
check "all have the same" is "$(echo "$policy" | wc -l)" 1
for conf in nginx apache; do
    check "$conf.conf sends it" is "$(sed -n 's/^ *[^#]*Content-Security-Policy "\([^"]*\)".*/\1/p' "docs/$conf.conf")" "$policy; frame-ancestors 'none'"
done

get() { curl -s --noproxy '*' -o "$dir/body" -D "$dir/head" -w '%{http_code}' "$@"; }
head_of() { tr -d '\r' <"$dir/head" | sed -n "s/^$1: //Ip"; }

# What a reader gets: server, address.
reads() {
    local who=$1 at=$2 path type
    check "$who: home" is "$(get "$at/")" 200
    check "$who: whole" cmp "$dir/body" "$site/index.html"
    check "$who: policy" is "$(head_of Content-Security-Policy)" "$policy; frame-ancestors 'none'"
    check "$who: no guessing of types" is "$(head_of X-Content-Type-Options)" nosniff
    check "$who: no address to others" is "$(head_of Referrer-Policy)" no-referrer
    check "$who: pages are asked for again" is "$(head_of Cache-Control)" no-cache
    while read -r path type; do
        check "$who: $path" is "$(get "$at/$path")" 200
        check "$who: $path is $type" is "$(head_of Content-Type | tr A-Z a-z | sed 's/; */; /')" "$type"
    done <<LIST
index.html text/html; charset=utf-8
ningxiang/catalog.json application/json; charset=utf-8
ningxiang/list.csv text/csv; charset=utf-8
ningxiang/list.xlsx application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
feed.xml application/atom+xml; charset=utf-8
assets/style.css text/css; charset=utf-8
assets/site.js application/javascript; charset=utf-8
robots.txt text/plain; charset=utf-8
LIST
    get "$at/assets/style.css" >/dev/null
    check "$who: assets are kept for an hour" is "$(head_of Cache-Control)" max-age=3600
    check "$who: folders have their page" is "$(get "$at/ningxiang/")" 200
    check "$who: another address" is "$(get "$at/ningxiang/no-such.html")" 404
    check "$who: gets our page" cmp "$dir/body" "$site/404.html"
    check "$who: with the policy" is "$(head_of Content-Security-Policy)" "$policy; frame-ancestors 'none'"
    for path in .mulu/files .mulu/ningxiang.news .mulu/ .git/config; do
        check "$who: $path is not for readers" is "$(get "$at/$path")" 404
    done
    check "$who: packed" is "$(get -H 'Accept-Encoding: gzip' "$at/ningxiang/index.html") $(head_of Content-Encoding)" "200 gzip"
    check "$who: unpacked the same" bash -c "gzip -dc <'$dir/body' | cmp - '$site/ningxiang/index.html'"
    check "$who: varies" is "$(head_of Vary)" Accept-Encoding
    check "$who: not changed" is "$(get -H 'Accept-Encoding: gzip' -H "If-Modified-Since: $(head_of Last-Modified)" "$at/ningxiang/index.html")" 304
    # The folder is exchanged under the server's feet.
    sed -i 's/<name>.*<\/name>/<name>换了'"$who"'<\/name>/' "$dir/site/site.xml"
    "$MULU" -C "$dir" build --only html,data,search >/dev/null 2>&1
    check "$who: published anew is seen at once" bash -c "curl -s --noproxy '*' '$at/' | grep -q '换了$who'"
}

wait_for() { # address
    for _ in $(seq 100); do
        curl -s --noproxy '*' -o /dev/null "$1" && return 0
        kill -0 "$server" 2>/dev/null || return 1
        sleep 0.05
    done
    return 1
}

# A port that is free: another is tried when the server cannot take it.
try_ports() { # start function
    for try in 1 2 3 4 5; do
        port=$((20000 + ($$ + try * 7919) % 20000))
        "$1"
        wait_for "http://127.0.0.1:$port/" && return 0
        stop
    done
    return 1
}

user=
[ "$(id -u)" -ne 0 ] || user="user root;"
start_nginx() {
    sed "s|listen 80;.*|listen 127.0.0.1:$port;|; s|root /srv/mulu/public;|root $site;|" docs/nginx.conf >"$dir/nginx-site.conf"
    cat >"$dir/nginx.conf" <<CONF
$user
pid $dir/nginx.pid;
error_log $dir/nginx-error.log;
events { }
http {
    access_log off;
    client_body_temp_path $dir; proxy_temp_path $dir; fastcgi_temp_path $dir;
    uwsgi_temp_path $dir; scgi_temp_path $dir;
    include $dir/nginx-site.conf;
}
CONF
    nginx -e "$dir/nginx-error.log" -c "$dir/nginx.conf" -g 'daemon off;' &
    server=$!
}
if command -v nginx >/dev/null 2>&1 && command -v curl >/dev/null 2>&1; then
    check "nginx runs" try_ports start_nginx
    check "nginx -t" nginx -e "$dir/nginx-error.log" -t -c "$dir/nginx.conf"
    [ -z "$server" ] || reads nginx "http://127.0.0.1:$port"
    stop
else
    echo "server_test: docs/nginx.conf not tried, nginx or curl is not installed" >&2
fi

modules=/usr/lib/apache2/modules
start_apache() {
    sed "s|\*:80|127.0.0.1:$port|; s|/srv/mulu/public|$site|" docs/apache.conf >"$dir/apache-site.conf"
    {
        for module in mpm_event authz_core mime dir alias headers deflate filter setenvif; do
            echo "LoadModule ${module}_module $modules/mod_$module.so"
        done
        [ "$(id -u)" -ne 0 ] || echo "User www-data"
        cat <<CONF
ServerName localhost
ServerRoot $dir
PidFile $dir/apache.pid
DefaultRuntimeDir $dir
ErrorLog $dir/apache-error.log
TypesConfig /etc/mime.types
Listen 127.0.0.1:$port
Include $dir/apache-site.conf
CONF
    } >"$dir/apache.conf"
    apache2 -D FOREGROUND -f "$dir/apache.conf" &
    server=$!
}
# As root Apache reads as another user, who may not come here.
chmod 755 "$dir"
reachable() { [ "$(id -u)" -ne 0 ] || runuser -u www-data -- test -r "$site/index.html"; }
if ! command -v apache2 >/dev/null 2>&1 || ! command -v curl >/dev/null 2>&1; then
    echo "server_test: docs/apache.conf not tried, apache2 or curl is not installed" >&2
elif ! reachable; then
    echo "server_test: docs/apache.conf not tried, www-data cannot read $site" >&2
else
    check "apache runs" try_ports start_apache
    check "apachectl -t" apache2 -t -f "$dir/apache.conf"
    [ -z "$server" ] || reads apache "http://127.0.0.1:$port"
    stop
fi
finish

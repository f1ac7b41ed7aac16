#!/usr/bin/env bash
# Packs kith, installs the tarball in the folder given, and uses it there as somebody would who has never seen the checkout.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
folder=$1
export PATH="$root/node_modules/.bin:$PATH" # for its Node: the package needs one of 24
mkdir -p "$folder"

npm pack --silent --pack-destination "$folder" >/dev/null
cd "$folder"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund ./kith-gateway-*.tgz
kith=node_modules/.bin/kith

# Whoever has only the package reads its documents there: what they lead to is in it.
package=node_modules/kith-gateway
grep -oE '\]\([^):#]+' "$package/README.md" | cut -c3- | sort -u | while read -r link; do
  [ -e "$package/$link" ] || { echo "README.md leads to $link, which the package does not hold"; exit 1; }
done

"$kith" schema | diff "$root/schema.graphql" -

cat > kith.config.ts <<'CONFIG'
import { defineConfig } from 'kith-gateway'

export default defineConfig({
  store: { url: 'sqlite:./data/kith.db' },
  sources: { own: { kind: 'store' }, donors: { kind: 'virtuous', simulate: true } },
})
CONFIG

"$kith" check

"$kith" start --config kith.config.ts --port 0 > started.txt &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
for _ in $(seq 100); do
  url=$(grep -o 'http://[^ ]*/graphql' started.txt || true)
  [ -z "$url" ] || break
  kill -0 "$server" || { echo 'kith start has ended'; exit 1; }
  sleep 0.1
done
page=$(curl --silent --fail "${url%graphql}")
[[ $page == *'<title>kith</title>'* ]] || { echo 'the package has no web app'; exit 1; }
answer=$(curl --silent --fail --header 'content-type: application/json' \
  --data '{"query":"{ people(first: 3, sources: [\"donors\"]) { nodes { displayName } } }"}' "$url")
echo "$answer"
[[ $answer == *'"displayName"'* && $answer != *'"errors"'* ]]
kill -TERM "$server"
wait "$server"

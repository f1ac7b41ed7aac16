#!/usr/bin/env bash
# Has Relay's compiler judge the schema: a paginated list under @connection, and a record that is @refetchable by its id. The compiler
# is fetched into the folder given, since it is some hundred megabytes that nothing else needs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
folder=$1
mkdir -p "$folder/src/__generated__"
cp schema.graphql "$folder"
cp scripts/relay/*.ts "$folder/src"

cd "$folder"
printf '{ "private": true }\n' > package.json
npm install --silent --no-audit --no-fund relay-compiler@21.0.1
cat > relay.config.json <<'CONFIG'
{
  "src": "./src",
  "schema": "./schema.graphql",
  "language": "typescript",
  "eagerEsModules": true,
  "artifactDirectory": "./src/__generated__",
  "customScalarTypes": { "DateTime": "string", "URL": "string" }
}
CONFIG
node_modules/.bin/relay-compiler
for artifact in DirectoryQuery DirectoryListPaginationQuery RecordCardRefetchQuery UpdateTitleMutation; do
  [ -f "src/__generated__/$artifact.graphql.ts" ] || { echo "Relay's compiler made no $artifact"; exit 1; }
done
echo "Relay's compiler accepts the schema"

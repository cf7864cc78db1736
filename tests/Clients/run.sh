#!/usr/bin/env bash
# Runs the snippets of the documents as a consumer would: packs the packages into a folder, starts `careerrecs serve` from the
# packed tool and lets each client call it. Only the address in the snippets is replaced, by that of a free port.
# A missing tool is installed with CI=true; elsewhere its clients are skipped, loudly.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
server=
stop() {
  if [ -n "$server" ]; then
    kill "$server" 2> /dev/null || true
    wait "$server" 2> /dev/null || true
  fi
  rm -rf "$work"
}
trap stop EXIT
failed=()
skipped=()
python=/usr/bin/python3

# Installs what a client needs, or says that the client is left out.
provide() { # CLIENT, CHECK, INSTALL
  if eval "$2" > /dev/null 2>&1; then
    return 0
  fi
  if [ "${CI:-}" = true ]; then
    if eval "$3" && eval "$2" > /dev/null; then
      return 0
    fi
    echo "FAILED  $1: could not be installed" >&2
    failed+=("$1")
    return 1
  fi
  echo "SKIPPED $1: $2 fails; with CI=true it is installed." >&2
  skipped+=("$1")
  return 1
}

apt_install() {
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" > /dev/null
}

# Installs npm packages into a client's folder.
npm_install() { # CLIENT, PACKAGES...
  npm install --silent --no-fund --no-audit --prefix "$@"
}

# Runs a client; its output must name a role.
run() { # CLIENT, COMMAND...
  local client=$1
  shift
  if "$@" > "$work/output" 2>&1 && grep -qE 'Analyst|Engineer|Scientist' "$work/output"; then
    echo "ok      $client: $(head -c 100 "$work/output" | head -1)"
  else
    echo "FAILED  $client" >&2
    cat "$work/output" >&2
    failed+=("$client")
  fi
}

# Copies a client's folder out of the repository, with the address of this run.
take() { # CLIENT
  cp -r "$here/$1" "$work/$1"
  find "$work/$1" -type f -exec sed -i "s/127\.0\.0\.1:5200/$grpc/; s/127\.0\.0\.1:5201/$rest/" {} +
}

echo "Packing"
dotnet pack "$root/CareerRecs.sln" --output "$work/feed" -p:RunAnalyzers=false > "$work/pack.log" || { cat "$work/pack.log" >&2; exit 1; }
ls -l "$work/feed" | awk 'NR > 1 { print "        " $9 ": " int($5 / 1024) " KiB" }'

# Packages of ours come from the folder alone, and into a cache of this run, as their version does not change.
export NUGET_PACKAGES=$work/packages DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
cat > "$work/nuget.config" << 'XML'
<configuration>
  <packageSources>
    <clear />
    <add key="nuget.org" value="https://api.nuget.org/v3/index.json" />
    <add key="careerrecs" value="feed" />
  </packageSources>
  <packageSourceMapping>
    <packageSource key="nuget.org"><package pattern="*" /></packageSource>
    <packageSource key="careerrecs"><package pattern="CareerRecs.*" /></packageSource>
  </packageSourceMapping>
</configuration>
XML
cd "$work"
dotnet tool install CareerRecs.Cli --tool-path "$work/tool" > "$work/tool.log" || { cat "$work/tool.log" >&2; exit 1; }
exec 3< <(exec "$work/tool/careerrecs" serve --port 0 --data-dir "$work/data" 2> "$work/serve.log")
server=$!
grpc= rest=
while read -r -u 3 name address; do
  case $name in
    gRPC) grpc=${address#http://} ;;
    REST) rest=${address#http://} ;;
    Data) break ;;
  esac
done
[ -n "$grpc" ] && [ -n "$rest" ] || { cat "$work/serve.log" >&2; exit 1; }

# The contract in one folder, as the package of the contract carries it.
unzip -q "$work"/feed/CareerRecs.Protos.*.nupkg 'protos/*' -d "$work/contract"

take csharp
dotnet build csharp -c Release > "$work/output" 2>&1 || { cat "$work/output" >&2; failed+=("csharp build"); }
run "csharp net10.0" dotnet csharp/bin/Release/net10.0/Recommend.dll
# With the runtime of .NET 8 from its package: the SDK alone brings only its own.
if dotnet publish csharp -c Release -f net8.0 -r linux-x64 --self-contained -o csharp/net8 > "$work/output" 2>&1; then
  run "csharp net8.0" csharp/net8/Recommend
else
  cat "$work/output" >&2
  failed+=("csharp net8.0")
fi

for client in waiting tracing; do
  take $client
  if dotnet build $client -c Release > "$work/output" 2>&1; then
    run "csharp $client" dotnet $client/bin/Release/net10.0/${client^}.dll
  else
    cat "$work/output" >&2
    failed+=("$client build")
  fi
done

take curl
run curl bash curl/recommend.sh

if provide python "$python -c 'import grpc' && test -f /usr/include/google/protobuf/descriptor.proto && command -v protoc && command -v grpc_python_plugin" \
  "apt_install python3-grpcio protobuf-compiler libprotobuf-dev protobuf-compiler-grpc"; then
  take python
  (cd contract && protoc -I protos --python_out=../python --grpc_out=../python \
    --plugin=protoc-gen-grpc="$(command -v grpc_python_plugin)" $(cd protos && find careerrecs google -name '*.proto'))
  run python "$python" python/recommend.py
fi

if provide "javascript, openapi" "command -v npm" "apt_install npm"; then
  take javascript
  cp -r contract/protos javascript/protos
  npm_install javascript @grpc/grpc-js@1.14.7 @grpc/proto-loader@0.8.1
  run javascript env -C javascript node recommend.js

  take openapi
  npm_install openapi openapi-fetch@0.17.0 openapi-typescript@7.13.0 typescript@5.9.3 @types/node@20
  curl -s "http://$rest/openapi.json" -o openapi/openapi.json
  (cd openapi && node_modules/.bin/openapi-typescript openapi.json -o careerrecs.ts > /dev/null)
  run "openapi types" bash -c 'cd openapi && node_modules/.bin/tsc -p . && echo Engineer'
  run openapi node openapi/out/recommend.js
fi

if [ ${#skipped[@]} -gt 0 ]; then
  echo "SKIPPED: ${skipped[*]}" >&2
fi
if [ ${#failed[@]} -gt 0 ]; then
  echo "FAILED: ${failed[*]}" >&2
  exit 1
fi

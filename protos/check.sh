#!/usr/bin/env bash
# Lints the contract (buf STANDARD and COMMENTS) and checks that it breaks nothing that was released.
#   protos/check.sh            lint, and compare with baseline.binpb
#   protos/check.sh release    replace baseline.binpb by the contract as it stands; only a release does that
# Needs buf on the PATH or in $BUF (npm install @bufbuild/buf), and a restored solution, which brings Google's protos.
set -euo pipefail
cd "$(dirname "$0")"
buf=${BUF:-buf}
packages=${NUGET_PACKAGES:-$HOME/.nuget/packages}
google=$(ls -d "$packages"/google.api.commonprotos/*/content/protos | sort -V | tail -n 1)

# buf wants every module below one folder.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/google/google"
cp -r "$google"/google/api "$google"/google/rpc "$google"/google/type google/longrunning "$work/google/google/"
mkdir "$work/contract"
cp -r careerrecs "$work/contract/"
cp buf.yaml "$work/"
baseline=$PWD/baseline.binpb
cd "$work"
case ${1:-check} in
  release) "$buf" build contract -o "$baseline" ;;
  *)
    "$buf" lint
    "$buf" breaking contract --against "$baseline" --exclude-imports
    ;;
esac

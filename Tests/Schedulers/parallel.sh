#!/usr/bin/env bash
# Runs a sweep in four parts with GNU parallel, by the script that `sweep --script parallel` prints,
# and expects the files of one undisturbed sweep. Usage: parallel.sh MAILROOM TOPOLOGY
set -euo pipefail
mailroom="$(realpath "$1")" topology="$(realpath "$2")"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cp "$topology" 'the site.yaml'
# What the shell and parallel would replace stands in the values.
sweep=("$mailroom" sweep 'the site.yaml' --set 'title=It'\''s {} and {1} $HOME' --set run.duration=2d
  --vary 'mail.*.volume=[4, 8]' --replications 6)
"${sweep[@]}" --out whole --quiet
"${sweep[@]}" --script parallel --out 'the parts' >one.sh
sed 's/^seq 1 /seq 4 /; s|PARALLEL_SEQ"/1 |PARALLEL_SEQ"/4 |' one.sh >four.sh
grep -q '^seq 4 ' four.sh && grep -q '"/4 ' four.sh
for script in one.sh four.sh; do
  MAILROOM="$mailroom" sh "$script" >said 2>errors || { cat said errors; exit 1; }
  for file in points.csv runs.csv sweep.json runs.jsonl report.html; do
    cmp "whole/$file" "the parts/$file"
  done
  echo "$script: $(ls -d 'the parts'/part-*/ | wc -l) parts, the same bytes"
  rm -r 'the parts'
done

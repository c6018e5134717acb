#!/usr/bin/env bash
# Runs a sweep in four parts with Slurm on this machine alone, by the script that `sweep --script slurm`
# prints. One part is cancelled while it runs and queued again. The merged files must be those of one
# undisturbed sweep. What this starts, it stops. Usage, as root: slurm.sh MAILROOM TOPOLOGY
set -euo pipefail
mailroom="$(realpath "$1")" topology="$(realpath "$2")"
folder="$(mktemp -d)"
chmod 755 "$folder"
started=()
finish() {
  for process in "${started[@]}"; do kill "$process" 2>/dev/null || true; done
  for process in "${started[@]}"; do wait "$process" 2>/dev/null || true; done
  rm -rf "$folder"
}
trap finish EXIT
fail() {
  printf '%s\n' "$*" >&2
  tail -n 20 "$folder"/*.log "$folder"/parts/*.log >&2 || true
  exit 1
}
# Waits until a command succeeds, two minutes at most.
await() {
  for _ in $(seq 1200); do
    if "$@" >/dev/null 2>&1; then return 0; fi
    sleep 0.1
  done
  fail "waited in vain for: $*"
}
cd "$folder"

mkdir state spool munge
head -c 1024 /dev/urandom >munge/key
chmod 600 munge/key
munged --foreground --force --key-file="$folder/munge/key" --socket="$folder/munge/socket" \
  --pid-file="$folder/munge/pid" --seed-file="$folder/munge/seed" --log-file="$folder/munged.log" \
  >/dev/null 2>&1 &
started+=($!)
await test -S munge/socket

first=$((20000 + RANDOM % 20000))
cat >slurm.conf <<CONF
ClusterName=mailroom
SlurmctldHost=localhost
SlurmctldPort=$first
SlurmdPort=$((first + 1))
AuthType=auth/munge
CredType=cred/munge
# What is queued again may start after this many seconds.
AuthInfo=cred_expire=5,socket=$folder/munge/socket
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
MpiDefault=none
SchedulerParameters=sched_interval=1,bf_interval=1
SlurmUser=root
SlurmdUser=root
ReturnToService=2
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
NodeName=localhost CPUs=2 RealMemory=500 State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF="$folder/slurm.conf"
slurmctld -D -i >slurmctld.log 2>&1 &
started+=($!)
slurmd -D -N localhost >slurmd.log 2>&1 &
started+=($!)
is_idle() { sinfo --noheader --format=%T | grep -qx idle; }
await is_idle

cp "$topology" site.yaml
# Long enough that a part can be stopped while it runs, in debug and in release.
days=10 took=0
while ((took < 6)); do
  days=$((days * 2))
  sweep=("$mailroom" sweep site.yaml --set run.duration="${days}d" --vary 'mail.*.volume=[4, 8]'
    --replications 16)
  rm -rf whole
  began=$SECONDS
  "${sweep[@]}" --workers 1 --out whole --quiet
  took=$((SECONDS - began))
done
"${sweep[@]}" --script slurm --out parts >one.sh
sed 's/--array=1-[0-9]* /--array=1-4 /; s|--shard auto/[0-9]* |--shard auto/4 |' one.sh >four.sh
MAILROOM="$mailroom" sh four.sh >said
cat said
job="$(sed -n 's/^the parts are job //p' said)"
[[ "$job" =~ ^[0-9]+$ ]] || fail "no job was started"

has_runs() { [[ "$(wc -l <parts/part-2/runs.jsonl)" -gt 2 ]]; }
state_of() { squeue --noheader --states=all --format=%T --jobs="${job}_2"; }
is_over() { [[ "$(state_of)" == CANCELLED ]]; }
await has_runs
scancel "${job}_2"
await is_over
echo "part 2 was cancelled after $(($(wc -l <parts/part-2/runs.jsonl) - 1)) runs"
scontrol requeue "${job}_2"
echo "part 2 is $(state_of) again"
is_empty() { [[ -z "$(squeue --noheader)" ]]; }
await is_empty
cat parts/part-2.log
grep -q 'part 2 of 4, says SLURM_ARRAY_TASK_ID' parts/part-2.log || fail "part 2 does not say which it is"
for file in points.csv runs.csv sweep.json runs.jsonl report.html; do
  cmp "whole/$file" "parts/$file" || fail "the merged files differ"
done
echo "four parts, one of them cancelled and queued again: the same bytes"

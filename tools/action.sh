#!/usr/bin/env bash
# What action.yml runs: it adds to the history, writes the report to the page of the job, and checks the limits.
# Bash 3 is enough: it is what macOS has.
set -euo pipefail

# The lines of a text, without the empty ones, as words of their own: paths and limits may contain spaces.
words=()
take() {
  local line
  words=()
  while IFS= read -r line || [ -n "$line" ]; do
    line="${line#"${line%%[![:space:]]*}"}"
    line="${line%"${line##*[![:space:]]}"}"
    if [ -n "$line" ]; then words+=("$line"); fi
  done <<<"$1"
}

# The program: the version that was asked for, the package of the project, or the folder of this action.
program=$PITWALL_HOME/bin/pitwall.js
if [ -n "${PITWALL_VERSION:-}" ]; then
  npm install --silent --no-save --prefix "$RUNNER_TEMP/pitwall" "pitwall@$PITWALL_VERSION" >&2
  program=$RUNNER_TEMP/pitwall/node_modules/pitwall/bin/pitwall.js
elif [ -e node_modules/pitwall/bin/pitwall.js ]; then
  program=node_modules/pitwall/bin/pitwall.js
elif [ ! -e "$PITWALL_HOME/dist/index.js" ]; then
  (cd "$PITWALL_HOME" && npm ci --silent && npm run --silent build) >&2
fi

take "$PITWALL_FILES"
common=(${words[@]+"${words[@]}"})
take "${PITWALL_OPTIONS:-}"
common+=(${words[@]+"${words[@]}"} --quiet)
if [ -n "${PITWALL_CONFIG_FILE:-}" ]; then common+=(-c "$PITWALL_CONFIG_FILE"); fi

report=${RUNNER_TEMP:-.}/pitwall-report.md
say() { printf '%s\n' "$1" >>"${GITHUB_OUTPUT:-/dev/null}"; }

# Before the snapshot: the report says what the last run restated, and its week is compared with the one before either way.
past=()
if [ -n "${PITWALL_HISTORY:-}" ]; then past=(--history "$PITWALL_HISTORY"); fi
node "$program" report "${common[@]}" ${past[@]+"${past[@]}"} -f markdown -o "$report"
cat "$report" >>"${GITHUB_STEP_SUMMARY:-/dev/stdout}"
say "report=$report"

# The period is added whether or not a limit is broken: a bad week belongs to the history, too. A baseline leaves it out.
kept=0
if [ -n "${PITWALL_HISTORY:-}" ]; then
  node "$program" snapshot "${common[@]}" "${past[@]}" || kept=$?
fi

take "${PITWALL_CHECKS:-}"
limits=()
for limit in ${words[@]+"${words[@]}"}; do limits+=(--check "$limit"); done
if [ "${PITWALL_REQUIRE_BASELINE:-}" = true ]; then limits+=(--require-baseline); fi
status=0
if [ -n "${PITWALL_CHECKS:-}" ] || grep -q '^checks:' "${PITWALL_CONFIG_FILE:-pitwall.yaml}" 2>/dev/null; then
  judged=("${common[@]}" ${past[@]+"${past[@]}"} ${limits[@]+"${limits[@]}"})
  node "$program" check "${judged[@]}" -f github || status=$?
  if [ -n "${PITWALL_JUNIT:-}" ]; then node "$program" check "${judged[@]}" -f junit -o "$PITWALL_JUNIT" || true; fi
  say "status=$status"
fi

if [ "$kept" -ne 0 ]; then exit "$kept"; fi
exit "$status"

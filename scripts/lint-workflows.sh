#!/usr/bin/env bash
# actionlint and zizmor over every workflow: our own and the ones that users are given as examples. GitHub's own parser reads
# the same files in the tests. The other files that only GitHub reads are checked against their published JSON Schemas.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

tools="${XDG_CACHE_HOME:-$HOME/.cache}/staged-upgrade/bin"
PATH="$tools:$PATH"
for program in actionlint zizmor check-jsonschema; do
  if ! command -v "$program" >/dev/null; then
    printf '"%s" was not found. Run scripts/setup.sh, which installs it.\n' "$program" >&2
    exit 1
  fi
done

# One repository for each folder that has workflows: our own, and each example as it is in a user's repository.
mapfile -d '' -t repositories < <(
  find . -maxdepth 6 -path ./node_modules -prune -o -type d -path '*/.github/workflows' -printf '%h\0' 2>/dev/null |
    xargs -0 -r dirname -z -- | sort -zu
)

# actionlint resolves "./…" from the folder that holds .git, which an example does not have: so it gets a copy that does.
copies=$(mktemp -d)
trap 'rm -rf "$copies"' EXIT
failed=0
for repository in "${repositories[@]}"; do
  copy="$copies/$repository"
  mkdir -p "$copy/.git"
  cp -R "$repository/.github" "$copy/"
  # What is found may not depend on which optional linters a machine happens to have.
  if ! (cd "$copy" && actionlint -no-color -shellcheck= -pyflakes= -config-file "$OLDPWD/.github/actionlint.yaml"); then
    printf 'actionlint: in %s\n' "$repository" >&2
    failed=1
  fi
done

audited=("${repositories[@]/%//.github}")
[ ! -f action.yml ] || audited+=(action.yml)
zizmor --offline --no-progress --quiet --color=never --persona=auditor "${audited[@]}" || failed=1

follows() { # schema, file…
  local schema=$1
  shift
  local said
  if said=$(check-jsonschema --color never --builtin-schema "vendor.$schema" "$@" 2>&1); then return; fi
  printf '%s\n' "$said" >&2
  failed=1
}
forms=()
for form in .github/ISSUE_TEMPLATE/*.yml; do
  [ "$form" = .github/ISSUE_TEMPLATE/config.yml ] || forms+=("$form")
done
follows github-issue-forms "${forms[@]}"
follows github-issue-config .github/ISSUE_TEMPLATE/config.yml
follows dependabot .github/dependabot.yml
follows github-actions action.yml
exit "$failed"

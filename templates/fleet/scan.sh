#!/bin/sh
# One report for each repository: sh scan.sh REPORTS REPOSITORY…
# A repository is what git clones. One that has its report already is left alone, so that a run goes on where it was cut short; one
# that fails is named, and the others go on. Ends with 1 where one failed.
set -u
reports=$1
shift
# Never what a scanned repository brings along: the program is not looked for in its folder.
: "${COOKIE_LINT:=npx --no-install cookie-lint}"
export GIT_TERMINAL_PROMPT=0 GIT_LFS_SKIP_SMUDGE=1 GIT_ALLOW_PROTOCOL="${GIT_ALLOW_PROTOCOL:-https:ssh:file}"
mkdir -p "$reports" || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

scan() {
  git -c core.hooksPath=/dev/null clone --quiet --depth 1 -- "$1" "$work/$2" || return 2
  # Findings (1) are no failure; --no-install and a full path keep npx to what is installed here.
  $COOKIE_LINT "$work/$2" --format "json=$3.part" ${COOKIE_LINT_ARGUMENTS:-} >/dev/null
  [ $? -le 1 ] && mv "$3.part" "$3"
}

failed=0
for repository do
  base=$(printf '%s' "${repository%/}" | sed 's|\.git$||; s|.*[/:]||; s|[^A-Za-z0-9._-]|-|g; s|^[.-]*||')
  report="$reports/${base:=repository}-$(printf '%s' "$repository" | cksum | cut -d ' ' -f 1).json"
  [ -s "$report" ] && continue
  if ! scan "$repository" "$base" "$report"; then
    printf 'failed: %s\n' "$repository" >&2
    failed=1
  fi
  rm -rf "${work:?}/$base" "$report.part"
done
exit "$failed"

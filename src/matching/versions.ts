/** Versions of packages as manifests write them. */

/** Whether a version is known and lower than another. */
export function isBefore(version: string | undefined, limit: string): boolean {
  return version !== undefined && isLower(version, limit);
}

/** Whether a version is known and not lower than another. */
export function isSince(version: string | undefined, limit: string): boolean {
  return version !== undefined && !isLower(version, limit);
}

function isLower(version: string, limit: string): boolean {
  const own = version.split('.').map(Number);
  const other = limit.split('.').map(Number);
  const differing = other.findIndex((part, i) => part !== (own[i] ?? 0));
  return differing >= 0 && (own[differing] ?? 0) < other[differing]!;
}

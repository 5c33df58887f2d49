/** Compares the inventory with a committed one: a new cookie, a lost one, or one whose attributes changed needs a review. */

/** The facts of a committed cookie that count. Where it stands in its file does not. */
export interface InventoryFacts {
  readonly name: string | null;
  readonly expression: string | null;
  readonly framework: string;
  readonly surface: string;
  readonly app: string;
  readonly path: string;
  readonly state: string;
  readonly httpOnly: string | null;
  readonly sameSite: string | null;
  readonly domain: string | null;
  readonly cookiePath: string | null;
  readonly lifetime: string | null;
  readonly partitioned: string | null;
  readonly session: boolean | null;
}

const compared = ['state', 'httpOnly', 'sameSite', 'domain', 'cookiePath', 'lifetime', 'partitioned', 'session'] as const;

/** The cookies of a committed inventory, or a message that says what is wrong with the file. */
export function parseInventory(text: string): InventoryFacts[] | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return `is not JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
  const { version, cookies } = (value ?? {}) as { version?: unknown; cookies?: unknown };
  if (
    version !== 1 ||
    !Array.isArray(cookies) ||
    !cookies.every((cookie: Partial<InventoryFacts> | null) => typeof cookie?.surface === 'string' && typeof cookie.path === 'string')
  )
    return 'is no inventory of this version; write it again with --update';
  return cookies as InventoryFacts[];
}

/** One line for each difference, in the order of the inventories. Several cookies of one identity are paired in their order. */
export function compareInventories(committed: readonly InventoryFacts[], current: readonly InventoryFacts[]): string[] {
  const left = new Map<string, InventoryFacts[]>();
  for (const cookie of committed) left.set(identity(cookie), [...(left.get(identity(cookie)) ?? []), cookie]);
  const lines: string[] = [];
  for (const cookie of current) {
    const before = left.get(identity(cookie))?.shift();
    if (before === undefined) {
      lines.push(`+ ${described(cookie)}: new, ${cookie.state}`);
      continue;
    }
    const changes = compared
      .filter((key) => before[key] !== cookie[key])
      .map((key) => `${key === 'cookiePath' ? 'path' : key} ${said(before[key])} → ${said(cookie[key])}`);
    if (changes.length > 0) lines.push(`~ ${described(cookie)}: ${changes.join(', ')}`);
  }
  for (const cookies of left.values()) for (const cookie of cookies) lines.push(`- ${described(cookie)}: no longer set`);
  return lines;
}

function identity(cookie: InventoryFacts): string {
  return JSON.stringify([cookie.app, cookie.path, cookie.surface, cookie.name, cookie.expression]);
}

function described(cookie: InventoryFacts): string {
  return `${cookie.name ?? cookie.expression ?? '?'} (${cookie.framework}, ${cookie.path})`;
}

function said(value: string | boolean | null): string {
  return value === null ? 'unset' : String(value);
}

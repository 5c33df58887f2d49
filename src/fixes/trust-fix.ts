/** The second half of a fix where a library refuses Secure cookies on connections that look plain: trust in the proxy that ends TLS. */
import type { Edit, Fix } from '../cookies/finding.js';
import type { Site } from '../matching/site.js';
import type { Evaluator } from '../values/evaluator.js';
import type { FixOptions } from './fix-options.js';
import type { CookieSurface } from '../matching/surface.js';
import type { Statement } from '../syntax/ir.js';
import { pathFits, referenceOf } from '../values/references.js';
import type { Draft, FixContext } from './draft.js';
import { insertAfter, statementOf } from './statement.js';

/** Whether Secure alone could cost the cookie: the library refuses it on a plain connection, and nothing says that it sees the browser's. */
export const needsTrust = (surface: CookieSurface, isTrusted: boolean): boolean =>
  !isTrusted && (surface.refusesPlain !== undefined || surface.needsProxy === true);

/** The draft as a suggestion that also trusts the proxy, where that can be written here, and says what to check. */
export function withTrust(draft: Draft, context: FixContext): Draft {
  const { surface, hint, site } = context;
  if (!needsTrust(surface, context.isTrusted)) return draft;
  const does = surface.refusesPlain === 'fails' ? 'fails where it is to send a Secure cookie' : 'sends no Secure cookie';
  const refusal = `over a connection that looks plain, ${site.matched.rule.title} ${does}`;
  const told = trusting(context);
  if (told !== undefined) {
    const edits = [...draft.edits, told.edit].sort((a, b) => a.start - b.start || a.end - b.end);
    return {
      ...draft,
      edits,
      title: `${draft.title} and trust the proxy with \`${told.statement}\``,
      check: joined(draft.check, `check that the app is only reached through one proxy: ${refusal}`),
    };
  }
  const { trust } = hint;
  return { ...draft, check: joined(draft.check, `check that ${conditionOf(trust)}: ${refusal}`) };
}

/** The fix of a cookie that is Secure and not sent, because the app does not know that the browser uses HTTPS. */
export function trustFixes(site: Site, evaluator: Evaluator, options: FixOptions): Fix[] {
  const { surface, program, caller } = site.matched;
  if (caller !== undefined) return [];
  const told = trusting({
    site,
    state: 'on',
    surface,
    hint: surface.fix ?? {},
    program,
    text: program.text,
    index: evaluator.indexOf(program),
    evaluator,
    ...options,
  });
  return told === undefined
    ? []
    : [
        {
          title: `Trust the proxy with \`${told.statement}\` (check that the app is only reached through one proxy)`,
          safe: false,
          edits: [told.edit],
        },
      ];
}

function conditionOf(trust: FixContext['hint']['trust']): string {
  if (trust === undefined) return 'the app knows that the browser uses HTTPS';
  return 'elsewhere' in trust
    ? trust.elsewhere
    : `the app is told \`${trust.statement.replace('{object}', 'app')}\` where a proxy ends TLS`;
}

const joined = (first: string | undefined, second: string): string => (first === undefined ? second : `${first}; ${second}`);

function trusting({ hint, index, program, site }: FixContext): { readonly edit: Edit; readonly statement: string } | undefined {
  const { trust } = hint;
  if (trust === undefined || 'elsewhere' in trust) return undefined;
  for (
    let scope: ReturnType<typeof index.scopeOf> | undefined = index.scopeOf(site.matched.node);
    scope !== undefined;
    scope = scope.parent
  ) {
    for (const binding of scope.bindings.values()) {
      const [write] = binding.writes;
      const reference = write?.value === undefined || binding.writes.length > 1 ? undefined : referenceOf(write.value, index);
      if (write?.value === undefined || reference === undefined || !trust.object.some((path) => pathFits(path, reference, program)))
        continue;
      const made: Statement | undefined = statementOf(write.value, program, index);
      const statement = trust.statement.replace('{object}', binding.name);
      const edit = made === undefined ? undefined : insertAfter(program, made, statement);
      if (edit !== undefined) return { edit, statement };
    }
  }
  return undefined;
}

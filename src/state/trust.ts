/** Proxy trust as a value: whether an app takes the scheme of a request from the proxy in front of it, in each world. */
import { WorldReader, type Outcome, type Truth, type World } from '../values/outcome.js';
import type { Value } from '../values/value.js';

/** What an app says about the proxy in front of it. */
export interface Trust {
  /** The setting, under its guards. */
  readonly value: Value;
  readonly truth: Truth;
  /** It changes what the server says about the connection itself, or the server ends TLS: nothing that the code reads is left out. */
  readonly ofConnection?: true;
}

/** What is trusted without any proxy, or only where one runs on the same machine. */
const NOBODY = /^(?:none|false|off|no|0|null|)$/i;
/** https://www.rfc-editor.org/rfc/rfc1122#section-3.2.1.3, https://www.rfc-editor.org/rfc/rfc4291#section-2.5.3 */
const LOOPBACK = /^(?:127(?:\.\d+){3}(?:\/\d+)?|::1(?:\/128)?|localhost|loopback)$/i;

/** Whether the app trusts its proxy in a world; undefined where that cannot be told. What it does where the proxy says HTTPS is trust in it. */
export function trustIn(trust: Trust, world: World): boolean | undefined {
  const reader = new WorldReader({ ...world, https: true, truth: trust.truth });
  const outcome = reader.read(trust.value);
  if (outcome.kind === 'literal' && typeof outcome.value === 'string')
    return !NOBODY.test(outcome.value.trim()) && !isOperatorsLoopback(trust.value, outcome);
  if (outcome.kind === 'thing' && outcome.value.kind === 'list')
    return outcome.value.items.length > 0 ? true : outcome.value.open ? undefined : false;
  // A constant of the framework: `ForwardedHeaders.XForwardedProto`.
  if (outcome.kind === 'symbol') return true;
  const truth = reader.truthOf(outcome);
  return truth === 'request' ? undefined : truth;
}

/**
 * Whether the proxies are the operator's to name, and nobody but the machine itself stands there until they do:
 * `%env(TRUSTED_PROXIES)%` with a default of 127.0.0.1 trusts no proxy in front of a container.
 */
function isOperatorsLoopback(value: Value, outcome: Extract<Outcome, { kind: 'literal' }>): boolean {
  if (value.kind === 'choice') return isOperatorsLoopback(value.consequent, outcome) || isOperatorsLoopback(value.alternate, outcome);
  if (value.kind === 'operation') return value.operands.some((operand) => isOperatorsLoopback(operand, outcome));
  return (
    value.kind === 'environment' &&
    String(outcome.value)
      .split(',')
      .every((address) => LOOPBACK.test(address.trim()))
  );
}

/** Whether production surely trusts the proxy, whatever the operator sets. */
export function isTrustProved(trust: Trust): boolean {
  const production = { mode: 'production', variables: new Map<string, string>(), https: true, truth: trust.truth } as const;
  return trustIn(trust, production) === true;
}

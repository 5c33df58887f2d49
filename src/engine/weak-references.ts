/** What a weak reference was made of or asked for stays alive until the job ends in which that was: a run is few long ones. */
import { createContext, Script, type Context } from 'node:vm';

const nothing = new Script('0');
let context: Context | undefined;

/**
 * Lets go in the middle of a job what only weak references keep in this way. V8 ends that with each run of the microtasks of any
 * queue, and a context may have a queue of its own (https://nodejs.org/api/vm.html, `microtaskMode`): it has none to run.
 */
export function releaseWeaklyHeld(): void {
  context ??= createContext({}, { microtaskMode: 'afterEvaluate' });
  nothing.runInContext(context);
}

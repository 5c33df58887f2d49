/** Objects that hold one value: `AtomicBoolean`, `AtomicReference`, `ThreadLocal`. */
import { known, type Origin, type RecordValue, type Value } from './value.js';

/** Where the content is kept. */
export const CELL = '(cell)';

export const cellOf = (content: Value | undefined, origin: Origin): RecordValue => ({
  kind: 'record',
  parts: [{ kind: 'field', key: CELL, value: content ?? known(null, origin) }],
  origin,
});

export const isCell = ({ parts }: RecordValue): boolean => parts.some((part) => part.kind === 'field' && part.key === CELL);

/** https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/concurrent/atomic/AtomicReference.html */
export const SETS_CELL = /^(?:set|lazySet|setPlain|setRelease|setVolatile)$/;
/** Methods that read a cell. */
export const READS_CELL = /^(?:get|getPlain|getAcquire|toString|hashCode|equals)$/;

/** Makes an input smaller for as long as it still breaks the same promise. */
import type { Files } from './seeds.js';

const MOST_TRIES = 300;

/** `breaks`: whether an input still breaks it. */
export async function shrunk(files: Files, breaks: (files: Files) => Promise<boolean>): Promise<Files> {
  let best = files;
  let tries = 0;
  const attempt = async (smaller: Files): Promise<boolean> => {
    if (++tries > MOST_TRIES || !(await breaks(smaller))) return false;
    best = smaller;
    return true;
  };
  for (const name of Object.keys(files)) {
    const rest = Object.fromEntries(Object.entries(best).filter(([other]) => other !== name));
    if (Object.keys(best).length > 1) await attempt(rest);
  }
  for (const separator of ['\n', ' ', '']) {
    for (const name of Object.keys(best)) {
      let parts = best[name]!.split(separator);
      for (let size = Math.ceil(parts.length / 2); size >= 1 && tries <= MOST_TRIES; size = Math.floor(size / 2)) {
        for (let at = 0; at < parts.length && tries <= MOST_TRIES;) {
          const fewer = [...parts.slice(0, at), ...parts.slice(at + size)];
          if (await attempt({ ...best, [name]: fewer.join(separator) })) parts = fewer;
          else at += size;
        }
      }
    }
  }
  return best;
}

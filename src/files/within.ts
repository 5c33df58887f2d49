/** Whether one path lies in another, by name alone. */
import path from 'node:path';

/** Both absolute; a folder lies in itself. */
export function isWithin(folder: string, absolute: string): boolean {
  const relative = path.relative(folder, absolute);
  return relative === '' || (!relative.startsWith(`..${path.sep}`) && relative !== '..' && !path.isAbsolute(relative));
}

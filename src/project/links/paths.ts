/** Paths relative to the scanned root, with `/`; the root itself is the empty string. */

/** The folder of a path; empty for the root. */
export const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '');

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** `relative` as seen from `folder`; undefined where it leads out of the root. */
export function joinPath(folder: string, relative: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const piece of relative.split('/')) {
    if (piece === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (piece !== '.' && piece !== '') parts.push(piece);
  }
  return parts.join('/');
}

/** A file or folder inside a folder that may be the root. */
export const within = (folder: string, name: string): string => (folder === '' ? name : name === '' ? folder : `${folder}/${name}`);

/** The folder and those around it, nearest first, the root last. */
export function* foldersUp(folder: string): Iterable<string> {
  for (let at = folder; ; at = folderOf(at)) {
    yield at;
    if (at === '') return;
  }
}

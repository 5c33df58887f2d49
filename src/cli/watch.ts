/** `--watch`: runs again whenever a file that counts changes. */
import { watch as watchFolder, type FSWatcher } from 'node:fs';
import path from 'node:path';

/** Folders under `root` that hold any of `files` (relative, with `/`), the root included. */
export function foldersOf(root: string, files: readonly string[]): string[] {
  return [...new Set(['.', ...files.map((file) => path.posix.dirname(file))])].map((folder) => path.join(root, folder));
}

/**
 * Calls `run` once, and again after each burst of changes in `folders()`, which is asked anew after every run.
 * Ends when `signal` is aborted.
 */
export async function watchAndRun(folders: () => Promise<readonly string[]>, run: () => Promise<void>, signal: AbortSignal): Promise<void> {
  const watchers = new Map<string, FSWatcher>();
  let wake: () => void = () => undefined;
  let changed = true;
  const notice = (): void => {
    changed = true;
    wake();
  };
  signal.addEventListener('abort', notice, { once: true });
  try {
    while (!signal.aborted) {
      if (!changed) {
        await new Promise<void>((resolve) => (wake = resolve));
        // Editors write a file in several steps.
        await new Promise((resolve) => setTimeout(resolve, 100));
        continue;
      }
      changed = false;
      const wanted = new Set(await folders());
      for (const [folder, watcher] of watchers) {
        if (wanted.has(folder)) continue;
        watcher.close();
        watchers.delete(folder);
      }
      for (const folder of wanted) {
        if (watchers.has(folder)) continue;
        const watcher = watchFolder(folder, notice);
        // A folder that is removed ends its own watching; its parent's change tells.
        watcher.on('error', () => {
          watcher.close();
          watchers.delete(folder);
        });
        watchers.set(folder, watcher);
      }
      await run();
    }
  } finally {
    // An open watcher would keep the process alive.
    for (const watcher of watchers.values()) watcher.close();
  }
}

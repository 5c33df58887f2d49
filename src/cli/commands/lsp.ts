/** `cookie-lint lsp`: the language server on standard input and output, until the client ends it. */
import { exit } from '../surroundings.js';

export async function lsp(): Promise<number> {
  const { serve } = await import('../../lsp/server.js');
  const connection = serve();
  await new Promise<void>((resolve) => connection.onExit(resolve));
  return exit.clean;
}

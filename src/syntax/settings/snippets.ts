/** Reads nginx configuration that stands inside a YAML value: the snippets of ingress annotations and ConfigMaps. */
import type { Node, Range, Statement } from '../ir.js';
import { childrenOf } from '../walk.js';
import { readNginx } from './nginx.js';

/** https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#configuration-snippet, …/configmap/#main-snippet */
const SNIPPET = /(?:^|[/.])(?:configuration|server|location|http|main|stream|auth)-snippet$/;

/** The directives of every snippet below some statements, with the ranges of the whole text. */
export function nginxSnippets(body: readonly Statement[], text: string): Statement[] {
  if (!text.includes('-snippet')) return [];
  // Between quotes with escapes in them stands another text than the one that nginx reads.
  const readable = snippetsBelow(body).filter(({ start, end }) => text[end] !== '"' || !text.slice(start, end).includes('\\'));
  return readable.flatMap((within) => readNginx(text, within).body);
}

function snippetsBelow(nodes: readonly Node[]): Range[] {
  return nodes.flatMap((node) => {
    if (!('kind' in node)) return snippetsBelow(childrenOf(node));
    if (node.kind !== 'property' || node.key.kind !== 'literal' || !SNIPPET.test(String(node.key.value)))
      return snippetsBelow(childrenOf(node));
    const { value } = node;
    return value.kind === 'literal' && value.content !== undefined ? [value.content] : [];
  });
}

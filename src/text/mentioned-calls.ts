/** Which texts may call a function of a name, and do not only declare one: in languages in which a declaration begins with its type. */

/** Words of C# and Java that stand before a call, and are no type. */
const BEFORE_CALLS =
  /(?<!\w)(?:return|await|new|throw|else|in|is|as|case|do|yield|and|or|not|when|where|select|from|on|equals|by|into|let|join|group|orderby|descending|ascending|with|checked|unchecked|stackalloc|goto|assert)\s+$/;
/** The end of a type: a name, `List<T>`, `T[]`; no comparison, arrow or question. */
const AFTER_TYPE = /(?:\w|\]|[^\s=>]>)\s+$/;
/** More of a text says nothing about the word that follows it. */
const LOOKED_BACK = 40;

/** Whether a text calls something of a name; where it cannot be told, it may. */
export function mayCall(path: string, text: string, name: string): boolean {
  if (!/\.(?:cs|java)$/.test(path) || !/^\w+$/.test(name)) return true;
  for (const { index } of text.matchAll(new RegExp(String.raw`(?<!\w)${name}\s*(?:\(|<)`, 'g'))) {
    const before = text.slice(Math.max(0, index - LOOKED_BACK), index);
    if (!AFTER_TYPE.test(before) || BEFORE_CALLS.test(before)) return true;
  }
  return false;
}

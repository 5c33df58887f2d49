// Calls of functions named `get` and `set` behind a property: `val secure = …` and on the next line `get("/login") { … }`.

/** `get() = …` is an accessor; with arguments, type arguments or a lambda it is a call. So is a `set` of more or other than one name. */
const CALL =
  /^([ \t]*)(get(?=[ \t]*(?:\((?!\s*\))|\{|<))|set(?=[ \t]*(?:\((?![ \t]*(?:@?\w+[ \t]+)*`?\w+`?[ \t]*(?::[^,()]*)?(?:,[ \t]*)?\))|\{|<)))/gm;

/** The text with those calls under names that the grammar does not take for accessors of the property above: of the same length. */
export const withoutAccessorWords = (text: string): string =>
  text.replace(CALL, (_, margin: string, word: string) => `${margin}${word.toUpperCase()}`);

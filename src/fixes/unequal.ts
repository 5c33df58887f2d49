/** The languages in which a comparison can be turned around: a variable that is missing differs from every text. */
export const UNEQUAL: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  javascript: { '===': '!==', '==': '!=' },
  python: { '==': '!=' },
  ruby: { '==': '!=' },
  php: { '===': '!==', '==': '!=' },
  go: { '==': '!=' },
  kotlin: { '==': '!=' },
  csharp: { '==': '!=' },
};

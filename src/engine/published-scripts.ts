/** Libraries that lie as files among the scripts of a page: they say what they are, and have the form in which such scripts are published. */

/** Folders whose files a server hands out as they are. */
const STATIC =
  /(?:^|\/)(?:public|static|assets|wwwroot|webroot|www|web|htdocs|media|resources|js|javascripts?|scripts|libs?|plugins|ext|external|contrib)\//i;
/** The comment at the beginning names a version and a licence, holder or home. */
const BANNER = /^\s*(?:\/\*[^]{0,3000}?\*\/|(?:\/\/[^\n]*\n\s*){2,40})/;
const VERSION = /\bv?\d+\.\d+(?:\.\d+)?(?:[-.]?(?:alpha|beta|rc)[.\d]*)?\b/i;
const HOLDER = /\blicen[sc]ed?\b|\bMIT\b|\bBSD\b|\bGPL\b|\bApache\b|copyright|\(c\)|©|@license|@author|https?:\/\//i;
/** https://github.com/umdjs/umd, https://learn.jquery.com/plugins/basic-plugin-creation/ */
const PUBLISHED =
  /\bdefine\.amd\b|typeof\s+(?:exports|module)\s*={2,3}\s*['"](?:object|undefined)['"]|\}\s*(?:\)\s*)?\(\s*(?:window\.)?(?:jQuery|Zepto)\b[^()]*\)/;

/** Whether a script is a published library by its banner, its form, and the minified copy beside it. `hasFile`: whether the repository has a file. */
export function isPublishedScript(path: string, text: string, hasFile: (path: string) => boolean): boolean {
  if (!/\.(?:c|m)?js$/.test(path) || !STATIC.test(path)) return false;
  const banner = BANNER.exec(text)?.[0];
  if (banner === undefined || !VERSION.test(banner) || !HOLDER.test(banner)) return false;
  return PUBLISHED.test(text) || ['.min.js', '-min.js'].some((end) => hasFile(path.replace(/\.(?:c|m)?js$/, end)));
}

/** The vocabulary in which a rule module states the facts of a framework: how its cookie surfaces are recognised and where Secure is decided. */
import type { Attribute, Confidence } from '../cookies/finding.js';
import type { LanguageId } from '../syntax/ir.js';
import type { Truth } from '../values/outcome.js';

/** A text that a file has to hold to be worth parsing; of a list it has to hold all. ASCII. */
export type Trigger = string | readonly string[];

/** One framework or library. The module of a rule is a page of facts. */
export interface Rule {
  /** What users type: `express`, `django`, `set-cookie`. Several modules may share an id (one per language). */
  readonly id: string;
  /** The product's name as its own documentation spells it. */
  readonly title: string;
  /** The languages whose files the surfaces appear in. */
  readonly languages: readonly LanguageId[];
  /** The framework's documentation of its cookies. */
  readonly docs: string;
  /**
   * Case-sensitive strings, one of which a file must contain for any surface to match (the prefilter reads raw bytes).
   * Choose rare ones: `.cookie(`, `SESSION_COOKIE`, not `secure`.
   */
  readonly triggers: readonly Trigger[];
  /** Package names whose presence in the app's manifest says that the framework is used. */
  readonly packages?: readonly string[];
  /** Servers in front of the apps write these cookies themselves: what they do to the apps' cookies does not reach them. */
  readonly infrastructure?: true;
  readonly surfaces: readonly Surface[];
}

export type AgeUnit = 'milliseconds' | 'minutes';

export type Surface = CookieSurface | PolicySurface | ProxySurface | ConditionSurface;

/** A place that makes the framework send a cookie, or configures one that it sends itself. */
export interface CookieSurface {
  /** The surface table's id: `express/res-cookie`. */
  readonly id: string;
  /** Its own documentation, where that is not the rule's. */
  readonly docs?: string;
  readonly kind: 'write' | 'session' | 'header' | 'client';
  readonly match: Match | readonly Match[];
  /** The cookie's name: where it is written, or the default that the framework uses. */
  readonly name?: Place | readonly Place[];
  readonly defaultName?: string;
  /** Whether the cookie carries or guards a session, when the name does not decide it (a session middleware's cookie always does). */
  readonly session?: boolean;
  /** Where each attribute is written. A list is tried in order; the first that is written counts. */
  readonly attributes: Readonly<Partial<Record<Attribute, Place | readonly Place[]>>> & { readonly secure: Place | readonly Place[] };
  /** What the library sends of the other attributes where the code says nothing. */
  readonly otherwise?: Readonly<Partial<Record<Exclude<Attribute, 'secure'>, string | number | boolean>>>;
  /** What the library counts ages in, where that is not seconds, as the header does. */
  readonly agesIn?: AgeUnit;
  /** What the cookie gets when Secure is not written. */
  readonly default: Default;
  /** Other defaults of versions before one of these, by package; where the manifest gives no version, `default` counts. */
  readonly olderDefault?: { readonly default: Default; readonly before: Readonly<Record<string, string>> };
  /** How the library reads the value; default: the language's truth. */
  readonly meaning?: Meaning;
  /** When the call deletes a cookie instead of setting one. Empty values with a past expiry are recognised without it. */
  readonly deletes?: Deletion;
  /** Policies (surface ids) that make it Secure wherever they are on in the same app. */
  readonly coveredBy?: readonly string[];
  /** What is written at the cookie itself wins over those policies: they are only defaults. */
  readonly ownWins?: true;
  /** Proxy surfaces (ids) whose presence makes a request-conditional cookie fine. */
  readonly proxy?: readonly string[];
  /** The cookie is only sent where one of these is written and not switched off: `xsrf_cookies=True`, a cookie's name that is None by default. */
  readonly needs?: readonly Place[];
  /** There is no cookie where one of these is false: `localeCookie: false`. */
  readonly unlessFalse?: readonly Place[];
  /** There is no cookie where the place holds one of these words: `identityStorage: 'localStorage'`. */
  readonly unlessWord?: { readonly place: Place | readonly Place[]; readonly words: readonly string[] };
  /** There is nothing to judge where the place holds an object made by one of these (by anything, where none is named): the object is judged itself. */
  readonly replacedBy?: { readonly place: Place | readonly Place[]; readonly paths?: readonly string[] };
  /** The library writes Secure with SameSite=None: even where it is switched off (`always`), or only where nobody says (`unset`). */
  readonly sameSiteNoneImplies?: 'always' | 'unset';
  /** The library writes Secure with Partitioned, even where it is switched off. */
  readonly partitionedImplies?: true;
  /**
   * The bare registration of a cookie: judged only where no other match of the same id in the app configures it. `once`: however
   * often it is registered, it is one cookie. Where several surfaces fit one call, the first that is judged speaks for all.
   */
  readonly registration?: true | 'once';
  /** Which of several cookies of the surface's id a match is about: authentication schemes. `*` = all of them. */
  readonly identity?: { readonly places: readonly Place[]; readonly otherwise: string } | { readonly always: string };
  /** Several places of an app may configure the same cookie: one that does not write Secure is silent where another does. */
  readonly shared?: true;
  /** The cookie is only sent in apps that have a match of one of these surfaces; asked only in those with a match of one of `seen`, where it is given. */
  readonly sentWith?: { readonly any: readonly string[]; readonly seen?: readonly string[] };
  /** There is no cookie of this surface where one of these is written: another object was given that writes it. */
  readonly unlessWritten?: readonly Place[];
  /** Nor where all of these are: each takes the place of one of the cookies that the surface stands for. */
  readonly unlessAllWritten?: readonly Place[];
  /** Where the request does not look like HTTPS, the framework sends no Secure cookie at all: without proxy trust that is a note. */
  readonly needsProxy?: true;
  /**
   * What the library does with a Secure cookie on a connection that looks plain to it, as behind a proxy that ends TLS and is not
   * trusted: it leaves the cookie out, or fails. There Secure is only a fix together with that trust.
   */
  readonly refusesPlain?: 'leaves out' | 'fails';
  /** The value of the cookie, for telling deletions. */
  readonly value?: Place | readonly Place[];
  /** It only configures a cookie that is sent anyway: where a condition keeps it from running, the default applies. */
  readonly configures?: true;
  /** Other surfaces that decide the same cookie: where the app has a match of one, this one says nothing. */
  readonly decidedBy?: readonly string[];
  /** PHP: it holds for the page that says it, and what that includes; see `src/project/php-pages.ts`. */
  readonly perPage?: true;
  /** The code of the app that reads the variable is judged itself: where some mentions it, this one says nothing. */
  readonly unlessRead?: true;
  /** Making the object sends nothing: where code that has a response at hand gives it to nobody, there is no cookie. */
  readonly inert?: true;
  /** Nothing in the repository can change it: the inventory lists it, and that is all. */
  readonly inventoryOnly?: true;
  /** How to write the fix where it does not follow from the place of `secure`. */
  readonly fix?: FixHint;
  /** Upper bound of the confidence (a match by name alone is `medium` or `low` already). */
  readonly confidence?: Confidence;
}

/** A switch that makes other cookies of the same app Secure. */
export interface PolicySurface {
  readonly id: string;
  /** Its own documentation, where that is not the rule's. */
  readonly docs?: string;
  readonly kind: 'policy';
  readonly match: Match | readonly Match[];
  readonly secure: Place | readonly Place[];
  /** PHP: it holds for the page that says it, and what that includes; see `src/project/php-pages.ts`. */
  readonly perPage?: true;
  /** What the policy does when its value is not written: a Talisman that is merely installed is on. */
  readonly default: Default;
  readonly meaning?: Meaning;
  /** Id of another surface (a condition) without a match of which, in the same app, the policy does nothing (`app.UseCookiePolicy()`). */
  readonly requires?: string;
  /** It stands in the configuration of a server in front of the app: how far it reaches is read off the configuration. */
  readonly reach?: Reach;
  /** It reaches only the cookies of this name; `~` before it makes it an expression, `~*` one without case. */
  readonly cookieName?: Place;
  /** What other places of the match must hold: a text that fits, or nothing at all; or a text that they must not hold. */
  readonly where?: readonly ({ readonly place: Place } & ({ readonly is: RegExp | 'absent' } | { readonly not: RegExp }))[];
  /**
   * A policy that is also a cookie configuration of its own is judged as one (`laravel/config-session-secure`).
   * Then these describe that cookie.
   */
  readonly cookie?: Pick<CookieSurface, 'name' | 'defaultName' | 'session' | 'proxy' | 'coveredBy' | 'refusesPlain' | 'fix'>;
}

/**
 * How far a switch of a server reaches: to every cookie that the app behind it sends (never to those of the page), where all
 * requests that the file passes on go through it. Otherwise, and in examples and conditional blocks, it covers nothing.
 */
export interface Reach {
  /** `root-path`: only cookies with `Path=/` are rewritten. */
  readonly cookies: 'all' | 'root-path';
  /** Directives that pass requests on. All of one group must see the policy; a file with none of them is asked for its top level only. */
  readonly passes: readonly (readonly string[])[];
  /** Other ways to pass requests on, whose cookies the policy never sees: a file with one of them covers nothing. */
  readonly blind?: readonly string[];
  /** A directive of the same name in an inner block replaces those of the outer blocks (nginx), instead of adding to them. */
  readonly replaces?: true;
  /** Blocks that are read as if they were not there: `<IfModule>`. */
  readonly transparent?: readonly string[];
  /** The same where their first word fits: `<Location "/">`. */
  readonly whole?: Readonly<Record<string, RegExp>>;
  /** Sections whose directives hold for the whole server: `http`. */
  readonly top?: readonly string[];
}

/** The cookie that a policy configures, as a surface of its own. */
export function cookieOf(policy: PolicySurface): CookieSurface | undefined {
  const { id, match, secure, default: otherwise, meaning, cookie } = policy;
  return cookie === undefined
    ? undefined
    : { id, kind: 'session', match, attributes: { secure }, default: otherwise, ...(meaning === undefined ? {} : { meaning }), ...cookie };
}

/** Proxy trust: with it a request's scheme is what the browser used. */
export interface ProxySurface {
  readonly id: string;
  readonly kind: 'proxy';
  readonly match: Match | readonly Match[];
  /** The value that switches it on; absent means that the match alone does. */
  readonly value?: Place;
  /** The value must be written: the match alone says nothing. */
  readonly written?: true;
  /** The value is made of constants, one of which it must hold. */
  readonly flags?: readonly string[];
  /** Id of a condition without a match of which, in the same app, it does nothing. */
  readonly requires?: string;
  /** The languages of the code whose requests it speaks about, where they are not those of the rule: settings files of a server. */
  readonly speaksFor?: readonly LanguageId[];
  /** The server ends TLS itself, or says that the connection does: then no part of the request tells otherwise. */
  readonly ofConnection?: true;
}

/** A switch that decides nothing by itself: policies may require it, and where the app has it cookies may not be sent. */
export interface ConditionSurface {
  readonly id: string;
  readonly kind: 'condition';
  readonly match: Match | readonly Match[];
}

/** What a missing value means. `mode-production` = on when the mode variable says production. */
export type Default = 'off' | 'on' | 'request' | 'mode-production';

// ------------------------------------------------------------------ match

export type Match = (
  | CallMatch
  | MethodMatch
  | RecordMatch
  | DeclaredMatch
  | AssignMatch
  | SettingMatch
  | VariableMatch
  | LabelsMatch
  | EntryMatch
  | PairMatch
  | ItemMatch
  | DecoratorMatch
  | ClassMatch
) &
  MatchConditions;

export interface MatchConditions {
  /** Only in files whose path (forward slashes, relative to the root) fits. */
  readonly file?: RegExp;
  /** Only in programs of these languages (of the rule's). */
  readonly languages?: readonly LanguageId[];
  /** The file must import or mention one of these modules (prefix of a module specifier). */
  readonly imports?: readonly string[];
  /** The app's manifest must name one of these packages. */
  readonly packages?: readonly string[];
  /** Only the first match of the surface in a file: an object that the framework hands out at every call. */
  readonly once?: true;
  /** The match is wrong where the file imports one of these. */
  readonly unlessImports?: readonly string[];
  /** The file's text must say this somewhere. */
  readonly mentions?: RegExp;
  /** The app's manifest must name the package in a version before this one (`1.3.0`). */
  readonly packageBefore?: readonly [name: string, version: string];
  /** The made object must be handed to one of these methods or functions / to none of them: as an argument, through a variable or a list. */
  readonly givenTo?: readonly Taker[];
  readonly notGivenTo?: readonly Taker[];
  /** What the call sends is a cookie that came with the request, as the expression finds it: the call is the match, and that cookie its object. */
  readonly sendsAgain?: { readonly argument: number; readonly from: RegExp };
  /** The match is wrong where the app's manifest names one of these. */
  readonly unlessPackages?: readonly string[];
  /** All of these settings must be written beside the match / none of them. */
  readonly writes?: readonly SettingBeside[];
  readonly unlessWrites?: readonly SettingBeside[];
  /** The file must have one of these calls or directives / none of them. */
  readonly calls?: readonly CallBeside[];
  readonly unlessCalls?: readonly CallBeside[];
  /** Not on a parameter of a function that the file itself calls: what is done there is judged with the object that the calls give. */
  readonly unlessHelper?: true;
  /** Nothing may take the made object: where something does, another surface judges it. */
  readonly unused?: true;
  /** The match is wrong where the class around it says this, with its bases; where there is none, the file. */
  readonly unlessAround?: RegExp;
  /** What the match makes must be written by the markup around it, or by who calls the function that gives it: refs of Vue. */
  readonly writtenOutside?: true;
  /** Only in a function whose name fits / not in one. */
  readonly inFunction?: RegExp;
  readonly unlessInFunction?: RegExp;
  /** Not where another method of the same object is called with such an argument: a deletion says `setMaxAge(0)` too. */
  readonly unlessCalled?: { readonly method: string; readonly source: RegExp };
  /** Not where such a call of the file runs whenever the match does: under no condition that the match is not under, in the same function or at the top of the file. */
  readonly unlessRun?: { readonly call: readonly string[]; readonly source: RegExp };
}

/** A setting by its key, as `SettingMatch` has it. An empty list is none. */
export interface SettingBeside {
  readonly setting: string | readonly string[];
  /** What is written for it: its text, without quotes. */
  readonly is?: RegExp;
  /** In another document of the file, or in any; otherwise in that of the match. */
  readonly within?: 'others' | 'file';
  /** Keys are compared without case, dashes and underscores. */
  readonly relaxed?: true;
}

/** A call by the path of what is called; a directive of a server's configuration by its name in lower case. */
export interface CallBeside {
  readonly call: readonly string[];
  /** The text of one of its arguments. */
  readonly source?: RegExp;
}

/**
 * A call or construction by the canonical path of what is called: `express-session`, `next/headers.cookies().set`,
 * `javax.servlet.http.Cookie`. `new` or not does not matter; Ruby's `X.new` is written with `.new`.
 */
export interface CallMatch extends ArgumentConditions {
  readonly call: string | readonly string[];
  /** Making a class of the repository that derives from it is the same, unless that class says this (then it configures itself). `only`: nothing else is. */
  readonly subclasses?: { readonly unlessSays: RegExp } | 'only';
}

/** A method call by its name and what its receiver is. */
export interface MethodMatch extends ArgumentConditions {
  readonly method: string | readonly string[];
  readonly receiver: Receiver;
}

export interface ArgumentConditions {
  /** Number of arguments: least and most. */
  readonly args?: readonly [least: number, most: number];
  /** Arguments that must be (or evaluate to) one of the given strings (compared without case), or fit an expression. By index. */
  readonly argument?: Readonly<Record<number, readonly string[] | RegExp>>;
  /** Named arguments of which one must be given. */
  readonly named?: readonly string[];
  /** The function, or the call that gives its receiver, is passed one of the type arguments, or any: `Configure<CookiePolicyOptions>`, `AddOptions<…>().Configure()`. */
  readonly typeArgument?: readonly string[] | true;
  /** The source text of arguments, by index: for regular expressions and the like. */
  readonly source?: Readonly<Record<number, RegExp>>;
  /** Arguments that must be a class of the repository which derives from one of these, by index; `says`: whether its body has to say something, or must not. */
  readonly derived?: Readonly<Record<number, { readonly from: readonly string[]; readonly says?: RegExp; readonly unlessSays?: RegExp }>>;
  /** A block or function argument must be there. */
  readonly lambda?: true;
  /** One of these words (without case) must be among the literal arguments / none of them. */
  readonly words?: readonly string[];
  readonly withoutWords?: readonly string[];
  /** The directive must stand in a block of one of these names, at whatever depth. */
  readonly inBlock?: readonly string[];
  /** Another directive of this name must stand in the same block. */
  readonly withDirective?: string;
}

/** How a receiver is told from a look-alike; any of the given ways is enough. The strongest way that fits gives the confidence. */
export interface Receiver {
  /** Canonical paths, `*` one segment, `**` anything: `express()`, `next/server.NextResponse.*()`. High confidence. */
  readonly paths?: readonly string[];
  /** Types of the variable, by their last segment or whole path: `express.Response`, `HttpServletResponse`. High confidence. */
  readonly types?: readonly string[];
  /** Position among the parameters of a handler function: Express handlers have the response second (1). Medium confidence. */
  readonly handler?: {
    readonly position: number;
    readonly least: number;
    readonly most: number;
    /** It is a member of that parameter: `ctx.cookies`. */ readonly member?: string;
  };
  /** Methods that give a class of such objects a method, whose `this` is one of them: Fastify's `decorateReply`. */
  readonly decoratedBy?: readonly string[];
  /** Conventional names of the variable or of the last property: `res`, `ctx.res`, `this.response`. Medium confidence. */
  readonly names?: readonly string[];
  /** Anything goes (the method's name is telling enough). Low confidence. */
  readonly any?: true;
  /** The arguments are telling (a header's name): whatever fits the receiver is certain. */
  readonly sure?: true;
  /** Paths that are certainly something else. */
  readonly not?: readonly string[];
}

/** A typed record: Go's `http.Cookie{…}`, Rust structs. */
export interface RecordMatch {
  readonly record: string | readonly string[];
}

/** Who takes an object: the last name of what is called, and how many arguments it has. */
export interface Taker {
  readonly name: string;
  readonly args?: number;
}

/** A variable declared with a type and no value, where that makes an object: Go's `var c http.Cookie`. */
export interface DeclaredMatch {
  readonly declared: string | readonly string[];
}

/** An assignment by the canonical path of its target: `document.cookie`, `**.session.cookie.secure`, Ruby `cookies[]`. */
export interface AssignMatch {
  readonly assign: string | readonly string[];
  /** The assigned value must be a record / a call / anything (default). */
  readonly value?: 'record' | 'text';
  /** The assigned value must be one of these words (without case), literally. */
  readonly is?: readonly string[];
  /** The target must be written with a key in brackets: `jar['name'] = …`, not `jar.name = …`. */
  readonly target?: 'subscript';
}

/**
 * A settings key: `server.servlet.session.cookie.secure` in any settings language (nested or dotted), or a key of a
 * config record in code (`return ['secure' => …]` in `config/session.php`). `*` stands for one key, `**` for any.
 */
export interface SettingMatch {
  readonly setting: string | readonly string[];
  /** Keys compare without case, dashes and underscores. */
  readonly relaxed?: boolean;
  /** The match is wrong where the whole key says this: labels are keys with dots in them. */
  readonly unlessKey?: RegExp;
  /** Match the section itself although the deciding key may be missing in it; `secure` is then a `field` place inside. */
  readonly section?: boolean;
  /** Placeholder syntax inside values. */
  readonly placeholders?: 'spring' | 'shell' | 'symfony' | 'nette';
  /** The value must be one of these texts (without case). */
  readonly is?: readonly string[];
}

/**
 * An environment variable or command line flag that a deployment file gives a program: `NAME=x` in a dotenv file or a list, `NAME: x`
 * under a key, `{ name: NAME, value: x }`, `ENV NAME=x`, `--flag=x`. The match's value is what it is given.
 */
export interface VariableMatch {
  readonly variable: readonly string[] | RegExp;
}

/** The labels or annotations `<prefix>.<option>=<value>` of a file. The expression's first group is the prefix, the second the option; the options of each prefix become a record, the match's value. */
export interface LabelsMatch {
  readonly labels: RegExp;
}

/** A record in code that is an element or an argument under a key anywhere: `{ headers: { 'Set-Cookie': … } }`. */
export interface EntryMatch {
  /** Key path from the outer record to the entry, compared without case: `headers.set-cookie`. */
  readonly entry: string | readonly string[];
  /** Keys that must stand beside the entry: with one of these texts (without case), or with anything. */
  readonly beside?: Readonly<Record<string, readonly string[] | RegExp | true>>;
  /** Keys that must stand in the record around the outermost key of the path: `statusCode` beside `headers`. */
  readonly around?: readonly string[];
  /** Names of the functions or methods, one of which the records must be an argument of: `writeHead`. */
  readonly within?: readonly string[];
  /** The records are given under one of these names: `cookies={"a": "b"}`. Then the path may be `*`. */
  readonly under?: readonly string[];
}

/** Two neighbours in a list, the first of which is the given text (without case): `['Set-Cookie', value]`. The match's value is the second. */
export interface PairMatch {
  readonly pair: string;
}

/** An item of a list that is the given text: `'strapi::session'`. */
export interface ItemMatch {
  readonly item: string;
}

/** A decorator / annotation call: Nest's `@Header('Set-Cookie', …)`. The match is the decorator. */
export interface DecoratorMatch {
  readonly decorator: string | readonly string[];
  readonly argument?: Readonly<Record<number, readonly string[] | RegExp>>;
}

/** A class by its bases, name or the settings it declares: Flask's `class ProductionConfig(Config)`. */
export interface ClassMatch {
  readonly class: {
    readonly bases?: readonly string[];
    readonly name?: RegExp;
    readonly member?: string;
    /** The methods of the names that take a parameter of the type; lambda places look at what they do to it. */
    readonly configures?: { readonly methods: readonly string[]; readonly type: string };
  };
}

// ------------------------------------------------------------------ places

/**
 * Where a value is found, seen from the match. `plain`: what is written there may be the cookie's text instead of its
 * options (Ruby's `cookies[:a] = 'b'`); then none of them is written.
 */
export type Place =
  /** An argument by position and/or name, and a key path inside it; `()` in the path calls a function. */
  | { readonly at: 'argument'; readonly index?: number; readonly name?: string; readonly path?: readonly string[]; readonly plain?: true }
  /** A property of the made object: initialiser entry, struct field, or assigned later (`c.Secure = true`). */
  | { readonly at: 'property'; readonly path: readonly string[] }
  /** A method called on the made object, in its chain or later: `setSecure(x)`, `.secure(x)`; without argument it means true. */
  | {
      readonly at: 'setter';
      readonly methods: readonly string[];
      readonly argument?: number;
      readonly implied?: boolean;
      /** The first argument must be this text (without case): `setAttribute("Secure", …)`. */ readonly first?: string;
      /** The setter takes a function; these setters of its parameter decide: `setCookieCustomizer(c -> c.secure(true))`. */ readonly configures?: readonly string[];
      /** Only this value counts: `setSecureRequestOnly(false)`. */ readonly only?: boolean;
    }
  /** A property or setter of the parameter of a function argument or block: `o => { o.Cookie.SecurePolicy = x; }`. */
  | { readonly at: 'lambda'; readonly path: readonly string[]; readonly setter?: boolean }
  /** The assigned value or the value of the setting, and a key path inside it. */
  | { readonly at: 'value'; readonly path?: readonly string[]; readonly plain?: true }
  /** In the text of a Set-Cookie header or of `document.cookie`: in the argument / value that `text` names. */
  | { readonly at: 'text'; readonly text: Place; /** The text begins after `name=value;`. */ readonly attributesOnly?: true }
  /** A word among the literal arguments: HAProxy's `secure`. */
  | { readonly at: 'word'; readonly word: string | RegExp; readonly from?: number }
  /** A directive of the same block, else of the nearest block around it: whether it has the word, or its argument. */
  | { readonly at: 'directive'; readonly name: string; readonly word?: string; readonly argument?: number }
  /** An argument of the first directive of that name before the match in the same block: written where there is one. */
  | { readonly at: 'before'; readonly name: string }
  /** What the first group that took part of an expression captures from a text; nothing where it does not fit. */
  | { readonly at: 'part'; readonly of: Place; readonly pattern: RegExp }
  /** Whether a list holds the text, or a record that has it under the key: `attributes: [{ name: Secure }]`. */
  | { readonly at: 'listed'; readonly list: Place; readonly key: string; readonly is: string }
  /** The name by which the cookie that is sent again was asked for. */
  | { readonly at: 'sent-name' }
  /** Decided by something that is not in the repository. */
  | { readonly at: 'elsewhere'; readonly by: string }
  /** A key of the record that the match stands in (a settings section or config array). */
  | { readonly at: 'sibling'; readonly key: string; readonly path?: readonly string[] }
  /** The key of a matched entry, or the last segment of an assignment's target. */
  | { readonly at: 'key' }
  /** The key of the object whose property is written: `sid` of `Response.Cookies["sid"].Value = …`. */
  | { readonly at: 'owner-key' }
  /**
   * What is stored later under a key (without case) of the element that the assignment made: `jar['x']['secure'] = True`.
   * Where a property of the element is assigned, what another property of it gets: `cookies["x"].Secure = true`.
   */
  | { readonly at: 'element'; readonly key: string }
  /** Another property of the object that is written to, or whose method is called: `sid.secure` of `sid.value = 'x'`. */
  | { readonly at: 'owner'; readonly property: string; readonly path?: readonly string[] }
  /** An argument of the call that made the receiver: defaults given to a constructor. */
  | { readonly at: 'maker'; readonly index: number; readonly path: readonly string[] }
  /** Whether a URL, there or in an environment variable, begins with `https:`. */
  | { readonly at: 'https'; readonly url: Place | { readonly variable: string } }
  /** A member of the matched class, its own or inherited. */
  | { readonly at: 'member'; readonly name: string }
  /** True where the same file calls one of these, under the conditions of the call. */
  | { readonly at: 'called'; readonly paths: readonly string[] }
  /** What the last call of one of these before the match, in the same file, is given there; `first`: only calls with this first argument. */
  | { readonly at: 'told'; readonly paths: readonly string[]; readonly argument: number; readonly first?: string }
  /** What the constructor of the repository's class, which derives from the library's, hands to that: `"id"` of `super("id", value)`. */
  | { readonly at: 'given-to-base'; readonly index: number }
  /** A setter (or its property) on what any call of the same function or getter in the file gives: `context.getSessionCookieConfig().setSecure(true)`. */
  | {
      readonly at: 'repeated';
      readonly methods: readonly string[];
      /** The getter, where it is not the match itself. */ readonly getter?: string;
    }
  /** What production has for a setting of a framework: of its project model, by the id of its rule. */
  | { readonly at: 'setting'; readonly of: string; readonly key: string }
  /** Always the same. */
  | { readonly at: 'fixed'; readonly value: string | number | boolean };

export const argument = (index: number, ...path: string[]): Place => ({ at: 'argument', index, ...(path.length === 0 ? {} : { path }) });
/** A keyword argument that may also be given by position. */
export const keyword = (name: string, index?: number): Place => ({ at: 'argument', name, ...(index === undefined ? {} : { index }) });
export const property = (...path: string[]): Place => ({ at: 'property', path });
export const setter = (...methods: string[]): Place => ({ at: 'setter', methods });
export const repeated = (...methods: string[]): Place => ({ at: 'repeated', methods });
export const lambda = (...path: string[]): Place => ({ at: 'lambda', path });
export const lambdaSetter = (...path: string[]): Place => ({ at: 'lambda', path, setter: true });
export const value = (...path: string[]): Place => ({ at: 'value', ...(path.length === 0 ? {} : { path }) });
export const text = (at: Place): Place => ({ at: 'text', text: at });
export const word = (wanted: string | RegExp, from = 0): Place => ({ at: 'word', word: wanted, from });
export const owner = (name: string): Place => ({ at: 'owner', property: name });
export const httpsOf = (url: Place | { readonly variable: string }): Place => ({ at: 'https', url });
export const directive = (name: string, of: { readonly word?: string; readonly argument?: number }): Place => ({
  at: 'directive',
  name,
  ...of,
});
export const key: Place = { at: 'key' };
export const member = (name: string): Place => ({ at: 'member', name });
export const element = (under: string): Place => ({ at: 'element', key: under });
export const fixed = (always: string | number | boolean): Place => ({ at: 'fixed', value: always });
export const sibling = (key: string): Place => ({ at: 'sibling', key });

/** The attributes of an options object with the usual camel-case keys, below an argument (and a path in it). */
export function options(index: number, ...path: string[]): CookieSurface['attributes'] {
  const at = (key: string): Place => argument(index, ...path, key);
  return {
    secure: at('secure'),
    httpOnly: at('httpOnly'),
    sameSite: at('sameSite'),
    domain: at('domain'),
    path: at('path'),
    maxAge: at('maxAge'),
    expires: at('expires'),
    partitioned: at('partitioned'),
  };
}

/** Python-style keyword arguments. `index` is the position of each where the signature allows it. */
export function keywords(index: Readonly<Partial<Record<Attribute, number>>> = {}): CookieSurface['attributes'] {
  const at = (name: string, attribute: Attribute): Place => keyword(name, index[attribute]);
  return {
    secure: at('secure', 'secure'),
    httpOnly: at('httponly', 'httpOnly'),
    sameSite: at('samesite', 'sameSite'),
    domain: at('domain', 'domain'),
    path: at('path', 'path'),
    maxAge: at('max_age', 'maxAge'),
    expires: at('expires', 'expires'),
    partitioned: at('partitioned', 'partitioned'),
  };
}

/** All attributes inside a Set-Cookie text. */
export function header(at: Place): CookieSurface['attributes'] {
  const inside = text(at);
  return {
    secure: inside,
    httpOnly: inside,
    sameSite: inside,
    domain: inside,
    path: inside,
    maxAge: inside,
    expires: inside,
    partitioned: inside,
  };
}

// ------------------------------------------------------------------ meaning

export interface Meaning {
  /** Truth of plain values; default is the language's own. `strict` reads settings words (`true`, `on`, `1`). */
  readonly truth?: Truth;
  /** Words or enumeration constants (by their last segments) that mean something of their own. */
  readonly words?: Readonly<Record<string, 'on' | 'off' | 'request'>>;
  /** The value means the opposite: `insecure: true`. */
  readonly inverted?: boolean;
  /** True means that Secure follows the request. */
  readonly trueIs?: 'request';
  /** null means the default (Laravel), not false. */
  readonly nullIsDefault?: boolean;
  /** JavaScript: the library spreads the given options over its defaults, so that \`undefined\` replaces them too. */
  readonly undefinedOverrides?: true;
  /**
   * From one of these versions on the library writes whatever is neither null nor false as the attribute's value (`Secure=0`), which
   * browsers ignore: https://www.rfc-editor.org/rfc/rfc6265#section-5.2.5. Where the manifest gives no version, `truth` counts.
   */
  readonly anyValueSince?: Readonly<Record<string, string>>;
}

export type Deletion =
  | { readonly when: 'value-empty-or-null'; readonly value: Place }
  /** The cookie is a deletion when this attribute is zero or negative (Max-Age). Included by default. */
  | { readonly when: 'always' }
  /** The object is turned into a removal by one of these methods: `cookie.make_removal()`. */
  | { readonly when: 'method'; readonly methods: readonly string[] };

// ------------------------------------------------------------------ fixes

export interface FixHint {
  /** Text of the value that means "on" where the language's true is not it: `CookieSecurePolicy.Always`. */
  readonly on?: string;
  /** Statement or chain call to add for setters: `{object}.setSecure(true);`, `.secure(true)`. */
  readonly insert?: string;
  /**
   * What to pass for the positional arguments before Secure's that a call leaves out, by index: with `['', "''", '0', "''", "''"]`
   * `setcookie('a', $b)` becomes `setcookie('a', $b, 0, '', '', true)`.
   */
  readonly fill?: readonly string[];
  /** What is written instead of a call that has no more than its first argument, and takes no options. */
  readonly instead?: string;
  /**
   * A statement of its own beside the matched call, which takes no options for the cookie; `{receiver}` is what the call is made on:
   * `{receiver}.ConfigureApplicationCookie(…)`. `of`: what that is called; `imports`: what the file must name for it, else that is to be checked.
   */
  readonly beside?: { readonly statement: string; readonly of: RegExp; readonly imports?: string };
  /** A statement that has to come before the matched one: a command of a queue. `{owner}` is what the matched call is made on. */
  readonly ahead?: string;
  /** How the program trusts one proxy in front of it. */
  readonly trust?:
    | {
        /** The object that is told, by the path of what makes it: `express()`. */
        readonly object: readonly string[];
        /** The statement, with `{object}` for that object. */
        readonly statement: string;
      }
    | {
        /** What has to be so elsewhere, after "check that": `config.proxy` is true. */
        readonly elsewhere: string;
      };
  /**
   * What is written instead of the matched call where nothing can be added to it: `{owner}` is what its function belongs to, `{callee}` the
   * call up to its arguments, `{args}` these, of which there must be `args`. `check`: what a person has to see to before. `since`: the version of a package that the text is for, and what
   * is written before; where the version is not known, somebody has to check it.
   */
  readonly rewritten?: {
    readonly text: string;
    readonly args: number;
    readonly languages?: readonly LanguageId[];
    readonly since?: { readonly package: string; readonly version: string; readonly before: string };
    readonly check?: string;
  };
  /** What to do by hand where there is no edit, and why there is none: two sentences. */
  readonly byHand?: string;
  /** The fix is never applied without being asked for, and why (shown in the title). */
  readonly unsafe?: string;
}

export const defineRule = (rule: Rule): Rule => rule;

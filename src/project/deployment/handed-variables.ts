/** Variables that a deployment file gives a program out of another file: keys of ConfigMaps and Secrets, Compose's `env_file`, values of a Helm chart. */
import type { Expression, Node, Program, Property, RecordExpression } from '../../syntax/ir.js';
import { dotenvLanguage } from '../../syntax/settings/dotenv.js';
import { flattenSettings, settingsRecords } from '../../syntax/settings/flatten.js';
import { childrenOf } from '../../syntax/walk.js';
import type { GivenElsewhere } from '../../values/links.js';
import { fileMode } from '../file-modes.js';
import { folderOf, foldersUp, joinPath, within } from '../links/paths.js';
import type { WorkspaceFiles } from '../workspace.js';
import { nearness } from './nearness.js';

/** Texts without one of these give nothing out of another file. */
export const HANDS_ON = /\b(?:configMapKeyRef|secretKeyRef|configMapRef|secretRef|env_file)\b|\.Values\./;
/** Folders and files of other environments than production: overlays of kustomize, value files of Helm. */
const OTHER_ENVIRONMENT = /(?:^|[/._-])(?:dev|develop|development|local|test|testing|staging|stage|qa|e2e|ci|preview)(?=[/._-])/i;

/** An object of a cluster that holds data under keys. */
interface DataObject {
  readonly kind: string;
  readonly name: string;
  readonly program: Program;
  readonly entries: readonly Property[];
}

const states = new WeakMap<WorkspaceFiles, Deployment>();

/** The variables that a file gives out of other files. */
export function handedVariables(program: Program, workspace: WorkspaceFiles): readonly GivenElsewhere[] {
  if ((program.language !== 'yaml' && program.language !== 'json') || !HANDS_ON.test(program.text)) return [];
  let state = states.get(workspace);
  if (state === undefined) states.set(workspace, (state = new Deployment(workspace)));
  return state.of(program);
}

class Deployment {
  readonly #workspace: WorkspaceFiles;
  readonly #known = new WeakMap<Program, readonly GivenElsewhere[]>();
  readonly #dotenv = new Map<string, Program | undefined>();
  #objects: readonly DataObject[] | undefined;

  constructor(workspace: WorkspaceFiles) {
    this.#workspace = workspace;
  }

  of(program: Program): readonly GivenElsewhere[] {
    let found = this.#known.get(program);
    if (found === undefined) {
      const given: GivenElsewhere[] = [];
      const visit = (node: Node): void => {
        if ('kind' in node && node.kind === 'record') given.push(...this.#ofRecord(node, program));
        for (const child of childrenOf(node)) visit(child);
      };
      for (const statement of program.body) visit(statement);
      this.#known.set(program, (found = given));
    }
    return found;
  }

  #ofRecord(record: RecordExpression, program: Program): GivenElsewhere[] {
    const name = textAt(record, 'name', program) ?? textAt(record, 'key', program);
    const valueFrom = recordAt(record, 'valueFrom');
    const given: GivenElsewhere[] = [];
    if (name !== undefined && valueFrom !== undefined) given.push(...this.#ofKey(name, valueFrom, program));
    for (const entry of record.entries) {
      if (entry.kind !== 'property' || entry.key.kind !== 'literal') continue;
      const key = String(entry.key.value);
      if (key === 'envFrom' && entry.value.kind === 'list')
        given.push(...entry.value.items.flatMap(({ value }) => (value.kind === 'record' ? this.#ofSource(value, program) : [])));
      else if (key === 'env_file') given.push(...this.#ofEnvFile(entry.value, program));
      else {
        // `- name: V` with a value, or `V: value`.
        const variable = key === 'value' ? name : key;
        const chart = variable === undefined ? undefined : this.#ofChart(variable, entry.value, program);
        if (chart !== undefined) given.push(chart);
      }
    }
    return given;
  }

  /** https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/#define-container-environment-variables-using-configmap-data */
  #ofKey(name: string, valueFrom: RecordExpression, program: Program): GivenElsewhere[] {
    for (const [reference, kind] of [
      ['configMapKeyRef', 'ConfigMap'],
      ['secretKeyRef', 'Secret'],
    ] as const) {
      const of = recordAt(valueFrom, reference);
      const [object, key] = of === undefined ? [] : [textAt(of, 'name', program), textAt(of, 'key', program)];
      if (object === undefined || key === undefined) continue;
      const found = this.#object(kind, object, program);
      const entry = found?.entries.find((one) => one.key.kind === 'literal' && one.key.value === key);
      if (found !== undefined && entry !== undefined) return [{ name, program: found.program, node: entry, value: entry.value }];
    }
    return [];
  }

  /** https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#environment-variables: all keys, with a prefix. */
  #ofSource(source: RecordExpression, program: Program): GivenElsewhere[] {
    const prefix = textAt(source, 'prefix', program) ?? '';
    return (
      [
        ['configMapRef', 'ConfigMap'],
        ['secretRef', 'Secret'],
      ] as const
    ).flatMap(([reference, kind]) => {
      const of = recordAt(source, reference);
      const name = of === undefined ? undefined : textAt(of, 'name', program);
      const found = name === undefined ? undefined : this.#object(kind, name, program);
      return found === undefined
        ? []
        : found.entries.flatMap((entry) =>
            entry.key.kind === 'literal'
              ? [{ name: `${prefix}${String(entry.key.value)}`, program: found.program, node: entry, value: entry.value }]
              : [],
          );
    });
  }

  /** https://docs.docker.com/reference/compose-file/services/#env_file: a path, paths, or records with a path. */
  #ofEnvFile(value: Expression, program: Program): GivenElsewhere[] {
    const items = value.kind === 'list' ? value.items.map((item) => item.value) : [value];
    return items.flatMap((item) => {
      const path = item.kind === 'record' ? textAt(item, 'path', program) : item.kind === 'literal' ? String(item.value) : undefined;
      const file = path === undefined ? undefined : joinPath(folderOf(program.path), path);
      const loaded = file === undefined || OTHER_ENVIRONMENT.test(file) ? undefined : this.#dotenvFile(file);
      if (loaded === undefined) return [];
      return settingsRecords(loaded).flatMap(({ entries }) =>
        entries.flatMap((entry) =>
          entry.kind === 'property' && entry.key.kind === 'literal'
            ? [{ name: String(entry.key.value), program: loaded, node: entry, value: entry.value }]
            : [],
        ),
      );
    });
  }

  /** A file of variables, whatever its name. */
  #dotenvFile(file: string): Program | undefined {
    if (!this.#dotenv.has(file)) {
      const own = this.#workspace.has(file) ? this.#workspace.programOf(file) : undefined;
      const text = own?.language === 'dotenv' || !this.#workspace.has(file) ? undefined : this.#workspace.textOf(file);
      this.#dotenv.set(file, own?.language === 'dotenv' ? own : text === undefined ? undefined : dotenvLanguage.lower(text, file));
    }
    return this.#dotenv.get(file);
  }

  /** https://helm.sh/docs/chart_template_guide/values_files/: what production's values file says, else the chart's own. */
  #ofChart(name: string, value: Expression, program: Program): GivenElsewhere | undefined {
    if (value.kind === 'record' || value.kind === 'list') return undefined;
    const text = program.text.slice(value.start, value.end);
    const path = /^["']?\{\{-?\s*(?:default\s+\S+\s+)?\(?\.Values\.([\w.]+)\)?\s*(?:\|[^}]*)?-?\}\}["']?$/.exec(text)?.[1];
    const chart =
      path === undefined
        ? undefined
        : [...foldersUp(folderOf(program.path))].find((folder) => this.#workspace.has(within(folder, 'Chart.yaml')));
    if (path === undefined || chart === undefined) return undefined;
    const files = this.#workspace.files.filter(
      (file) =>
        /(?:^|\/)values[\w.-]*\.ya?ml$/.test(file) &&
        nearness(file, within(chart, 'Chart.yaml')) >= chart.split('/').length - 1 &&
        !OTHER_ENVIRONMENT.test(file),
    );
    const ranked = [
      ...files.filter((file) => fileMode(file) === 'production' || /prod/i.test(file)),
      ...files.filter((file) => file === within(chart, 'values.yaml') || file === within(chart, 'values.yml')),
    ];
    for (const file of ranked) {
      const values = this.#workspace.programOf(file);
      const found =
        values === undefined
          ? undefined
          : settingsRecords(values)
              .flatMap(flattenSettings)
              .findLast(({ joined }) => joined === path);
      if (values !== undefined && found !== undefined)
        return { name, program: values, node: found.entry, value: found.value, insteadOf: value };
    }
    return undefined;
  }

  /** The object of a name that stands nearest to who refers to it. */
  #object(kind: string, name: string, from: Program): DataObject | undefined {
    this.#objects ??= this.#workspace.files
      .filter(
        (file) => /\.(?:ya?ml|json)$/.test(file) && !OTHER_ENVIRONMENT.test(file) && HOLDS_DATA.test(this.#workspace.textOf(file) ?? ''),
      )
      .flatMap((file) => this.#workspace.programsOf(file).flatMap(objectsIn));
    const named = this.#objects.filter((one) => one.kind === kind && one.name === name);
    return named.sort((a, b) => nearness(from.path, b.program.path) - nearness(from.path, a.program.path))[0];
  }
}

const HOLDS_DATA = /\b(?:kind["']?\s*:\s*["']?(?:ConfigMap|Secret)\b|configMapGenerator|secretGenerator)/;

/** ConfigMaps and Secrets, and those that kustomize makes: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/configmapgenerator/. */
function objectsIn(program: Program): DataObject[] {
  return settingsRecords(program).flatMap((document) => {
    const kind = textAt(document, 'kind', program);
    const metadata = recordAt(document, 'metadata');
    const name = metadata === undefined ? undefined : textAt(metadata, 'name', program);
    if ((kind === 'ConfigMap' || kind === 'Secret') && name !== undefined)
      return [
        {
          kind,
          name,
          program,
          entries: [
            ...propertiesAt(document, 'data').map((entry) => (kind === 'Secret' ? decoded(entry) : entry)),
            ...propertiesAt(document, 'stringData'),
          ],
        },
      ];
    return (
      [
        ['configMapGenerator', 'ConfigMap'],
        ['secretGenerator', 'Secret'],
      ] as const
    ).flatMap(([key, made]) => {
      const list = entryAt(document, key)?.value;
      return list?.kind !== 'list'
        ? []
        : list.items.flatMap(({ value }) => (value.kind === 'record' ? generated(value, made, program) : []));
    });
  });
}

function generated(record: RecordExpression, kind: string, program: Program): DataObject[] {
  const name = textAt(record, 'name', program);
  const literals = entryAt(record, 'literals')?.value;
  if (name === undefined || literals?.kind !== 'list') return [];
  const entries = literals.items.flatMap(({ value }): Property[] => {
    const [, key, written] = (value.kind === 'literal' ? /^([^=]+)=(.*)$/s.exec(String(value.value)) : null) ?? [];
    const range = { start: value.start, end: value.end };
    return key === undefined
      ? []
      : [
          {
            kind: 'property',
            ...range,
            key: { kind: 'literal', value: key, ...range },
            value: { kind: 'literal', value: written ?? '', ...range },
          },
        ];
  });
  return [{ kind, name, program, entries }];
}

/** The data of a Secret is written in base64. */
function decoded(entry: Property): Property {
  const { value } = entry;
  if (value.kind !== 'literal' || typeof value.value !== 'string') return entry;
  return {
    ...entry,
    value: { kind: 'literal', value: Buffer.from(value.value, 'base64').toString('utf8'), start: value.start, end: value.end },
  };
}

const entryAt = (record: RecordExpression, key: string): Property | undefined =>
  record.entries.find((entry): entry is Property => entry.kind === 'property' && entry.key.kind === 'literal' && entry.key.value === key);

function recordAt(record: RecordExpression, key: string): RecordExpression | undefined {
  const value = entryAt(record, key)?.value;
  return value?.kind === 'record' ? value : undefined;
}

const propertiesAt = (record: RecordExpression, key: string): Property[] =>
  (recordAt(record, key)?.entries ?? []).filter((entry): entry is Property => entry.kind === 'property');

/** A word as it is written: names of charts hold templates, which are the same wherever they mean the same. */
function textAt(record: RecordExpression, key: string, program: Program): string | undefined {
  const value = entryAt(record, key)?.value;
  if (value === undefined || value.kind === 'record' || value.kind === 'list') return undefined;
  return value.kind === 'literal' && value.value !== null ? String(value.value) : program.text.slice(value.start, value.end);
}

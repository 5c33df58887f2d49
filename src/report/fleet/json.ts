/** A fleet as JSON, version 1 (schemas/fleet.schema.json). */
import { jsonApp } from '../json.js';
import type { FleetFormat } from './formats.js';

export const json: FleetFormat = ({ repositories, verdicts, kinds, missing }, { tool }) =>
  `${JSON.stringify(
    {
      version: 1,
      tool: { name: tool.name, version: tool.version },
      summary: { repositories: repositories.length, verdicts, kinds, missing },
      repositories: repositories.map(({ apps, ...repository }) => ({ ...repository, apps: apps.map(jsonApp) })),
    },
    null,
    2,
  )}\n`;

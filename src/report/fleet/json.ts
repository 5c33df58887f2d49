/** A fleet as JSON, version 1 (schemas/fleet.schema.json). */
import type { FleetFormat } from './formats.js';

export const json: FleetFormat = ({ repositories, verdicts, kinds, missing }, { tool }) =>
  `${JSON.stringify(
    {
      version: 1,
      tool: { name: tool.name, version: tool.version },
      summary: { repositories: repositories.length, verdicts, kinds, missing },
      repositories: repositories.map(({ apps, ...repository }) => ({
        ...repository,
        apps: apps.map(({ root, frameworks, verdict, score, bestScore, reasons, undecided }) => ({
          root,
          frameworks,
          verdict,
          score,
          bestScore,
          reasons,
          undecided,
        })),
      })),
    },
    null,
    2,
  )}\n`;

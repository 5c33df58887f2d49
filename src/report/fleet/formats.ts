/** The formats of a fleet by name, each loaded when it is asked for. */
import type { Fleet } from './fleet.js';

export interface FleetOptions {
  readonly tool: { readonly name: string; readonly version: string };
  readonly color: boolean;
}

export type FleetFormat = (fleet: Fleet, options: FleetOptions) => string;

export const fleetFormats = {
  pretty: async () => (await import('./pretty.js')).pretty,
  json: async () => (await import('./json.js')).json,
  csv: async () => (await import('./csv.js')).csv,
  html: async () => (await import('./html.js')).html,
} as const satisfies Readonly<Record<string, () => Promise<FleetFormat>>>;

export type FleetFormatName = keyof typeof fleetFormats;

export const fleetFormatNames = Object.keys(fleetFormats) as readonly FleetFormatName[];

/** The project models: how each framework's settings reach production. */
import type { ProjectModel } from '../src/project/model.js';

export const models: readonly ProjectModel[] = [];

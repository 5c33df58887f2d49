/** The project models: how each framework's settings reach production. */
import { djangoModel } from '../src/project/django-settings.js';
import type { ProjectModel } from '../src/project/model.js';
import { djangoFacts } from './python/django-settings.js';

export const models: readonly ProjectModel[] = [djangoModel(djangoFacts)];

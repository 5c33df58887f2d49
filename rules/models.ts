/** The project models: how each framework's settings reach production. */
import { djangoModel } from '../src/project/django-settings.js';
import { flaskModel } from '../src/project/flask-config.js';
import type { ProjectModel } from '../src/project/model.js';
import { railsModel } from '../src/project/rails-settings.js';
import { djangoFacts } from './python/django-settings.js';
import { flaskFacts } from './python/flask-settings.js';
import { railsFacts } from './ruby/rails.js';

export const models: readonly ProjectModel[] = [djangoModel(djangoFacts), flaskModel(flaskFacts), railsModel(railsFacts)];

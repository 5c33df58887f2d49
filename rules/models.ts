/** The project models: how each framework's settings reach production. */
import { aspnetModel } from '../src/project/aspnet-settings.js';
import { djangoModel } from '../src/project/django-settings.js';
import { flaskModel } from '../src/project/flask-config.js';
import { jvmModel } from '../src/project/jvm-settings.js';
import type { ProjectModel } from '../src/project/model.js';
import { laravelModel } from '../src/project/laravel-settings.js';
import { railsModel } from '../src/project/rails-settings.js';
import { aspnetFacts } from './csharp/aspnet-config.js';
import { jvmFacts } from './java/index.js';
import { djangoFacts } from './python/django-settings.js';
import { flaskFacts } from './python/flask-settings.js';
import { symfonyModel } from '../src/project/symfony-settings.js';
import { symfonyFacts } from './php/symfony.js';
import { railsFacts } from './ruby/rails.js';

export const models: readonly ProjectModel[] = [
  aspnetModel(aspnetFacts),
  djangoModel(djangoFacts),
  flaskModel(flaskFacts),
  railsModel(railsFacts),
  laravelModel,
  symfonyModel(symfonyFacts),
  ...jvmFacts.map(jvmModel),
];

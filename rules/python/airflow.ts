/** Apache Airflow: the session cookie of its web server, in airflow.cfg, in Helm values and in the environment of its containers. */
import { defineRule, value, type CookieSurface, type Match } from '../../src/matching/surface.js';

/** Also app/airflow of the surface table. https://airflow.apache.org/docs/apache-airflow-providers-fab/stable/configurations-ref.html: [webserver] in 2.x, [fab] in 3.x. */
const surface = (match: Match | readonly Match[]): CookieSurface => ({
  id: 'airflow/cookie-secure',
  kind: 'session',
  match,
  defaultName: 'session',
  session: true,
  attributes: { secure: value() },
  default: 'off',
  meaning: { truth: 'strict' },
});

const keys = ['webserver.cookie_secure', 'fab.cookie_secure'];
const variables = ['AIRFLOW__WEBSERVER__COOKIE_SECURE', 'AIRFLOW__FAB__COOKIE_SECURE'];

export default defineRule({
  id: 'airflow',
  title: 'Apache Airflow',
  languages: ['ini', 'yaml', 'dotenv', 'dockerfile', 'json'],
  docs: 'https://airflow.apache.org/docs/apache-airflow-providers-fab/stable/configurations-ref.html#cookie-secure',
  triggers: ['cookie_secure', 'COOKIE_SECURE'],
  packages: ['apache-airflow'],
  surfaces: [
    surface([
      { setting: keys, languages: ['ini'] },
      { setting: keys.map((key) => `**.config.${key}`), languages: ['yaml'] },
      { setting: keys.map((key) => `config.${key}`), languages: ['yaml'] },
      { variable: variables },
    ]),
  ],
});

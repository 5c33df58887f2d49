/** Examples of the surfaces in ../spark-java.ts. */
import { type Examples } from '../../example.js';

export default {
  'spark-java/response-cookie': { bad: 'response.cookie("sid", id, 3600);', good: 'response.cookie("sid", id, 3600, true);' },
} satisfies Examples;

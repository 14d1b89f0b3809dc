import { serveHelper } from '../markdown/threads/serve-helper.js';
import { answerSearchQuestion } from './make-search.js';

/** The thread of a helper. It renders chapters, and makes the search index of those whose words it has kept. */
serveHelper(answerSearchQuestion);

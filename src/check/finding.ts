import type { TextEdit } from '../editing/text-edit.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { PageChange } from './page-change.js';

/** What a rule found in a chapter. */
export interface Finding {
  readonly diagnostic: Diagnostic;
  /** What mends it, as edits of the decoded text; absent where only the author can know. */
  readonly fix?: readonly TextEdit[];
  /** What the fix does to the page, which is proved before it is made; absent where it does nothing to it. */
  readonly change?: PageChange;
}

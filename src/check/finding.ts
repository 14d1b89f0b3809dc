import type { TextEdit } from '../editing/text-edit.js';
import type { Diagnostic } from '../model/diagnostic.js';

/** What a rule found in a chapter. */
export interface Finding {
  readonly diagnostic: Diagnostic;
  /** What mends it beyond doubt, as edits of the decoded text; absent where only the author can know. */
  readonly fix?: readonly TextEdit[];
}

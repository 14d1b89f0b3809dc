import type { GoObject } from '../../go-templates/values/value.js';
import type { ShortcodeView } from './shortcode-view.js';

/** The call around another one, as its template sees it: one of ours, or one of Hugo's. */
export interface CallParent {
  readonly view: ShortcodeView | null;
  readonly go: GoObject | null;
}

/** What a template's text is divided into. */
export type TokenKind =
  | 'text'
  | 'open'
  | 'close'
  | 'name'
  | 'field'
  | 'variable'
  | 'dot'
  | 'number'
  | 'character'
  | 'string'
  | 'raw'
  | 'pipe'
  | 'comma'
  | 'declare'
  | 'assign'
  | 'left'
  | 'right'
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** As written; of a `text` what trim markers leave of it. */
  readonly text: string;
  readonly offset: number;
  /** Nothing stands between it and the token before it. */
  readonly isTight: boolean;
}

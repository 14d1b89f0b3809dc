/** What a stretch of a template's HTML is (Go's `html/template`, states). */
export type PlaceState =
  | 'text'
  | 'tag'
  | 'name'
  | 'after-name'
  | 'before-value'
  | 'comment'
  | 'title'
  | 'value'
  | 'address'
  | 'srcset'
  | 'script'
  | 'script-double'
  | 'script-single'
  | 'script-template'
  | 'script-pattern'
  | 'script-block-comment'
  | 'script-line-comment'
  | 'style'
  | 'style-double'
  | 'style-single'
  | 'style-address'
  | 'style-double-address'
  | 'style-single-address'
  | 'style-comment';

/** What an attribute holds, by its name. */
export type AttributeKind = 'plain' | 'address' | 'srcset' | 'style' | 'script' | 'script-type';

/** Elements whose content is no HTML. */
export type SpecialElement = '' | 'script' | 'style' | 'textarea' | 'title';

/** Where in the HTML of a template an action stands. */
export interface Place {
  readonly state: PlaceState;
  /** What ends the attribute's value; a space for one without quotes; empty outside attributes. */
  readonly quote: '' | '"' | "'" | ' ';
  /** How far an address has come; `mixed` where branches differ. */
  readonly part: 'start' | 'path' | 'query' | 'mixed';
  /** What the attribute whose name was read last holds. */
  readonly attribute: AttributeKind;
  readonly element: SpecialElement;
  /** What `/` begins in a script. */
  readonly slash: 'pattern' | 'division' | 'mixed';
  /** Open braces of each template literal around a place in a script, the outermost first. */
  readonly braces: readonly number[];
}

/** Where every template begins, and has to end. */
export const textPlace: Place = {
  state: 'text',
  quote: '',
  part: 'start',
  attribute: 'plain',
  element: '',
  slash: 'pattern',
  braces: [],
};

/** The place in which an action prints that stands here: in a tag, a name; after `=`, a value without quotes. */
export function placeOfAction(place: Place): Place {
  switch (place.state) {
    case 'tag':
    case 'after-name':
      return { ...place, state: 'name', attribute: 'plain' };
    case 'before-value':
      return { ...place, state: stateOfValue(place.attribute), quote: ' ', attribute: 'plain' };
    default:
      return place;
  }
}

/** The state that the value of an attribute begins in. */
export function stateOfValue(kind: AttributeKind): PlaceState {
  return kind === 'plain' || kind === 'script-type' ? 'value' : kind;
}

/** The place after two branches that end here and there; null where they end in places of different kinds. */
export function joinPlaces(left: Place, right: Place): Place | null {
  const same = sameKind(left, right);
  if (same) return same;
  const [a, b] = [placeOfAction(left), placeOfAction(right)];
  return a === left && b === right ? null : sameKind(a, b);
}

function sameKind(left: Place, right: Place): Place | null {
  const isSame =
    left.state === right.state &&
    left.quote === right.quote &&
    left.attribute === right.attribute &&
    left.element === right.element &&
    left.braces.join() === right.braces.join();
  if (!isSame) return null;
  return {
    ...left,
    part: left.part === right.part ? left.part : 'mixed',
    slash: left.slash === right.slash ? left.slash : 'mixed',
  };
}

import type { Data, Parent, PhrasingContent } from 'mdast';

/** Text in an element of its own within a line: inserted, marked, raised, cited and so on. */
export interface MarkedText extends Parent {
  type: 'markedText';
  data: Data;
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    markedText: MarkedText;
  }
  interface RootContentMap {
    markedText: MarkedText;
  }
}

/** Puts nodes into the element of a name. */
export function markedText(
  name: string,
  children: PhrasingContent[],
  properties: Readonly<Record<string, string | null>> = {},
): MarkedText {
  const given = Object.keys(properties).length === 0 ? {} : { hProperties: { ...properties } };
  return { type: 'markedText', data: { hName: name, ...given }, children };
}

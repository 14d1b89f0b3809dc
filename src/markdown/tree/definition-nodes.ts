import type { Data, Parent, PhrasingContent, RootContent } from 'mdast';

/** Terms and what they mean, in the order of the text. */
export interface DefinitionList extends Parent {
  type: 'definitionList';
  children: (DefinitionTerm | DefinitionDescription)[];
  data?: Data;
}

/** A line of text. */
export interface DefinitionTerm extends Parent {
  type: 'definitionTerm';
  children: PhrasingContent[];
  data?: Data;
}

export interface DefinitionDescription extends Parent {
  type: 'definitionDescription';
  /** As of a list item: false prints a paragraph without its `<p>`. */
  spread: boolean;
  children: RootContent[];
}

declare module 'mdast' {
  interface RootContentMap {
    definitionList: DefinitionList;
    definitionTerm: DefinitionTerm;
    definitionDescription: DefinitionDescription;
  }
}

import type { ConfigRequest } from '../config/load-config.js';
import type { Edition } from './open-edition.js';

/** Whether drafts are shown: as the configuration and the flags say, until someone throws the switch. */
export interface DraftSwitch {
  readonly show: (areShown: boolean) => void;
  /** The request for the configuration, with what the switch says. */
  readonly apply: (request: ConfigRequest) => ConfigRequest;
}

export function createDraftSwitch(): DraftSwitch {
  let asked: boolean | undefined;
  return {
    show: (areShown) => {
      asked = areShown;
    },
    apply: (request) => (asked === undefined ? request : { ...request, drafts: asked }),
  };
}

/** What the status line says of an edition's drafts. */
export function countDrafts({ inputs, sites }: Edition): {
  drafts: number;
  areDraftsShown: boolean;
} {
  const books = sites.map(({ opened }) => opened.book);
  const shown = books.flatMap((book) => Object.values(book.pages)).filter(({ draft }) => draft).length;
  const held = books
    .flatMap(({ unpublished }) => unpublished)
    .filter(({ reason }) => reason === 'draft').length;
  return { drafts: shown + held, areDraftsShown: inputs.config.publish.drafts };
}

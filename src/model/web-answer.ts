/** What the web said about an address. */
export type WebAnswer =
  | { readonly kind: 'fine' }
  /** There, and for good, under another address. */
  | { readonly kind: 'moved'; readonly to: string }
  /** Not there: 404, 410, a host that nobody knows. `reason` is the rest of the sentence "X leads nowhere: …". */
  | { readonly kind: 'missing'; readonly reason: string }
  /** Nobody can say: no answer in time, a server's own fault, a page that wants a password. */
  | { readonly kind: 'unclear'; readonly reason: string };

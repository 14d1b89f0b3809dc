/** HTML that templates print as it is, because the build made and sanitised it. */
export interface SafeHtml {
  readonly toString: () => string;
}

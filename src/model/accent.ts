/** A chapter's colour (front matter `c`), readable on each paper of the theme: `#rrggbb`, contrast at least 4.5. */
export interface Accent {
  readonly light: string;
  readonly sepia: string;
  readonly dark: string;
  readonly black: string;
}

/** What is in `<style>`, and the hash by which a content security policy can name it. */
export interface AccentStyle {
  /** `:root{--accent-light:#…;--accent-sepia:#…;--accent-dark:#…;--accent-black:#…}` */
  readonly css: string;
  /** `sha256-…`, Base64. */
  readonly hash: string;
}

/**
 * Lets one page fade into the next, unless the reader asks for less motion. Not in a stylesheet: a browser decides when
 * it first draws a page, and Chromium has not looked at the rules of a linked one by then. Not in a `<style>`: the W3C's
 * checker does not know the rule. Where there is no script, pages turn at once.
 */
export function fadePages(): void {
  if (!('adoptedStyleSheets' in document)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('@media (prefers-reduced-motion:no-preference){@view-transition{navigation:auto}}');
  document.adoptedStyleSheets.push(sheet);
}

/** What is kept of a page over its reload. */
interface Place {
  readonly x: number;
  readonly y: number;
  /** Whether each `<details>` is open, in document order. */
  readonly details: readonly boolean[];
  /** Ids of the open popovers. */
  readonly popovers: readonly string[];
}

const key = () => `octavo-preview:${location.pathname}`;

/** Keeps the reader's place until the page is there again. */
export function keepScroll(): void {
  const place: Place = {
    x: scrollX,
    y: scrollY,
    details: [...document.querySelectorAll('details')].map(({ open }) => open),
    popovers: [...document.querySelectorAll(':popover-open')].map(({ id }) => id),
  };
  history.scrollRestoration = 'manual';
  sessionStorage.setItem(key(), JSON.stringify(place));
}

/** Goes back to the place that was kept, once. */
export function restorePlace(): void {
  const kept = sessionStorage.getItem(key());
  if (kept === null) return;
  sessionStorage.removeItem(key());
  const place: Place = JSON.parse(kept);
  document.querySelectorAll('details').forEach((details, at) => {
    details.open = place.details[at] ?? details.open;
  });
  for (const id of place.popovers) document.getElementById(id)?.showPopover?.();
  const scroll = () => scrollTo({ left: place.x, top: place.y, behavior: 'instant' });
  scroll();
  // Images have their heights only now.
  addEventListener('load', () => {
    scroll();
    history.scrollRestoration = 'auto';
  });
}

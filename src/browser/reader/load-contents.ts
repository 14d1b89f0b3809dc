declare global {
  /** What the files of `contents/` call with their data. */
  var octavoContents: ((data: unknown) => void) | undefined;
}

let last: Promise<unknown> = Promise.resolve();

/** The data in a file of `contents/`. It is a script, because a page on a disk may load nothing else; one at a time. */
export function loadContents(file: URL): Promise<unknown> {
  const loading = last.catch(() => undefined).then(() => loadScript(file));
  last = loading;
  return loading;
}

function loadScript(file: URL): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    globalThis.octavoContents = resolve;
    script.addEventListener('error', () => reject(new Error(`${file.href} cannot be loaded`)));
    script.addEventListener('load', () => script.remove());
    script.src = file.href;
    document.head.append(script);
  });
}

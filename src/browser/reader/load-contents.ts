declare global {
  /** What the files of `contents/` call with their data. */
  var octavoContents: ((data: unknown) => void) | undefined;
}

const loaded = new Map<string, Promise<unknown>>();
const waiting = new Map<Element | null, (data: unknown) => void>();

/** The data in a file of `contents/`, loaded once. It is a script, because a page on a disk may load nothing else. */
export function loadContents(file: URL): Promise<unknown> {
  const loading = loaded.get(file.href) ?? loadScript(file);
  loaded.set(file.href, loading);
  return loading;
}

function loadScript(file: URL): Promise<unknown> {
  globalThis.octavoContents = (data) => waiting.get(document.currentScript)?.(data);
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    waiting.set(script, resolve);
    const end = () => {
      waiting.delete(script);
      script.remove();
    };
    script.addEventListener('error', () => {
      loaded.delete(file.href);
      end();
      reject(new Error(`${file.href} cannot be loaded`));
    });
    script.addEventListener('load', end);
    script.src = file.href;
    document.head.append(script);
  });
}

/** A file's media type by its name, as Hugo has it. */
export interface MediaType {
  readonly type: string;
  readonly main: string;
  readonly sub: string;
}

const types: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  bmp: 'image/bmp',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  ico: 'image/vnd.microsoft.icon',
  css: 'text/css',
  scss: 'text/x-scss',
  sass: 'text/x-sass',
  js: 'text/javascript',
  ts: 'text/typescript',
  json: 'application/json',
  toml: 'application/toml',
  yaml: 'application/yaml',
  yml: 'application/yaml',
  xml: 'application/xml',
  csv: 'text/csv',
  html: 'text/html',
  md: 'text/markdown',
  txt: 'text/plain',
  pdf: 'application/pdf',
  mp4: 'video/mp4',
  webm: 'video/webm',
  ogv: 'video/ogg',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
  woff: 'font/woff',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
  otf: 'font/otf',
  zip: 'application/zip',
};

/** `text/plain` and so on; `application/octet-stream` for a name that says nothing. */
export function mediaTypeOf(path: string): MediaType {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  const type = (Object.hasOwn(types, extension) ? types[extension] : undefined) ?? 'application/octet-stream';
  const [main = '', rest = ''] = type.split('/');
  return { type, main, sub: rest.split('+')[0] ?? '' };
}

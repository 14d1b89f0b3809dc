/** A file of the book as the walk found it. */
export interface SourceFile {
  /** Path relative to its root (`content/`, `templates/`, …), with `/`: the key of the file. */
  readonly path: string;
  /** Path relative to the book's folder, for messages: `content/part-1/14f.md`. */
  readonly file: string;
  /** Where it lies on this machine. Never printed into an output. */
  readonly absolute: string;
  /** It was found as a link, which is followed when it is read; what stands in the place of another file is not. */
  readonly isLink?: true;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of its bytes, hexadecimal; absent where nobody reckons with it. */
  readonly hash?: string;
  /** Key of the language of the folder that it lies in (`languages.fr.contentDir`). */
  readonly language?: string;
  /** Of a picture: how large it is shown; null when the file is no picture. Absent where that is not known. */
  readonly picture?: PictureSize | null;
  /** Of a drawing: it may run code in a browser that opens it. */
  readonly isScripted?: true;
}

/** A file as it lay on the disk when it was read: as long as it lies there so, its bytes are the same. */
export interface KnownFile {
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970 UTC, with fractions: when its bytes were changed, and when anything of it was. */
  readonly modified: number;
  readonly changed: number;
  readonly inode: number;
  readonly hash: string;
  readonly picture?: PictureSize | null;
  readonly isScripted?: true;
}

/** In CSS pixels, a photograph that lies on its side already turned. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** A file whose bytes were read. */
export interface LoadedFile extends SourceFile {
  readonly bytes: Uint8Array;
  /** Lets go of the bytes; should anyone ask for them again, they are read again. Absent where they are kept. */
  readonly release?: () => void;
}

/** When a file was changed, where the book asks for it. */
export interface FileTimes {
  /** Author's date of the last commit that touched it, ISO 8601; absent for a file that was never committed. */
  readonly committed?: string;
  /** Seconds since 1970 UTC. */
  readonly modified?: number;
}

/** A text file decoded: no byte order mark, line ends as `\n`. */
export interface TextFile {
  readonly path: string;
  readonly file: string;
  readonly text: string;
}

/** Everything a build reads, in code-point order of the paths within each list. */
export interface Sources {
  /** Markdown files under `content/`. */
  readonly chapters: readonly LoadedFile[];
  /** All other files under `content/`: resources of the bundle around them. */
  readonly resources: readonly SourceFile[];
  /** Files under `static/`, copied as they are. */
  readonly staticFiles: readonly SourceFile[];
  /** The theme: the default templates overlaid, file by file, by the book's own. */
  readonly templates: readonly TextFile[];
  /** Files under `templates/assets/` that are not text (fonts, images). */
  readonly assets: readonly LoadedFile[];
  /** Data files: YAML, TOML, JSON and CSV under `data/`. */
  readonly data: readonly TextFile[];
  /** What a Hugo site brings for its shortcodes and render hooks; null for a book that has no `layouts/` and no theme. */
  readonly hugo: HugoFiles | null;
  /** Names of shortcodes, in lower case, whose templates lie in themes that the site does not use, with their files. */
  readonly unusedTemplates: readonly (readonly [name: string, file: string])[];
  /** Times of chapters by `SourceFile.file`; empty unless the book asks for them. */
  readonly times: ReadonlyMap<string, FileTimes>;
  /** SHA-256 over the path and bytes of all of the above, hexadecimal. */
  readonly fingerprint: string;
  /** What the next reading may know of these files, by absolute path; absent where there is none to come. */
  readonly known?: ReadonlyMap<string, KnownFile>;
}

/** Templates of Hugo's and what they use: the site's own first, then those of each theme in the order of `theme`. */
export interface HugoFiles {
  /** Absolute path of the book's folder. */
  readonly root: string;
  /** Below `layouts/`: shortcodes, render hooks and partials. */
  readonly templates: readonly LayerText[];
  /** Below `i18n/`. */
  readonly texts: readonly LayerText[];
  /** Below `data/` of the themes. */
  readonly data: readonly LayerText[];
  /** Below `assets/`. Of two with one path the first counts; it alone is here. */
  readonly assets: readonly SourceFile[];
}

/** A text file of a layer: 0 is the site, 1 the first theme. */
export interface LayerText extends TextFile {
  readonly layer: number;
}

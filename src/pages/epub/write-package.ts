import { escapeFor } from '../../text/escape.js';

/** A file of the publication. */
export interface ManifestItem {
  /** Relative to the package. */
  readonly href: string;
  readonly type: string;
  /** `nav`, `cover-image`, `mathml`, `svg`; empty for none. */
  readonly properties: string;
  /** Whether it is read in its turn. */
  readonly isRead: boolean;
}

/** What the package says of the book. */
export interface PackageFacts {
  readonly identifier: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly description: string;
  readonly publisher: string;
  /** As written, or empty. */
  readonly edition: string;
  readonly rights: string;
  /** The address of the site, or empty. */
  readonly source: string;
  /** `2025-11-24T00:00:00Z`. */
  readonly modified: string;
  /** In which direction pages turn. */
  readonly progression: 'ltr' | 'rtl';
  /** In reading order where they are read. */
  readonly items: readonly ManifestItem[];
  readonly accessibility: Accessibility;
}

/** What is true of this very book (EPUB Accessibility 1.1). */
export interface Accessibility {
  readonly hasPictures: boolean;
  readonly hasAllAlternatives: boolean;
  readonly hasFormulas: boolean;
  /** Whether a picture may move. */
  readonly hasMotion: boolean;
  /** The printed edition whose pages are marked, `''` where it is not named; null without marks. */
  readonly pageSource: string | null;
  readonly summary: string;
}

/** `package.opf` of an EPUB 3.3. Ids of items are counters, since addresses are no XML names. */
export function writePackage(facts: PackageFacts): string {
  const items = facts.items.map((item, at) => ({ ...item, id: `i${at + 1}` }));
  const element = (name: string, text: string, attributes = '') =>
    text === '' ? [] : [`<${name}${attributes}>${escapeFor('xml', text)}</${name}>`];
  const metadata = [
    ...element('dc:identifier', facts.identifier, ' id="book-id"'),
    ...element('dc:title', facts.title, ' id="title"'),
    `<meta refines="#title" property="title-type">main</meta>`,
    ...element('dc:title', facts.edition, ' id="edition"'),
    ...(facts.edition === '' ? [] : [`<meta refines="#edition" property="title-type">edition</meta>`]),
    ...facts.authors.flatMap((name, at) => [
      ...element('dc:creator', name, ` id="author-${at + 1}"`),
      `<meta refines="#author-${at + 1}" property="role" scheme="marc:relators">aut</meta>`,
    ]),
    ...element('dc:language', facts.language),
    ...element('dc:description', facts.description),
    ...element('dc:publisher', facts.publisher),
    ...element('dc:rights', facts.rights),
    ...element('dc:source', facts.source),
    `<meta property="dcterms:modified">${facts.modified}</meta>`,
    ...element('meta', facts.accessibility.pageSource ?? '', ' property="pageBreakSource"'),
    ...describeAccess(facts.accessibility).map(
      ([property, value]) => `<meta property="schema:${property}">${escapeFor('xml', value)}</meta>`,
    ),
  ];
  const manifest = items.map(
    ({ id, href, type, properties }) =>
      `<item id="${id}" href="${escapeFor('xml', href)}" media-type="${type}"${properties === '' ? '' : ` properties="${properties}"`}/>`,
  );
  const spine = items.filter(({ isRead }) => isRead).map(({ id }) => `<itemref idref="${id}"/>`);
  const lang = escapeFor('xml', facts.language);
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book-id" xml:lang="${lang}" dir="${facts.direction}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${metadata.join('\n')}
</metadata>
<manifest>
${manifest.join('\n')}
</manifest>
<spine${facts.progression === 'rtl' ? ' page-progression-direction="rtl"' : ''}>
${spine.join('\n')}
</spine>
</package>
`;
}

function describeAccess(facts: Accessibility): readonly (readonly [property: string, value: string])[] {
  const { hasPictures, hasAllAlternatives, hasFormulas, hasMotion, pageSource, summary } = facts;
  return [
    ['accessMode', 'textual'],
    ...(hasPictures ? ([['accessMode', 'visual']] as const) : []),
    ['accessModeSufficient', hasPictures && !hasAllAlternatives ? 'textual,visual' : 'textual'],
    ['accessibilityFeature', 'tableOfContents'],
    ['accessibilityFeature', 'readingOrder'],
    ['accessibilityFeature', 'structuralNavigation'],
    ['accessibilityFeature', 'displayTransformability'],
    ['accessibilityFeature', 'ARIA'],
    ...(hasFormulas ? ([['accessibilityFeature', 'MathML']] as const) : []),
    ...(hasPictures && hasAllAlternatives ? ([['accessibilityFeature', 'alternativeText']] as const) : []),
    ...(pageSource === null
      ? []
      : ([
          ['accessibilityFeature', 'pageBreakMarkers'],
          ['accessibilityFeature', 'pageNavigation'],
        ] as const)),
    ['accessibilityHazard', hasMotion ? 'unknown' : 'none'],
    ['accessibilitySummary', summary],
  ];
}

import { escapeFor } from '../../text/escape.js';

/** The frame of a document of an EPUB. */
export interface DocumentFrame {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** The stylesheet, relative to the document. */
  readonly style: string;
  readonly bodyClass: string;
}

/** An XHTML document of an EPUB around a body that is XHTML. */
export function wrapDocument(
  { title, language, direction, style, bodyClass }: DocumentFrame,
  body: string,
): string {
  const lang = escapeFor('xml', language);
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${lang}" xml:lang="${lang}" dir="${direction}">
<head>
<title>${escapeFor('xml', title)}</title>
<link rel="stylesheet" type="text/css" href="${style}"/>
</head>
<body class="${bodyClass}">
${body}
</body>
</html>
`;
}

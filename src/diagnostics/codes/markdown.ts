/** Codes of the area `markdown`. */
export const markdownCodes = {};

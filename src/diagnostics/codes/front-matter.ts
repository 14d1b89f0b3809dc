/** Codes of the area `front-matter`. */
export const frontMatterCodes = {};

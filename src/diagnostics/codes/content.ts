/** Codes of the area `content`. */
export const contentCodes = {};

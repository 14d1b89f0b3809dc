/** Codes of the area `link`. */
export const linkCodes = {};

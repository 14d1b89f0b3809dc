/** Codes of the area `template`. */
export const templateCodes = {};

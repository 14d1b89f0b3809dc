/** Codes of the area `output`. */
export const outputCodes = {};

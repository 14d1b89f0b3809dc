/** Codes of the area `config`. */
export const configCodes = {};

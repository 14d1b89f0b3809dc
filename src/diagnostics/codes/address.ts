/** Codes of the area `address`. */
export const addressCodes = {};

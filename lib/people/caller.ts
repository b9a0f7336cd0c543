/** Who calls before anyone has signed in: an address to count by, a device to name, the cookie of a device known before. */
export type Caller = { address: string; device: string; deviceCookie: string };

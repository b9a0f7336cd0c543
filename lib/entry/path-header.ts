/** The header in which proxy.ts tells a page its own path. Nothing is decided by it but where sign-in leads back to. */
export const pathHeader = "x-coatyard-path";

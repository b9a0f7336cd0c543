/** The header in which a page is told its own path. Nothing is decided by it but where sign-in leads back to. */
export const pathHeader = "x-coatyard-path";

import "server-only";
import { makeToken } from "./tokens";

/** Its beginning says what it is to whoever finds it where it should not be. */
export const makeApiKey = () => `coatyard_${makeToken()}`;

export const keyPattern = /^coatyard_[A-Za-z0-9_-]{43}$/;

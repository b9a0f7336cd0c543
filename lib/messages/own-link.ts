import "server-only";
import { env } from "../env";

/** An address for a message: always under COATYARD_URL, whatever host the request named. */
export function ownLink(path: `/${string}`): string {
  const base = new URL(env().COATYARD_URL);
  return new URL(path, base.origin).href;
}

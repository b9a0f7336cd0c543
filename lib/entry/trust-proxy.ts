import "server-only";
import diagnostics from "node:diagnostics_channel";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";
import { env } from "../env";

/** The addresses and ranges (10.0.0.0/8) of COATYARD_PROXY. Throws when one of them is neither. */
export function readProxies(setting: string): BlockList {
  const proxies = new BlockList();
  for (const one of setting.split(/[\s,]+/).filter(Boolean)) {
    const [address = "", bits] = one.split("/");
    const family = familyOf(address);
    const most = family === "ipv4" ? 32 : 128;
    if (!family || (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= most))) {
      throw new Error(`COATYARD_PROXY: "${one}" is neither an address nor a range such as 10.0.0.0/8.`);
    }
    if (bits === undefined) proxies.addAddress(address, family);
    else proxies.addSubnet(address, Number(bits), family);
  }
  return proxies;
}

/**
 * Leaves one X-Forwarded-For in a request: the address of whoever the last believed proxy heard from. What anyone else
 * says of addresses, hosts and protocols is deleted before Next reads it.
 */
export function believeOnly(
  proxies: BlockList,
  headers: IncomingHttpHeaders,
  socketAddress: string,
  ownUrl: URL,
): void {
  const said = String(headers["x-forwarded-for"] ?? "");
  for (const name of Object.keys(headers)) {
    if (name.startsWith("x-forwarded-") || name === "forwarded" || name === "x-real-ip") delete headers[name];
  }
  const isProxy = isBelieved(proxies, socketAddress);
  const heardFrom = isProxy ? [...said.split(",").map((one) => one.trim()), plain(socketAddress)] : [];
  const client = heardFrom.findLast((one) => isIP(one) !== 0 && !isBelieved(proxies, one));
  headers["x-forwarded-for"] = plain(client ?? socketAddress);
  if (isProxy) {
    headers["x-forwarded-host"] = ownUrl.host;
    headers["x-forwarded-proto"] = ownUrl.protocol.slice(0, -1);
  }
}

const subscribed = globalThis as { coatyardTrustsProxy?: true };

/** Watches every request of this process from now on, before any code of the app sees it. */
export function trustProxy(): void {
  if (subscribed.coatyardTrustsProxy) return;
  subscribed.coatyardTrustsProxy = true;
  const proxies = readProxies(env().COATYARD_PROXY);
  const ownUrl = new URL(env().COATYARD_URL);
  diagnostics.subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    believeOnly(proxies, request.headers, request.socket.remoteAddress ?? "", ownUrl);
  });
}

function isBelieved(proxies: BlockList, address: string): boolean {
  const family = familyOf(plain(address));
  return family !== null && proxies.check(plain(address), family);
}

/** ::ffff:10.0.0.1 is 10.0.0.1. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, "");

function familyOf(address: string): "ipv4" | "ipv6" | null {
  const version = isIP(address);
  return version === 4 ? "ipv4" : version === 6 ? "ipv6" : null;
}
